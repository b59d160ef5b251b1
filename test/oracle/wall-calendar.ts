import type { CalendarEdition } from '#domain';

/** One printed calendar on the clerk's wall. Days are whole numbers: days since 1970-01-01. */
export interface WallCalendar {
  off: ReadonlySet<number>;
  worked: ReadonlySet<number>;
}

const MILLISECONDS = 86_400_000;

/** `2026-11-23` as the number of days since 1970-01-01. */
export function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

export function dayText(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function wallCalendar(edition: CalendarEdition): WallCalendar {
  const off = edition.years.flatMap((year) => year.daysOff.map(({ date }) => dayNumber(date)));
  const worked = edition.years.flatMap((year) => year.workingDays.map(({ date }) => dayNumber(date)));
  return { off: new Set(off), worked: new Set(worked) };
}

/** 1 January 1970 was a Thursday, so two days after a multiple of seven is a Saturday and three a Sunday. */
export function isWeekend(day: number): boolean {
  const sinceThursday = ((day % 7) + 7) % 7;
  return sinceThursday === 2 || sinceThursday === 3;
}

/** A swapped Saturday is worked; a holiday, a day given in lieu and every other weekend day is off. */
export function isWorked(day: number, calendar: WallCalendar): boolean {
  if (calendar.worked.has(day)) return true;
  return !calendar.off.has(day) && !isWeekend(day);
}
