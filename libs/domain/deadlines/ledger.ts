import type { Certainty, DayKind } from '../policy/policy.js';
import type { Clock, Complexity, InstantText, LegalDate, Procedure } from '../vocabulary.js';

/**
 * The ledger of one legal clock. A due date is never stored alone: it is the replay of these entries, in order.
 * Entries are only ever added.
 *
 * `started` names the row of the law's table and the calendar edition; `ruleChanged` (the transition rule of a new
 * law) and `calendarChanged` (a decree) name others, and the last one of each holds for the whole ledger.
 * `corrected` says that the entry at index `entry` happened on `is`, not on `was`; when it is the start, `ruleId` and
 * `ruleFrom` give the row that holds on the right day. The other entries are read in the order of the ledger.
 * `reopened` lets a cancelled clock run again: the day of the cancellation counts, like that of a suspension, the
 * day of the reopening does not, and whatever else held the clock is over.
 */
export type LedgerEntry =
  | { type: 'started'; on: LegalDate; ruleId: string; ruleFrom: LegalDate; calendarEdition: string }
  | { type: 'suspended'; on: LegalDate }
  | { type: 'continued'; on: LegalDate }
  | { type: 'expertiseRequested'; on: LegalDate }
  | { type: 'expertiseReturned'; on: LegalDate }
  | { type: 'complexityFound'; on: LegalDate; complexity: Complexity; remote: boolean }
  | { type: 'extended'; on: LegalDate }
  | { type: 'ruleChanged'; on: LegalDate; ruleId: string; ruleFrom: LegalDate; article: string | null }
  | { type: 'calendarChanged'; on: LegalDate; calendarEdition: string }
  | {
      type: 'corrected';
      on: LegalDate;
      entry: number;
      was: LegalDate;
      is: LegalDate;
      reason: string;
      ruleId?: string;
      ruleFrom?: LegalDate;
    }
  | { type: 'reopened'; on: LegalDate }
  | { type: 'met'; on: LegalDate }
  | { type: 'cancelled'; on: LegalDate };

/** One line of the explanation of a due date. `code` picks the sentence; `params` fills it. */
export interface DerivationStep {
  code:
    | 'counted'
    | 'complexity'
    | 'extended'
    | 'suspended'
    | 'continued'
    | 'expertiseRequested'
    | 'expertiseReturned'
    | 'expertiseCounted'
    | 'closed'
    | 'reopened'
    | 'ruleChanged'
    | 'calendarChanged'
    | 'corrected'
    | 'nominalEnd'
    | 'countedBack'
    | 'movedEarlier'
    | 'hoursCounted'
    | 'hoursCountedBack'
    | 'officeHours'
    | 'latestMoment'
    | 'shifted'
    | 'provisionalCalendar'
    | 'calendarEnds'
    | 'setting'
    | 'warnEarlier'
    | 'otherReading';
  params: Record<string, string | number>;
  /** Article that the line rests on. */
  source: string | null;
}

/** What replaying a ledger yields. */
export interface Derivation {
  /** Last legal day, the clock expires at 24:00 of it; null while the clock stands still. */
  due: LegalDate | null;
  /** The day before shifting off weekends and days off; null while the clock stands still. */
  nominalDue: LegalDate | null;
  /** Days the limit allows in all, in `dayKind`. */
  limitDays: number;
  dayKind: DayKind;
  /** Days already used when the clock last stood still. */
  usedDays: number;
  extensions: number;
  /** True when a date lies in a year whose calendar is not official. */
  provisional: boolean;
  certainty: Certainty;
  steps: DerivationStep[];
}

export const DEADLINE_STATES = ['running', 'paused', 'met', 'cancelled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** A clock of a case as the record keeps it. Everything but `ledger` is derived from it. */
export interface Deadline {
  id: string;
  clock: Clock;
  procedure: Procedure;
  state: DeadlineState;
  ledger: LedgerEntry[];
  due: LegalDate | null;
  /** Next step of the ladder that has not rung, null when none is left or the clock stands still. */
  nextStep: number | null;
  /** When that step rings. */
  nextAlarmAt: InstantText | null;
  /** Frozen when met: true if met on or before the due date. */
  metInTime: boolean | null;
}
