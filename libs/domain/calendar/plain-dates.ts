import { Temporal } from 'temporal-polyfill';
import type { LegalDate } from '../vocabulary.js';

const NUMBERS = new Map<LegalDate, number>();
const DATES = new Map<number, LegalDate>();
const LOADED = new Set<number>();
const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Writes a whole year into the tables at once; after that a date costs one look-up. */
function loadYear(year: number): void {
  LOADED.add(year);
  let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  let number = EPOCH.until(day, { largestUnit: 'day' }).days;
  while (day.year === year) {
    const text = day.toString();
    NUMBERS.set(text, number);
    DATES.set(number, text);
    day = day.add({ days: 1 });
    number += 1;
  }
}

function numberOrUndefined(date: string): number | undefined {
  const known = NUMBERS.get(date);
  if (known !== undefined) return known;
  const year = /^(\d{4})-\d{2}-\d{2}$/.exec(date)?.[1];
  if (year === undefined || LOADED.has(Number(year))) return undefined;
  loadYear(Number(year));
  return NUMBERS.get(date);
}

/** Days since 1970-01-01. Throws a RangeError for a text that is no date, such as `2026-02-30`. */
export function dayNumber(date: LegalDate): number {
  const number = numberOrUndefined(date);
  if (number === undefined) throw new RangeError(`"${date}" is not a date of the calendar (YYYY-MM-DD)`);
  return number;
}

/** The date of a day number. */
export function dateOf(number: number): LegalDate {
  const known = DATES.get(number);
  if (known !== undefined) return known;
  loadYear(EPOCH.add({ days: number }).year);
  return DATES.get(number) as LegalDate;
}

/**
 * True for a `YYYY-MM-DD` that exists in the calendar and lies in 1900 to 2199. `2026-02-30` does not
 * exist; `0206-01-05` exists but is a slip of the pen, never the date of a petition.
 */
export function isLegalDate(value: unknown): value is LegalDate {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-/.test(value)) return false;
  return numberOrUndefined(value) !== undefined;
}

/** The date `days` calendar days after (before, when negative). */
export function addCalendarDays(date: LegalDate, days: number): LegalDate {
  return dateOf(dayNumber(date) + days);
}

/** Calendar days after `from` up to and including `to`; negative when `to` is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday of a day number: 1 is Monday, 7 is Sunday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LegalDate): number {
  return weekdayOfNumber(dayNumber(date));
}

/** Calendar year of a legal date. */
export function yearOf(date: LegalDate): number {
  return Number(date.slice(0, 4));
}
