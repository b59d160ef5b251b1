import { workingCalendar } from '../calendar/index.js';
import { yearOf } from '../calendar/plain-dates.js';
import type { Refusal } from '../decide/index.js';
import type { Policy } from '../policy/policy.js';
import {
  type CalendarChange,
  changedDays,
  type LadderChange,
  type LimitChange,
  type SupposedChanges,
} from './supposed-changes.js';

/** What keeps a change from making sense, without its place. */
type Fault = Pick<Refusal, 'code' | 'params'>;

const MOST_DAYS = 3650;

/** The first change that makes no sense against the policy in force; null when all do. */
export function changeFault(policy: Policy, { limits, calendar, ladders }: SupposedChanges): Refusal | null {
  return (
    firstFault(
      'limits',
      limits,
      ({ id, from }) => `${id} ${from}`,
      (change) => limitFault(policy, change),
    ) ??
    firstFault(
      'calendar',
      calendar,
      ({ date }) => date,
      (change) => calendarFault(policy, change),
    ) ??
    firstFault(
      'ladders',
      ladders,
      ({ clock }) => clock,
      (change) => ladderFault(policy, change),
    )
  );
}

/** What the checks of every policy find in a supposed one. */
export function supposedFault(problem: string): Refusal {
  return refusal({ code: 'whatIf.policyFault', params: { problem } }, '/changes');
}

function firstFault<Change>(
  list: string,
  changes: readonly Change[],
  nameOf: (change: Change) => string,
  faultOf: (change: Change) => Fault | null,
): Refusal | null {
  for (const [index, change] of changes.entries()) {
    const name = nameOf(change);
    const isRepeated = changes.findIndex((each) => nameOf(each) === name) < index;
    const fault = isRepeated ? { code: 'whatIf.changedTwice', params: {} } : faultOf(change);
    if (fault) return refusal(fault, `/changes/${list}/${index}`);
  }
  return null;
}

function refusal(fault: Fault, pointer: string): Refusal {
  return { ...fault, kind: 'invalid', source: null, whoCan: [], pointer };
}

function limitFault({ limits }: Policy, change: LimitChange): Fault | null {
  const { id, from, dayKind } = change;
  const rule = limits.find((each) => each.id === id && each.effectiveFrom === from);
  if (!rule) return { code: 'whatIf.limitUnknown', params: { id, from } };
  const changed = changedDays(rule.days, change);
  const longest = Math.max(...Object.values(changed));
  const shortest = Math.min(...Object.values(changed));
  if (shortest < 1 || longest > MOST_DAYS)
    return { code: 'whatIf.daysOutOfRange', params: { most: MOST_DAYS } };
  if (shortest < changed.base) return { code: 'whatIf.daysShorterThanBase', params: { base: changed.base } };
  const isSame = Object.entries(changed).every(([name, value]) => rule.days[name as 'base'] === value);
  return isSame && (dayKind ?? rule.dayKind) === rule.dayKind
    ? { code: 'whatIf.limitUnchanged', params: { id } }
    : null;
}

function calendarFault({ calendar }: Policy, { date, day }: CalendarChange): Fault | null {
  const working = workingCalendar(calendar);
  if (working.standing(yearOf(date)) === 'notHeld') {
    const [first, last] = [calendar.years[0]?.year ?? 0, calendar.years.at(-1)?.year ?? 0];
    return { code: 'whatIf.yearNotHeld', params: { date, first, last } };
  }
  const isSame = working.isWorkingDay(date) === (day === 'working');
  return isSame
    ? { code: day === 'off' ? 'whatIf.alreadyOff' : 'whatIf.alreadyWorking', params: { date } }
    : null;
}

function ladderFault({ ladders }: Policy, { clock, steps }: LadderChange): Fault | null {
  const ladder = ladders.find(({ clocks }) => clocks.includes(clock));
  if (!ladder) return { code: 'whatIf.ladderUnknown', params: { clock } };
  if (steps.filter(({ kind }) => kind === 'overdue').length !== 1) {
    return { code: 'whatIf.ladderNeedsLimit', params: { clock } };
  }
  const sides = { warn: -1, overdue: 0, escalate: 1 };
  if (steps.some(({ kind, offset }) => Math.sign(offset) !== sides[kind])) {
    return { code: 'whatIf.ladderSide', params: { clock } };
  }
  if (steps.some(({ offset }, index) => index > 0 && offset <= (steps[index - 1]?.offset ?? 0))) {
    return { code: 'whatIf.ladderOrder', params: { clock } };
  }
  const levels = steps.filter(({ kind }) => kind === 'escalate').map(({ level }) => level);
  if (levels.length > 3 || levels.some((level, index) => level !== index + 1)) {
    return { code: 'whatIf.ladderLevels', params: { clock } };
  }
  const isSame = JSON.stringify(steps.map(core)) === JSON.stringify(ladder.steps.map(core));
  return isSame ? { code: 'whatIf.ladderUnchanged', params: { clock } } : null;
}

function core({ kind, offset, dayKind, level }: LadderChange['steps'][number]): unknown[] {
  return [kind, offset, dayKind, level];
}
