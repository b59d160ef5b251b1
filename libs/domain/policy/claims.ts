import type { DayKind } from './policy.js';

/** The two ways of counting a policy row may name. */
export const DAY_KINDS: readonly DayKind[] = ['calendarDay', 'workingDay'];

/** A claim about a row of the policy and whether it holds. */
export type Claim = readonly [holds: boolean, problem: string];

/** The problems among claims that do not hold, each under the name of its row. */
export function failed(row: string, claims: readonly Claim[]): string[] {
  return claims.filter(([holds]) => !holds).map(([, problem]) => `${row} ${problem}`);
}

/** True for a text that says something. */
export function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** True for a whole number of at least `least`. */
export function isWhole(value: unknown, least: number): boolean {
  return Number.isInteger(value) && (value as number) >= least;
}

/** True when the value is one of a closed list of words. */
export function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value);
}

/** The value as a list, empty when it is none. */
export function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
