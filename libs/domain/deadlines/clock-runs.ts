import type { WorkingCalendar } from '../calendar/index.js';
import type { DayKind } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';

/**
 * A stretch in which a clock counts: the days after `after`, up to and including `through`; null while it
 * still runs. The gap between two runs is a pause: the day of the suspension counts, the day of the
 * continuing decision does not (of the two readings the one that ends earlier).
 */
export interface Run {
  after: LegalDate;
  through: LegalDate | null;
}

/** Days counted in the runs that are closed, in `kind`. */
export function daysUsed(runs: readonly Run[], kind: DayKind, calendar: WorkingCalendar): number {
  return runs.reduce(
    (days, run) => days + (run.through === null ? 0 : calendar.count(run.after, run.through, kind)),
    0,
  );
}

/**
 * Where a limit of `days` ends: the day the count reaches (`nominal`) and the last legal day (`due`).
 * Only the final day is shifted, never a ceiling on the way. Null when the clock stands
 * still before the end.
 */
export function endOf(
  runs: readonly Run[],
  days: number,
  kind: DayKind,
  calendar: WorkingCalendar,
): { nominal: LegalDate; due: LegalDate } | null {
  let left = days;
  for (const run of runs) {
    const size =
      run.through === null ? Number.POSITIVE_INFINITY : calendar.count(run.after, run.through, kind);
    if (left <= size) {
      const nominal = calendar.add(run.after, left, kind);
      const due = lastDay(nominal, runs, calendar);
      return due === null ? null : { nominal, due };
    }
    left -= size;
  }
  return null;
}

/**
 * The next working day on or after the nominal end (Bộ luật Dân sự art. 148.5). A pause that begins on the
 * last day, or in the days off before it, finds the clock not yet expired: the last day moves to the day
 * of continuing.
 */
function lastDay(nominal: LegalDate, runs: readonly Run[], calendar: WorkingCalendar): LegalDate | null {
  let due = calendar.nextWorkingDay(nominal);
  for (const [index, run] of runs.entries()) {
    if (run.through === null || run.through < nominal || run.through > due) continue;
    const next = runs[index + 1];
    if (!next) return null;
    due = calendar.nextWorkingDay(next.after);
  }
  return due;
}
