import type { DayKind, LadderStep, LimitDays } from '../policy/policy.js';
import type { Clock, LegalDate } from '../vocabulary.js';

/** Other numbers of one row of the law's table; what is left out stays. */
export interface LimitChange {
  id: string;
  /** Date of effect of the row: together with the id it names the row. */
  from: LegalDate;
  days?: { [Variant in keyof LimitDays]?: number | undefined };
  dayKind?: DayKind | undefined;
}

/** One day of the calendar made a day off or a working day. */
export interface CalendarChange {
  date: LegalDate;
  day: 'off' | 'working';
}

/** Another ladder for one clock. Whom a step tells does not matter: nobody is told of a supposition. */
export interface LadderChange {
  clock: Clock;
  steps: readonly Pick<LadderStep, 'kind' | 'offset' | 'dayKind' | 'level'>[];
}

/** In what a supposed policy differs from the one in force. */
export interface SupposedChanges {
  limits: readonly LimitChange[];
  calendar: readonly CalendarChange[];
  ladders: readonly LadderChange[];
}

/** True when nothing is to be changed: then the record itself is examined. */
export function isUnchanged({ limits, calendar, ladders }: SupposedChanges): boolean {
  return limits.length + calendar.length + ladders.length === 0;
}

/** The numbers of a row after a change. */
export function changedDays(days: LimitDays, { days: changed = {} }: LimitChange): LimitDays {
  const given = Object.entries(changed).filter(([, value]) => value !== undefined);
  return { ...days, ...Object.fromEntries(given) };
}
