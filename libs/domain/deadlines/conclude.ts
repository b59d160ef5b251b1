import { type WorkingCalendar, weekdayOf } from '../calendar/index.js';
import type { LimitRule } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { endOf } from './clock-runs.js';
import type { Derivation, DerivationStep } from './ledger.js';
import { allowedDays, currentEnd, type End, latestRun, type Reading, usedDays } from './reading.js';
import { lastUsedDay } from './standstill.js';

/** Article that moves the last day off weekends and days off. */
const SHIFT_ARTICLE = 'Bộ luật Dân sự Điều 148';

/** The end of a ledger read to its last entry, with the closing lines of the explanation. */
export function conclude(reading: Reading): Derivation {
  const { rule, extensions } = reading;
  const end = latestRun(reading).through === null ? currentEnd(reading) : null;
  const years = end ? unofficialYears(reading, end) : [];
  const pastCalendar = years.length === 0 && end !== null && reading.calendar.isProvisional(end.due);
  return {
    due: end?.due ?? null,
    nominalDue: end?.nominal ?? null,
    limitDays: allowedDays(reading),
    dayKind: rule.dayKind,
    usedDays: usedDays(reading),
    extensions,
    provisional: years.length > 0 || pastCalendar,
    certainty: rule.certainty,
    steps: [
      ...reading.steps,
      ...(end ? endSteps(reading, end) : []),
      ...years.map((year) => provisionalStep(year, reading.calendar)),
      ...(pastCalendar ? [{ code: 'calendarEnds', params: {}, source: null } as const] : []),
      ...settingStep(rule),
      ...(end ? earlierReading(reading, end.due) : []),
      ...(end ? otherReadings(reading, end.due) : []),
    ],
  };
}

function endSteps(reading: Reading, { nominal, due }: End): DerivationStep[] {
  const { rule, calendar } = reading;
  const params = { days: allowedDays(reading), dayKind: rule.dayKind, ...dated(nominal) };
  const reached: DerivationStep = { code: 'nominalEnd', params, source: null };
  if (due === nominal) return [reached];
  const carriedByPause = due !== calendar.nextWorkingDay(nominal);
  const source = carriedByPause ? carryingArticle(reading, due) : SHIFT_ARTICLE;
  return [reached, { code: 'shifted', params: dated(due), source }];
}

/** Article of the pause that began on the last day and carried it on: the latest one that ended by `due`. */
function carryingArticle({ steps }: Reading, due: LegalDate): string | null {
  const goesOn = ({ code, params }: DerivationStep) =>
    (code === 'continued' || code === 'expertiseReturned') && !params.stillHeld && String(params.on) <= due;
  return steps.findLast(goesOn)?.source ?? null;
}

function dated(date: LegalDate): { date: LegalDate; weekday: number } {
  return { date, weekday: weekdayOf(date) };
}

/** Years whose days off the end rests on: all of them for working days, only those of the end for calendar days. */
function unofficialYears({ rule, startedOn, calendar }: Reading, { nominal, due }: End): number[] {
  const first = Number((rule.dayKind === 'workingDay' ? startedOn : nominal).slice(0, 4));
  const last = Number(due.slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => calendar.standing(year) !== 'official');
}

function provisionalStep(year: number, calendar: WorkingCalendar): DerivationStep {
  const held = calendar.standing(year) === 'notHeld' ? 0 : 1;
  return { code: 'provisionalCalendar', params: { year, held }, source: null };
}

function settingStep(rule: LimitRule): DerivationStep[] {
  return rule.certainty === 'setting'
    ? [{ code: 'setting', params: { note: rule.source }, source: null }]
    : [];
}

function earlierReading(reading: Reading, due: LegalDate): DerivationStep[] {
  const { warnEarlier } = reading.rule;
  if (!warnEarlier) return [];
  const { days, dayKind, article } = warnEarlier;
  const date = currentEnd(reading, days, dayKind)?.due;
  if (date === undefined || date >= due) return [];
  return [{ code: 'warnEarlier', params: { days, dayKind, ...dated(date) }, source: article }];
}

/**
 * Where no text that was read says how to count, the safe reading holds and the other one is named: an extension that
 * begins at the shifted end of the limit before, a day of suspension that is not used up.
 */
function otherReadings(reading: Reading, due: LegalDate): DerivationStep[] {
  const { rule, runs, calendar } = reading;
  const other = (of: string, end: End | null): DerivationStep[] =>
    end && end.due > due ? [{ code: 'otherReading', params: { of, ...dated(end.due) }, source: null }] : [];
  const extended = rule.extension?.countedFrom === 'start' && reading.extensions > 0;
  const stopped = rule.stopDay !== 'free' && runs.length > 1;
  const freed = runs.map(({ after, through }) => ({
    after,
    through: through && lastUsedDay(through, after, 'free'),
  }));
  return [
    ...(extended ? other('extension', currentEnd(reading, allowedDays(reading, 'shiftedEnd'))) : []),
    ...(stopped ? other('pause', endOf(freed, allowedDays(reading), rule.dayKind, calendar)) : []),
  ];
}
