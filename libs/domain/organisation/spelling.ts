const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;
const QUOTES = /["'`´«»\u2018-\u201f]/g;
/** A lone `y` after a consonant is the same sound as `i`: Mỹ and Mĩ, Kỷ and Kỉ. */
const LONE_Y = /(?<=[bcdđghklmnprstvx])y(?=\p{M}*$)/u;

/** Lower case, one code point per letter form, and one letter for the three that look like Đ (đ, Ð eth, Ɖ). */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[ðɖ]/g, 'đ');
}

/**
 * Folds Vietnamese text so that a search finds it however it was typed: `Hoà`, `Hòa` and `hoa`,
 * `Ủy` and `Uỷ`, đ, Đ and Ð (eth), composed and decomposed letters, quotes, spaces and case all meet.
 */
export function foldText(text: string): string {
  const letters = plain(text).replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '');
  return letters.replace(QUOTES, '"').replace(/\s+/g, ' ').trim();
}

/**
 * Spelling of one word with its marks, but blind to where the tone is written (`hoà`, `hòa`), to
 * `i` for a lone `y` and to how the letters are encoded. Unlike {@link foldText} it keeps Tân Thành
 * and Tân Thạnh apart, which are two places.
 */
export function spellingOf(word: string): string {
  const letters = plain(word).normalize('NFD').replace(LONE_Y, 'i');
  const tones = letters.match(TONES)?.join('') ?? '';
  const spelled = letters.replace(TONES, '') + tones;
  return /^\d+$/.test(spelled) ? String(Number(spelled)) : spelled;
}

/** A word, number or mark of punctuation of a text. */
export interface Token {
  readonly raw: string;
  readonly spelling: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  /** True when the word carries no Vietnamese mark, as in text typed without them. */
  readonly isPlain: boolean;
}

/** Splits a text into words, numbers and marks of punctuation. */
export function tokensOf(text: string): Token[] {
  return (text.normalize('NFC').match(/\p{N}+|[\p{L}\p{M}]+|\S/gu) ?? []).map(tokenOf);
}

/** Words that were looked at before: a language has few beside the texts of a register. */
const SEEN = new Map<string, Token>();
const MOST_SEEN = 20_000;
/** No Vietnamese word is longer; what is may be a piece that keeps a whole text in memory. */
const LONGEST_SEEN = 8;

function tokenOf(raw: string): Token {
  if (raw.length > LONGEST_SEEN) return lookAt(raw);
  const seen = SEEN.get(raw);
  if (seen) return seen;
  if (SEEN.size >= MOST_SEEN) SEEN.clear();
  const token = lookAt(raw);
  SEEN.set(raw, token);
  return token;
}

function lookAt(raw: string): Token {
  return {
    raw,
    spelling: spellingOf(raw),
    isWord: /^[\p{L}\p{N}]/u.test(raw),
    isCapital: /^[\p{Lu}\p{N}]/u.test(raw),
    isPlain: foldText(raw) === raw.toLowerCase(),
  };
}

/** Spelling of a whole name: its words by {@link spellingOf}, punctuation left out. */
export function spellingOfName(name: string): string {
  return tokensOf(name)
    .filter((token) => token.isWord)
    .map((token) => token.spelling)
    .join(' ');
}
