import fc from 'fast-check';
import type { CalendarEdition, CalendarYear } from '#domain';
import { dayNumber, dayText, isWeekend, isWorked, wallCalendar } from './wall-calendar.js';

/** The years that a random edition covers, and so the days that a decree may change. */
const YEARS = [2024, 2025, 2026, 2027, 2028, 2029];
const FIRST_DAY = dayNumber('2024-01-01');
const LAST_DAY = dayNumber('2029-12-31');

/** What a decree changes, as days since 1970-01-01. */
export interface Decree {
  edition: string;
  /** Working days given off; any other day in the list changes nothing. */
  off?: readonly number[];
  /** Ordinary weekend days to be worked; any other day in the list changes nothing. */
  worked?: readonly number[];
  /** Days off and made-up working days of the edition before that are taken back. */
  lifted?: readonly number[];
}

/**
 * Random decrees on top of an edition: forty to a hundred and twenty more days off in the six years, up to forty
 * weekend days worked, up to twenty Mondays off in exchange for the Saturday before, and any of the edition's own
 * days taken back.
 */
export function decrees(edition: CalendarEdition, name: fc.Arbitrary<string>): fc.Arbitrary<CalendarEdition> {
  const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
  const { off, worked } = wallCalendar(edition);
  const lists = fc.record({
    edition: name,
    off: fc.uniqueArray(day, { minLength: 40, maxLength: 120 }),
    worked: fc.uniqueArray(day, { maxLength: 40 }),
    swaps: fc.uniqueArray(day.map(mondayOnOrAfter), { maxLength: 20 }),
    lifted: fc.subarray([...off, ...worked]),
  });
  return lists.map(({ swaps, ...decree }) =>
    decreed(edition, {
      ...decree,
      off: [...decree.off, ...swaps],
      worked: [...decree.worked, ...swaps.map((monday) => monday - 2)],
    }),
  );
}

/** 5 January 1970 was a Monday, the fourth day after the first. */
function mondayOnOrAfter(day: number): number {
  return day + ((((4 - day) % 7) + 7) % 7);
}

/** The edition as the decree leaves it, valid from 2024 to 2029. */
export function decreed(edition: CalendarEdition, decree: Decree): CalendarEdition {
  const lifted = new Set((decree.lifted ?? []).map(dayText));
  const wall = wallCalendar(edition);
  const off = (decree.off ?? []).filter((day) => isWorked(day, wall) && !isWeekend(day));
  const worked = (decree.worked ?? []).filter((day) => isWeekend(day) && !isWorked(day, wall));
  const years = YEARS.map((year): CalendarYear => {
    const held = edition.years.find((known) => known.year === year);
    const of = (days: number[]) =>
      [...new Set(days.map(dayText))].filter((date) => date.startsWith(`${year}-`)).sort();
    const kept = <Day extends { date: string }>(days: readonly Day[] = []) =>
      days.filter(({ date }) => !lifted.has(date));
    return {
      year,
      decree: held?.decree ?? 'Lịch thử',
      source: held?.source ?? 'Lịch thử',
      provisional: held?.provisional ?? true,
      daysOff: [...kept(held?.daysOff), ...of(off).map((date) => ({ date, name: 'Nghỉ thêm' }))],
      workingDays: [...kept(held?.workingDays), ...of(worked).map((date) => ({ date, reason: 'Làm bù' }))],
    };
  });
  return { edition: decree.edition, validFrom: '2024-01-01', validThrough: '2029-12-31', years };
}
