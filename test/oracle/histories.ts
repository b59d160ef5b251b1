import fc from 'fast-check';
import { isClockRule, type LimitRule, type Procedure } from '#domain';
import { dayNumber } from './wall-calendar.js';

/** One act that somebody may try on a clock, so many days after the one before. */
export interface Act {
  after: number;
  type:
    | 'pause'
    | 'expertise'
    | 'extension'
    | 'finding'
    | 'cancellation'
    | 'decree'
    | 'transition'
    | 'correction';
  complexity: 'none' | 'complex' | 'speciallyComplex';
  remote: boolean;
  /** Which entry is corrected, which calendar is decreed, which row the law moves the clock to. */
  choice: number;
  /** How far into the free days the corrected day lies. */
  shift: number;
}

/** A history before it is fitted to a rule: which row, which office, when, and what was tried. */
export interface Draft {
  row: number;
  desk: number;
  edition: number;
  start: number;
  acts: Act[];
  /** Days after the last act when an open standstill ends; null when the clock is left standing still. */
  closing: number | null;
  met: boolean;
}

/** One row of the table of limits as one procedure meets it. */
export interface Row {
  rule: LimitRule;
  procedure: Procedure;
}

/** What a draft is fitted to: its row, the table that the row is from, and the editions of its office. */
export interface Setting extends Row {
  limits: readonly LimitRule[];
  editions: readonly string[];
}

/** Gaps crowd around the ends of the limits, where the law's questions are: same day, a few days, a month, a quarter. */
const gap = fc.oneof(fc.nat(3), fc.nat(12), fc.nat(50), fc.nat(100));

const act: fc.Arbitrary<Act> = fc.record({
  after: gap,
  type: fc.constantFrom(
    ...(['pause', 'pause', 'pause', 'expertise', 'expertise', 'extension', 'extension', 'finding'] as const),
    ...(['finding', 'cancellation', 'decree', 'decree', 'transition', 'correction', 'correction'] as const),
  ),
  complexity: fc.constantFrom('none', 'complex', 'speciallyComplex'),
  remote: fc.boolean(),
  choice: fc.nat(59),
  shift: fc.nat(59),
});

/**
 * Every row of the table that a clock can run under, for every procedure it serves, replaced versions too. Rows with longer variants or extensions
 * have the richest law and stand in the list ten times, so that they are drawn more often.
 */
export function rowsOf(limits: readonly LimitRule[]): Row[] {
  return limits.filter(isClockRule).flatMap((rule) => {
    const rows = rule.procedures.map((procedure) => ({ rule, procedure }));
    const rich = rule.extension !== undefined || Object.keys(rule.days).length > 1;
    return rich ? Array.from({ length: 10 }, () => rows).flat() : rows;
  });
}

export function drafts(rows: number, desks: number): fc.Arbitrary<Draft> {
  return fc.record({
    row: fc.nat(rows - 1),
    desk: fc.nat(desks - 1),
    edition: fc.nat(3),
    start: fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') }),
    acts: fc.array(act, { maxLength: 9 }),
    closing: fc.option(gap, { freq: 4 }),
    met: fc.boolean(),
  });
}
