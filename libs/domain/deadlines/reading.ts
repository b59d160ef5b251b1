import type { WorkingCalendar } from '../calendar/index.js';
import type { ClockRule, DayKind } from '../policy/policy.js';
import type { Complexity, LegalDate, Procedure } from '../vocabulary.js';
import { daysUsed, endOf, type Run } from './clock-runs.js';
import { limitDays } from './find-limit.js';
import type { DerivationStep } from './ledger.js';

/** What lets a clock stand still: a suspension, in a denunciation an expert who was asked, a case that was closed. */
export type Hold = 'suspension' | 'expertise' | 'closure';

/** A clock as far as its ledger has been read. */
export interface Reading {
  rule: ClockRule;
  procedure: Procedure;
  calendar: WorkingCalendar;
  startedOn: LegalDate;
  complexity: Complexity;
  remote: boolean;
  extensions: number;
  /** Days by which ends before an extension had been shifted off days off. */
  shifted: number;
  runs: Run[];
  /** What holds the clock now; it runs while the set is empty. */
  holds: Set<Hold>;
  steps: DerivationStep[];
}

/** Where a limit ends: the day the count reaches, and the last legal day after shifting. */
export interface End {
  nominal: LegalDate;
  due: LegalDate;
}

/** Days allowed in all: the limit under the findings so far, and the extensions granted. */
export function allowedDays(reading: Reading, countedFrom = reading.rule.extension?.countedFrom): number {
  const { rule, complexity, remote, extensions, shifted } = reading;
  const days = limitDays(rule, complexity, remote) + extensions * (rule.extension?.days ?? 0);
  return countedFrom === 'shiftedEnd' ? days + shifted : days;
}

/** Days used in the runs that are closed. */
export function usedDays({ rule, runs, calendar }: Reading): number {
  return daysUsed(runs, rule.dayKind, calendar);
}

/** The end of the limit in force, or of another count from the same start. */
export function currentEnd(
  reading: Reading,
  days = allowedDays(reading),
  kind: DayKind = reading.rule.dayKind,
): End | null {
  return endOf(reading.runs, days, kind, reading.calendar);
}

/** The latest run; its `through` is null while the clock runs. */
export function latestRun(reading: Reading): Run {
  return reading.runs[reading.runs.length - 1] as Run;
}
