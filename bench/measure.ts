import { say } from './say.js';

/** What one round of one way came to. */
export interface Measured {
  perSecond: number;
  /** Milliseconds of the slowest hundredth; absent where the tool does not tell. */
  p99Ms?: number;
}

/** One way of doing the same work; the rounds of all ways alternate. */
export type Way = () => Promise<Measured>;

/**
 * Measures ways against each other: round by round, each round beginning with another way, so that what else the
 * machine does meets them all alike.
 * @returns the median of each way's rounds.
 */
export async function alternate<Name extends string>(
  ways: Record<Name, Way>,
  rounds: number,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(ways) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<
    Name,
    Measured[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const offset of names.keys()) {
      const name = names[(round + offset) % names.length]!;
      const one = await ways[name]();
      say(`  ${name} ${Math.round(one.perSecond)}/s`);
      measured[name].push(one);
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(measured[name])])) as Record<Name, Measured>;
}

function medianOf(rounds: readonly Measured[]): Measured {
  const p99s = rounds.flatMap(({ p99Ms }) => p99Ms ?? []);
  return {
    perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
    ...(p99s.length > 0 && { p99Ms: median(p99s) }),
  };
}

/** The middle value; of an even number of values the lower of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** The value that so large a share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}

/**
 * Does the work of every number in a range, so many at once.
 * @param work gets the number and `timed`, which runs one command and notes how long it took.
 */
export async function throughLanes(
  lanes: number,
  [from, to]: readonly [from: number, to: number],
  work: (place: number, timed: Timed) => Promise<void>,
): Promise<Required<Measured>> {
  const milliseconds: number[] = [];
  const timed: Timed = async (act) => {
    const startedAt = performance.now();
    const result = await act();
    milliseconds.push(performance.now() - startedAt);
    return result;
  };
  let next = from;
  const lane = async () => {
    while (next < to) {
      const place = next;
      next += 1;
      await work(place, timed);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    perSecond: milliseconds.length / seconds,
    p99Ms: Number(percentile(milliseconds, 0.99).toFixed(1)),
  };
}

export type Timed = <Result>(act: () => Promise<Result>) => Promise<Result>;
