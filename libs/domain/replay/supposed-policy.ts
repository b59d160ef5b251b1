import { weekdayOf, yearOf } from '../calendar/plain-dates.js';
import type { Refusal } from '../decide/index.js';
import { checkPolicy } from '../policy/check-policy.js';
import type { CalendarEdition, CalendarYear, Ladder, LimitRule, Policy } from '../policy/policy.js';
import { changeFault, supposedFault } from './change-faults.js';
import {
  type CalendarChange,
  changedDays,
  type LadderChange,
  type LimitChange,
  type SupposedChanges,
} from './supposed-changes.js';

/** Ending of the names of what is only supposed; nothing under such a name is ever stored. */
const SUPPOSED = '~what-if';

/**
 * The policy in force with some numbers changed. Nonsense is refused at the change that holds it: a row that does not
 * exist, a change that changes nothing, a ladder that does not go up; in the end the same checks hold as for a policy
 * that the engine is started with.
 */
export function supposePolicy(
  policy: Policy,
  changes: SupposedChanges,
): { policy: Policy } | { refusal: Refusal } {
  const refusal = changeFault(policy, changes);
  if (refusal) return { refusal };
  const calendar = withDays(policy.calendar, changes.calendar);
  const supposed: Policy = {
    ...policy,
    version: `${policy.version}${SUPPOSED}`,
    limits: policy.limits.map((rule) => withNumbers(rule, changes.limits)),
    calendar,
    editions: [...policy.editions, calendar],
    ladders: changes.ladders.reduce(withLadder, policy.ladders),
  };
  const [problem] = checkPolicy(supposed);
  return problem === undefined ? { policy: supposed } : { refusal: supposedFault(problem) };
}

function withNumbers(rule: LimitRule, changes: readonly LimitChange[]): LimitRule {
  const change = changes.find(({ id, from }) => id === rule.id && from === rule.effectiveFrom);
  if (!change) return rule;
  return { ...rule, days: changedDays(rule.days, change), dayKind: change.dayKind ?? rule.dayKind };
}

function withDays(edition: CalendarEdition, changes: readonly CalendarChange[]): CalendarEdition {
  if (changes.length === 0) return edition;
  const years = edition.years.map((year) =>
    changes.filter(({ date }) => yearOf(date) === year.year).reduce(withDay, year),
  );
  return { ...edition, edition: `${edition.edition}${SUPPOSED}`, years };
}

/** A day off on a weekday is written down, on a weekend it is the rule; a working day the other way round. */
function withDay(year: CalendarYear, { date, day }: CalendarChange): CalendarYear {
  const daysOff = year.daysOff.filter((each) => each.date !== date);
  const workingDays = year.workingDays.filter((each) => each.date !== date);
  const isWeekend = weekdayOf(date) > 5;
  return {
    ...year,
    daysOff: day === 'off' && !isWeekend ? [...daysOff, { date, name: SUPPOSED }] : daysOff,
    workingDays: day === 'working' && isWeekend ? [...workingDays, { date, reason: SUPPOSED }] : workingDays,
  };
}

/** The clock leaves the ladder it shares with others and gets one of its own. */
function withLadder(ladders: readonly Ladder[], { clock, steps }: LadderChange): readonly Ladder[] {
  return ladders.flatMap((ladder) => {
    if (!ladder.clocks.includes(clock)) return [ladder];
    const others = ladder.clocks.filter((each) => each !== clock);
    const own: Ladder = {
      ...ladder,
      clocks: [clock],
      steps: steps.map((step) => ({ ...step, tells: ['coordinationOffice'] })),
    };
    return others.length === 0 ? [own] : [{ ...ladder, clocks: others }, own];
  });
}
