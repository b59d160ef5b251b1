import { createHash } from 'node:crypto';

/**
 * Random numbers that a seed brings back. The seed repeats the plan (who does what, which fault comes next); how
 * the processes interleave is theirs.
 * @param {string} seed any text.
 */
export function randomOf(seed) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  /** From 0 up to, and never, 1 (mulberry32). */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low, high) => low + next() * (high - low);
  return {
    next,
    between,
    /** Whole number from `low` to `high`, both included. */
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One of the names of a table `{ name: weight }`. */
    weighted(table) {
      let left = next() * Object.values(table).reduce((sum, weight) => sum + weight, 0);
      for (const [name, weight] of Object.entries(table)) {
        left -= weight;
        if (left < 0) return name;
      }
      return Object.keys(table)[0];
    },
  };
}
