import type { Sentences } from './phrase.js';
import { START_EVENTS } from './start-events.js';

type Value = string | number | undefined;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const UNITS: Record<string, string> = {
  calendarDay: 'day',
  workingDay: 'working day',
  hour: 'hour',
  workingHour: 'working hour',
};
const FINDINGS: Record<string, string> = {
  none: 'not complex',
  complex: 'complex',
  speciallyComplex: 'specially complex',
};

function date(value: Value): string {
  const [year, month, day] = String(value).split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function weekdayDate(weekday: Value, value: Value): string {
  return `${WEEKDAYS[Number(weekday) - 1]} ${date(value)}`;
}

function count(days: Value, dayKind: Value): string {
  return `${days} ${unit(dayKind)}${days === 1 ? '' : 's'}`;
}

function unit(dayKind: Value): string {
  return UNITS[String(dayKind)] ?? String(dayKind);
}

function startEvent(name: Value): string {
  return START_EVENTS[String(name)]?.en ?? String(name);
}

/** The explanation in English. */
export const ENGLISH: Sentences = {
  counted: (p) => `${count(p.days, p.dayKind)} from ${startEvent(p.startEvent)} ${date(p.on)}`,
  complexity: (p) => {
    const finding = `${FINDINGS[String(p.complexity)]}${p.remote === 1 ? ', remote area' : ''}`;
    return `found ${finding} on ${date(p.on)}: the limit is ${count(p.days, p.dayKind)}`;
  },
  extended: (p) => {
    const late = p.late === 1 ? ', AFTER the limit had passed' : '';
    const total = `${count(p.total, p.dayKind)} in all`;
    return `extended on ${date(p.on)} by ${count(p.days, p.dayKind)}, ${total}${late}`;
  },
  suspended: (p) => `suspended on ${date(p.on)} with ${count(p.usedDays, p.dayKind)} used`,
  continued: (p) => {
    const held = p.stillHeld === 1 ? '; the count waits for the expertise' : '';
    return `continued from ${date(p.on)} with ${count(p.leftDays, p.dayKind)} left${held}`;
  },
  expertiseRequested: (p) =>
    `expertise asked for on ${date(p.on)} with ${count(p.usedDays, p.dayKind)} used; its time does not count`,
  expertiseReturned: (p) => {
    const held = p.stillHeld === 1 ? '; the count waits because the case is suspended' : '';
    return `expertise received on ${date(p.on)} with ${count(p.leftDays, p.dayKind)} left${held}`;
  },
  expertiseCounted: (p) => `expertise asked for on ${date(p.on)}: its time counts towards this limit`,
  countedBack: (p) =>
    `at least ${count(p.days, p.dayKind)} before ${startEvent(p.startEvent)} ${date(p.on)}: ${weekdayDate(p.weekday, p.date)}`,
  movedEarlier: (p) =>
    `the texts do not say what holds when that is a day off, the earlier day is taken: ${weekdayDate(p.weekday, p.date)}`,
  hoursCounted: (p) =>
    `${count(p.days, p.dayKind)} from ${startEvent(p.startEvent)}, ${p.at} on ${date(p.on)}`,
  hoursCountedBack: (p) =>
    `at least ${count(p.days, p.dayKind)} before ${startEvent(p.startEvent)}, ${p.at} on ${date(p.on)}`,
  officeHours: (p) => `office hours ${p.spans} (a setting of the province, not verified)`,
  latestMoment: (p) => `the last moment is ${p.at}, ${weekdayDate(p.weekday, p.date)}`,
  closed: (p) => `closed on ${date(p.on)} with ${count(p.usedDays, p.dayKind)} used`,
  reopened: (p) =>
    `reopened from ${date(p.on)} with ${count(p.leftDays, p.dayKind)} left; the time it was closed does not count (a reading of this system that a lawyer must confirm)`,
  ruleChanged: (p) => `from ${date(p.on)} the rule ${p.ruleId} applies by a transition rule`,
  calendarChanged: (p) => `recounted on ${date(p.on)} under the working calendar ${p.edition}`,
  corrected: (p) =>
    `corrected on ${date(p.on)}: ${date(p.was)} was recorded by mistake, ${date(p.is)} is right`,
  nominalEnd: (p) => `${unit(p.dayKind)} ${p.days} is ${weekdayDate(p.weekday, p.date)}`,
  shifted: (p) => `moved to ${weekdayDate(p.weekday, p.date)}`,
  provisionalCalendar: (p) =>
    p.held === 1
      ? `the days off of ${p.year} are not official yet, the date may change`
      : `the days off of ${p.year} are not held, only weekends are skipped`,
  calendarEnds: () => 'the working calendar announced so far ends before this day, the date may change',
  setting: () => 'a setting, not a limit of the law',
  otherReading: (p) => {
    const how = {
      extension: 'with the extension counted from the shifted end',
      pause: 'with the day of the suspension not used up',
    };
    const reading = how[p.of as keyof typeof how];
    return `the texts do not say, the earlier date holds; ${reading} it would end on ${weekdayDate(p.weekday, p.date)}`;
  },
  warnEarlier: (p) => {
    const reading = `read as ${count(p.days, p.dayKind)}`;
    return `${reading} it ends earlier, ${weekdayDate(p.weekday, p.date)}; warnings follow that date`;
  },
};
