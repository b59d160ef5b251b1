export { brokenCalendar, checkDecree, type Drafted } from './check-decree.js';
export { bySigning, changedDates, composeEdition, type Decree, datesOf } from './decree.js';
export { type CalendarEvent, type CalendarFeed, writeICalendar } from './icalendar.js';
export { instantAt, legalDateOf } from './instants.js';
export { addCalendarDays, daysBetween, isLegalDate, weekdayOf } from './plain-dates.js';
export { firstDueTouched } from './touched-due.js';
export { WorkingCalendar, workingCalendar, type YearStanding } from './working-calendar.js';
