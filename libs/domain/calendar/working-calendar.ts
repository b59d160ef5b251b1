import type { CalendarEdition, DayKind } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { addCalendarDays, dateOf, dayNumber, daysBetween, weekdayOfNumber, yearOf } from './plain-dates.js';

/** How well the days off of a year are known. Of a year that is not held only the weekends are known. */
export type YearStanding = 'official' | 'provisional' | 'notHeld';

const CALENDARS = new WeakMap<CalendarEdition, WorkingCalendar>();

/** The working calendar of an edition; built once per edition object. */
export function workingCalendar(edition: CalendarEdition): WorkingCalendar {
  let calendar = CALENDARS.get(edition);
  if (!calendar) {
    calendar = new WorkingCalendar(edition);
    CALENDARS.set(edition, calendar);
  }
  return calendar;
}

/** Monday-to-Friday days from a fixed far past up to and including a day: five a week, no loop. */
function weekdaysThrough(number: number): number {
  const weeks = Math.floor((number + 3) / 7);
  return weeks * 5 + Math.min(weekdayOfNumber(number), 5);
}

/**
 * Counts working days (Bộ luật Dân sự art. 147-148): Monday to Friday, less the days off, plus
 * the Saturdays made working days by a swap. A swapped day off counts as a day off, a reading that the law leaves open.
 */
export class WorkingCalendar {
  /** Days that differ from the plain week: -1 a weekday off, +1 a weekend day worked. */
  readonly #exceptions = new Map<number, 1 | -1>();
  readonly #standings = new Map<number, YearStanding>();
  readonly #validThrough: LegalDate;

  constructor(edition: CalendarEdition) {
    this.#validThrough = edition.validThrough;
    for (const year of edition.years) {
      this.#standings.set(year.year, year.provisional ? 'provisional' : 'official');
      for (const off of year.daysOff) {
        const day = dayNumber(off.date);
        if (weekdayOfNumber(day) <= 5) this.#exceptions.set(day, -1);
      }
      for (const worked of year.workingDays) {
        const day = dayNumber(worked.date);
        if (weekdayOfNumber(day) > 5) this.#exceptions.set(day, 1);
      }
    }
  }

  isWorkingDay(date: LegalDate): boolean {
    return this.#works(dayNumber(date));
  }

  /** The date itself when it is a working day, else the first one after it. */
  nextWorkingDay(date: LegalDate): LegalDate {
    let day = dayNumber(date);
    while (!this.#works(day)) day += 1;
    return dateOf(day);
  }

  /** The date itself when it is a working day, else the last one before it. */
  previousWorkingDay(date: LegalDate): LegalDate {
    let day = dayNumber(date);
    while (!this.#works(day)) day -= 1;
    return dateOf(day);
  }

  /** The n-th working day after the date (before it, when n is negative); the date itself for 0. */
  addWorkingDays(date: LegalDate, n: number): LegalDate {
    const step = n < 0 ? -1 : 1;
    let day = dayNumber(date);
    for (let left = Math.abs(n); left > 0; ) {
      day += step;
      if (this.#works(day)) left -= 1;
    }
    return dateOf(day);
  }

  /** Working days after `from` up to and including `to`; additive, negative when `to` is earlier. */
  workingDaysBetween(from: LegalDate, to: LegalDate): number {
    return this.#workingDaysThrough(dayNumber(to)) - this.#workingDaysThrough(dayNumber(from));
  }

  /** The date n days of the given kind after the date. */
  add(date: LegalDate, n: number, kind: DayKind): LegalDate {
    return kind === 'workingDay' ? this.addWorkingDays(date, n) : addCalendarDays(date, n);
  }

  /** Days of the given kind after `from` up to and including `to`. */
  count(from: LegalDate, to: LegalDate, kind: DayKind): number {
    return kind === 'workingDay' ? this.workingDaysBetween(from, to) : daysBetween(from, to);
  }

  /** How well the days off of a calendar year are known. */
  standing(year: number): YearStanding {
    return this.#standings.get(year) ?? 'notHeld';
  }

  /**
   * True when the days off around the date are not official: a forecast, a year that is not held, or a day past the
   * last one that the calendar is known for.
   */
  isProvisional(date: LegalDate): boolean {
    return date > this.#validThrough || this.standing(yearOf(date)) !== 'official';
  }

  #works(day: number): boolean {
    const exception = this.#exceptions.get(day);
    return exception === undefined ? weekdayOfNumber(day) <= 5 : exception === 1;
  }

  #workingDaysThrough(day: number): number {
    let days = weekdaysThrough(day);
    for (const [exception, change] of this.#exceptions) if (exception <= day) days += change;
    return days;
  }
}
