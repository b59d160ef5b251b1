import type { OfficeHours } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { addCalendarDays } from './plain-dates.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A moment on the wall in Asia/Ho_Chi_Minh; `time` is `HH:MM`. */
export interface Moment {
  date: LegalDate;
  time: string;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** True for a time of the day written as `HH:MM`, 00:00 to 23:59. */
export function isTimeOfDay(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** The moment so many hours later (earlier, when negative); every hour of the day counts. */
export function addHours({ date, time }: Moment, hours: number): Moment {
  const minutes = minutesOf(time) + hours * HOUR;
  return {
    date: addCalendarDays(date, Math.floor(minutes / DAY)),
    time: timeOf(((minutes % DAY) + DAY) % DAY),
  };
}

/** The moment at which so many office hours have passed; nights, breaks, weekends and days off do not count. */
export function addOfficeHours(
  { date, time }: Moment,
  hours: number,
  { spans }: OfficeHours,
  calendar: WorkingCalendar,
): Moment {
  let left = hours * HOUR;
  let day = date;
  let from = minutesOf(time);
  for (;;) {
    for (const [opens, closes] of calendar.isWorkingDay(day) ? spans : []) {
      const begin = Math.max(from, minutesOf(opens));
      const open = Math.max(0, minutesOf(closes) - begin);
      if (open >= left) return { date: day, time: timeOf(begin + left) };
      left -= open;
    }
    day = addCalendarDays(day, 1);
    from = 0;
  }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3));
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / HOUR), minutes % HOUR].map((part) => String(part).padStart(2, '0')).join(':');
}
