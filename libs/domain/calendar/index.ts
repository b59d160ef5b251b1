export { instantAt, legalDateOf } from './instants.js';
export { addCalendarDays, daysBetween, isLegalDate, weekdayOf } from './plain-dates.js';
export { WorkingCalendar, workingCalendar, type YearStanding } from './working-calendar.js';
