import { workingCalendar } from '../calendar/index.js';
import { addHours, addOfficeHours, type Moment } from '../calendar/office-hours.js';
import { weekdayOf } from '../calendar/plain-dates.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import type { DerivationStep } from './ledger.js';

/** Where a limit ends that no clock runs under: the last day, the time on it when it is in hours, and why. */
export interface CountedOnce {
  due: LegalDate;
  /** `HH:MM` in Asia/Ho_Chi_Minh; null for a limit in days, which ends at 24:00. */
  dueTime: string | null;
  provisional: boolean;
  steps: DerivationStep[];
}

/**
 * Counts a limit that runs back from its event, or in hours.
 *
 * Backward: the event's own day is not counted, and a last day that is off moves earlier; no text that was read gives
 * a rule, and this is the reading that cannot be late. Hours run from the moment itself (Bộ luật Dân sự art. 147.1).
 */
export function countOnce(policy: Policy, rule: LimitRule, event: Moment): CountedOnce {
  const isInHours = rule.dayKind === 'hour' || rule.dayKind === 'workingHour';
  const { due, dueTime, provisional, steps } = isInHours
    ? countHours(policy, rule, event)
    : countBack(policy, rule, event.date);
  const { certainty, source } = rule;
  const setting: DerivationStep = { code: 'setting', params: { note: source }, source: null };
  return { due, dueTime, provisional, steps: [...steps, ...(certainty === 'setting' ? [setting] : [])] };
}

function countBack(policy: Policy, rule: LimitRule, on: LegalDate): CountedOnce {
  const calendar = workingCalendar(policy.calendar);
  const kind = rule.dayKind === 'workingDay' ? 'workingDay' : 'calendarDay';
  const nominal = calendar.add(on, -rule.days.base, kind);
  const due = calendar.previousWorkingDay(nominal);
  const back = { ...paramsOf(rule), on, ...dated(nominal) };
  const moved: DerivationStep = { code: 'movedEarlier', params: dated(due), source: null };
  return {
    due,
    dueTime: null,
    provisional: calendar.isProvisional(due) || calendar.isProvisional(on),
    steps: [{ code: 'countedBack', params: back, source: rule.article }, ...(due === nominal ? [] : [moved])],
  };
}

function countHours(policy: Policy, rule: LimitRule, event: Moment): CountedOnce {
  const { officeHours, calendar: edition } = policy;
  const calendar = workingCalendar(edition);
  const isBack = rule.direction === 'before';
  const isWorking = rule.dayKind === 'workingHour';
  const hours = rule.days.base;
  const end = isWorking
    ? addOfficeHours(event, hours, officeHours, calendar)
    : addHours(event, isBack ? -hours : hours);
  const spans = officeHours.spans.map((span) => span.join('-')).join(', ');
  const code = isBack ? 'hoursCountedBack' : 'hoursCounted';
  return {
    due: end.date,
    dueTime: end.time,
    provisional: isWorking && calendar.isProvisional(end.date),
    steps: [
      { code, params: { ...paramsOf(rule), on: event.date, at: event.time }, source: rule.article },
      ...(isWorking ? [{ code: 'officeHours', params: { spans }, source: null } as const] : []),
      { code: 'latestMoment', params: { ...dated(end.date), at: end.time }, source: null },
    ],
  };
}

function paramsOf({ days, dayKind, startEvent, id }: LimitRule) {
  return { days: days.base, dayKind, startEvent, ruleId: id };
}

function dated(date: LegalDate) {
  return { date, weekday: weekdayOf(date) };
}
