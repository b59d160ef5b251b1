import type { CalendarEdition, Ladder } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { changedDates } from './decree.js';
import { addCalendarDays } from './plain-dates.js';
import { workingCalendar } from './working-calendar.js';

/**
 * The earliest due date of a running clock that another calendar may touch; null when it touches none. A clock that is
 * due earlier keeps its due date, every alarm and how official its date is.
 *
 * Why that is exact: counting forward to a day, and shifting off days off, looks at no day after the one it ends on, so
 * a count that ends before the first changed day ends alike under both calendars. The latest day a clock looks at is
 * its due date or the last step of its ladder, and a later due date never has an earlier last step; so the first due
 * date whose ladder reaches the first changed day parts the clocks in two. How official a date is depends on no day
 * after the due date. (Limits that count back from an event are looked up and never run as the clock of a case.)
 *
 * @param before the calendar that the due dates were counted under.
 */
export function firstDueTouched(
  before: CalendarEdition,
  after: CalendarEdition,
  ladders: readonly Ladder[],
): LegalDate | null {
  const [worked] = changedDates(before, after);
  const touched = [
    ...(worked === undefined ? [] : [firstDueReaching(worked, before, ladders)]),
    ...firstOfOtherStanding(before, after),
  ].sort();
  return touched[0] ?? null;
}

/** The first due date from which some ladder has a step on or after the day. */
function firstDueReaching(day: LegalDate, edition: CalendarEdition, ladders: readonly Ladder[]): LegalDate {
  const calendar = workingCalendar(edition);
  const late = ladders.flatMap(({ steps }) => steps.filter(({ offset }) => offset > 0));
  const reaches = (due: LegalDate) =>
    late.some(({ offset, dayKind }) => calendar.add(due, offset, dayKind) >= day);
  let due = day;
  while (reaches(addCalendarDays(due, -1))) due = addCalendarDays(due, -1);
  return due;
}

/** The first date that is official under one calendar and not under the other, if there is one. */
function firstOfOtherStanding(before: CalendarEdition, after: CalendarEdition): LegalDate[] {
  const [old, next] = [workingCalendar(before), workingCalendar(after)];
  // Between these days the standing does not change.
  const turns = [before, after].flatMap(({ validThrough, years }) => [
    addCalendarDays(validThrough, 1),
    ...years.map(({ year }) => `${year}-01-01`),
  ]);
  return turns
    .sort()
    .filter((day) => old.isProvisional(day) !== next.isProvisional(day))
    .slice(0, 1);
}
