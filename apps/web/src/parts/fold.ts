/** Folds marks and đ/Đ so that "uy ban" finds "Ủy ban". */
export const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐð]/g, 'd').toLowerCase();

/** True when every word of what was typed occurs in the text. */
export const matches = (text: string, typed: string) => {
  const folded = fold(text);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
};

/** The texts that match, those first in which what was typed stands earliest: "xay dung" is Sở Xây dựng. */
export function bestMatches<Item>(items: readonly Item[], textOf: (item: Item) => string, typed: string) {
  const phrase = fold(typed.trim());
  const rank = (item: Item) => {
    const at = fold(textOf(item)).indexOf(phrase);
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  const found = items.filter((item) => matches(textOf(item), typed));
  return found.toSorted((one, other) => rank(one) - rank(other));
}
