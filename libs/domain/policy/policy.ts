import type { Clock, LegalDate, Limit, Procedure } from '../vocabulary.js';
import type { Certainty } from './certainty.js';
import type { ActRow, LawVersion } from './law.js';

export { CERTAINTIES, type Certainty } from './certainty.js';

/** How days are counted: every day, working days only (domain: Bộ luật Dân sự 2015 art. 147-148). */
export type DayKind = 'calendarDay' | 'workingDay';

/** What a limit is counted in. Hours run from the moment itself (art. 147.1), working hours in office hours only. */
export type LimitUnit = DayKind | 'workingHour' | 'hour';

/** A limit by complexity and remoteness; a missing variant falls back to the nearest longer-established one. */
export interface LimitDays {
  base: number;
  complex?: number;
  speciallyComplex?: number;
  remote?: number;
  remoteComplex?: number;
}

/**
 * Where the days of an extension begin: with the limit itself, so that only the last day is shifted off days off, or at
 * the shifted end of the limit before. No text that was read says; `start` ends earlier.
 */
export const EXTENSION_STARTS = ['start', 'shiftedEnd'] as const;
export type ExtensionStart = (typeof EXTENSION_STARTS)[number];

/** Whether the day of a suspension is used up. No text that was read says; `counts` ends earlier. */
export const STOP_DAYS = ['counts', 'free'] as const;
export type StopDay = (typeof STOP_DAYS)[number];

/** One row of the law's table of limits, valid from a date. */
export interface LimitRule {
  /** Row of the table, such as `K3`; together with `effectiveFrom` it is unique. */
  id: string;
  clock: Limit;
  procedures: readonly Procedure[];
  /** How many of `dayKind`. */
  days: LimitDays;
  dayKind: LimitUnit;
  /** `before` counts back from the event: the last moment at which something must have been done. */
  direction?: 'before';
  /** What starts the clock, or what it counts back from, in the words of the glossary. */
  startEvent: string;
  /** How often the limit may be extended by the settler, per complexity, and by how many days each time. */
  extension?: {
    days: number;
    times: { none: number; complex: number; speciallyComplex: number };
    countedFrom: ExtensionStart;
  };
  /** Whether the day on which a clock is stopped is used; `counts` when the row does not say. */
  stopDay?: StopDay;
  article: string;
  /** A second, earlier reading of the law to warn about, counted from the same start. */
  warnEarlier?: { days: number; dayKind: DayKind; article: string };
  source: string;
  certainty: Certainty;
  effectiveFrom: LegalDate;
  effectiveTo: LegalDate | null;
}

/** A row that a clock of a case can run under: counted forward, in days. */
export type ClockRule = LimitRule & { dayKind: DayKind };

/** Office hours of the province, for limits in working hours; `HH:MM` in the order of the day. */
export interface OfficeHours {
  spans: readonly (readonly [from: string, to: string])[];
  source: string;
  certainty: Certainty;
}

/** Days off and made-up working days of one year, as decided. */
export interface CalendarYear {
  year: number;
  decree: string;
  source: string;
  /** True while the official schedule is not announced. */
  provisional: boolean;
  daysOff: readonly { date: LegalDate; name: string; swapped?: boolean }[];
  workingDays: readonly { date: LegalDate; reason: string }[];
}

/** An edition of the working calendar. Deadlines keep the edition they were computed with. */
export interface CalendarEdition {
  edition: string;
  validFrom: LegalDate;
  validThrough: LegalDate;
  years: readonly CalendarYear[];
}

/** Whom a ladder step tells. Someone is always told: an empty audience falls to the coordination office. */
export const AUDIENCES = [
  'desk',
  'holder',
  'holderHead',
  'superior',
  'coordinationOffice',
  'supervisor',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One step of the ladder of a clock: a warning before, the limit itself, an escalation after. */
export interface LadderStep {
  kind: 'warn' | 'overdue' | 'escalate';
  /** Days relative to the due date: negative before, 0 the limit itself, positive after. */
  offset: number;
  dayKind: DayKind;
  /** Level of escalation reached; 0 for warnings and the limit. */
  level: number;
  tells: readonly Audience[];
}

export interface Ladder {
  clocks: readonly Clock[];
  source: string;
  /** Hour of the day (Asia/Ho_Chi_Minh) at which warnings ring, so that nobody is mailed at midnight. */
  warnAtHour: number;
  steps: readonly LadderStep[];
}

/** All the numbers of the law and of the province that the engine runs under. */
export interface Policy {
  version: string;
  limits: readonly LimitRule[];
  /** The edition in force: what happens today is counted under it. */
  calendar: CalendarEdition;
  /** Every edition that a ledger may name, the one in force included. */
  editions: readonly CalendarEdition[];
  ladders: readonly Ladder[];
  officeHours: OfficeHours;
  /** Every version of the law, the oldest first. */
  laws: readonly LawVersion[];
  /** The article of every act, by procedure and date. */
  acts: readonly ActRow[];
}

/** The calendar edition of a name. @throws when it is not held: editions are never deleted. */
export function calendarOf(policy: Policy, edition: string): CalendarEdition {
  const { calendar, editions, version } = policy;
  const held = calendar.edition === edition ? calendar : editions.find((each) => each.edition === edition);
  if (!held) throw new Error(`The policy ${version} holds no calendar edition ${edition}`);
  return held;
}
