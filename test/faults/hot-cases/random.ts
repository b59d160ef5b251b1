export interface Random {
  /** A number from 0 to below 1. */
  next(): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
}

/** Chance that a seed repeats (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)]!,
  };
}
