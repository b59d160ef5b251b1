import type { Refusal } from '../decide/refusal.js';
import type { CalendarEdition } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { composeEdition, type Decree, datesOf } from './decree.js';
import { weekdayOf } from './plain-dates.js';

/** A decree and what it is to change. */
export interface Drafted {
  decree: Decree;
  /** The calendar without the decree. */
  calendar: CalendarEdition;
  today: LegalDate;
}

/**
 * Why a decree cannot be taken, each as a refusal at its field that says what to do; none when it can. Whether the
 * days are the right ones only the paper knows.
 */
export function checkDecree(drafted: Drafted): Refusal[] {
  const faults = [
    ...signingFaults(drafted),
    ...emptyFaults(drafted),
    ...repeatedFaults(drafted),
    ...workingDayFaults(drafted),
    ...takenOutFaults(drafted),
    ...earlyFaults(drafted),
    ...validThroughFaults(drafted),
  ];
  return faults.length > 0 ? faults : brokenCalendar(composeEdition(drafted.calendar, [drafted.decree]));
}

/** Why a calendar does not hold together: a year between two others is missing, or one has no days off at all. */
export function brokenCalendar({ years }: CalendarEdition): Refusal[] {
  const gap = years.find(({ year }, index) => index > 0 && years[index - 1]?.year !== year - 1);
  const bare = years.find(({ daysOff }) => daysOff.length === 0);
  return [
    ...(gap ? [fault('decree.skipsYear', { year: gap.year, missing: gap.year - 1 })] : []),
    ...(bare ? [fault('decree.yearWithoutDays', { year: bare.year }, '/daysOff')] : []),
  ];
}

function signingFaults({ decree, today }: Drafted): Refusal[] {
  const { signedOn } = decree;
  return signedOn > today ? [fault('date.inTheFuture', { on: signedOn, today }, '/signedOn')] : [];
}

function emptyFaults({ decree }: Drafted): Refusal[] {
  const changes = datesOf(decree).length + decree.officialYears.length;
  return changes === 0 && decree.validThrough === null ? [fault('decree.empty')] : [];
}

function repeatedFaults({ decree }: Drafted): Refusal[] {
  const dates = datesOf(decree);
  const repeated = dates.filter((date, index) => dates.indexOf(date) !== index);
  return [...new Set(repeated)].map((date) => fault('decree.dateTwice', { date }, pointerTo(decree, date)));
}

function workingDayFaults({ decree }: Drafted): Refusal[] {
  return decree.workingDays.flatMap(({ date }, index) =>
    weekdayOf(date) > 5 ? [] : [fault('decree.notAWeekend', { date }, `/workingDays/${index}/date`)],
  );
}

function takenOutFaults({ decree, calendar }: Drafted): Refusal[] {
  const held = new Set(
    calendar.years.flatMap(({ daysOff, workingDays }) =>
      [...daysOff, ...workingDays].map(({ date }) => date),
    ),
  );
  return decree.takenOut.flatMap((date, index) =>
    held.has(date) ? [] : [fault('decree.notInCalendar', { date }, `/takenOut/${index}`)],
  );
}

function earlyFaults({ decree, calendar }: Drafted): Refusal[] {
  const { validFrom } = calendar;
  const early = datesOf(decree).filter((date) => date < validFrom);
  return early.map((date) => fault('decree.beforeCalendar', { date, validFrom }, pointerTo(decree, date)));
}

function validThroughFaults({ decree, calendar }: Drafted): Refusal[] {
  const validThrough = decree.validThrough ?? calendar.validThrough;
  const needed = [...datesOf(decree), ...decree.officialYears.map((year) => `${year}-01-01`)].sort().at(-1);
  return needed !== undefined && needed > validThrough
    ? [fault('decree.validThroughTooEarly', { validThrough, needed }, '/validThrough')]
    : [];
}

/** JSON Pointer to the last place at which a decree names a date. */
function pointerTo({ takenOut, workingDays, daysOff }: Decree, date: LegalDate): string {
  if (takenOut.includes(date)) return `/takenOut/${takenOut.lastIndexOf(date)}`;
  const worked = workingDays.findLastIndex((day) => day.date === date);
  if (worked >= 0) return `/workingDays/${worked}/date`;
  return `/daysOff/${daysOff.findLastIndex((day) => day.date === date)}/date`;
}

function fault(code: string, params: Refusal['params'] = {}, pointer?: string): Refusal {
  return { code, kind: 'invalid', params, source: null, whoCan: [], ...(pointer && { pointer }) };
}
