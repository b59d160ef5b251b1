import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import {
  cancelDeadline,
  changeCalendar,
  changeRule,
  continueDeadline,
  correctDeadline,
  type Deadline,
  extendDeadline,
  extensionRefusal,
  foundComplexity,
  type Policy,
  recordComplexityOn,
  reopenDeadline,
  requestExpertise,
  returnExpertise,
  startDeadline,
  suspendDeadline,
} from '#domain';
import { daysOf } from './clerk-reading.js';
import { decrees } from './decrees.js';
import { rowsOf } from './histories.js';
import { dayNumber, dayText } from './wall-calendar.js';

const built = loadPolicy();

/** The rows of the clocks that the charts start: those have a ladder. */
const rows = rowsOf(built.limits).flatMap(({ rule, procedure }) => {
  const clock = built.ladders.flatMap(({ clocks }) => clocks).find((known) => known === rule.clock);
  return clock ? [{ clock, procedure, rule }] : [];
});

const named = (edition: string) => decrees(built.calendar, fc.constant(edition));
const decreed = fc.tuple(named('decree 1'), named('decree 2'), named('decree 3'));
const editions = [built.calendar, ...fc.sample(decreed, { numRuns: 1, seed: 2026 }).flat()];

/** The policy of the office while each of four editions is in force. */
export const policies = editions.map((calendar): Policy => ({ ...built, editions, calendar }));

/** What the office holds when it acts: the day, the policy in force, and two numbers to choose by. */
export interface Moment {
  on: string;
  policy: Policy;
  choice: number;
  shift: number;
}

/** What an office may do to a clock; an act that is not open to it leaves the clock as it is. */
const ACTS: Record<string, (deadline: Deadline, moment: Moment) => Deadline> = {
  suspend: (deadline, { on, policy }) => suspendDeadline(deadline, on, policy),
  continue: (deadline, { on, policy }) => continueDeadline(deadline, on, policy),
  askExpert: (deadline, { on, policy }) => requestExpertise(deadline, on, policy),
  hearExpert: (deadline, { on, policy }) => returnExpertise(deadline, on, policy),
  find: (deadline, { on, policy, choice, shift }) => {
    const complexity = (['none', 'complex', 'speciallyComplex'] as const)[choice % 3] ?? 'none';
    return recordComplexityOn(deadline, { on, complexity, remote: shift % 2 === 0 }, policy);
  },
  extend: (deadline, { on, policy }) => {
    const refused = extensionRefusal(deadline, foundComplexity(deadline), policy);
    return deadline.state !== 'running' || refused ? deadline : extendDeadline(deadline, on, policy);
  },
  cancel: (deadline, { on }) => cancelDeadline(deadline, on),
  reopen: (deadline, { on, policy }) => reopenDeadline(deadline, on, policy),
  recount: (deadline, { on, policy }) => changeCalendar(deadline, on, policy),
  transit: (deadline, { on, policy, choice }) => {
    const others = rowsOf(policy.limits).flatMap(({ rule, procedure }) =>
      procedure === deadline.procedure ? [rule] : [],
    );
    const rule = others[choice % others.length];
    return rule ? changeRule(deadline, { on, rule, article: rule.article }, policy) : deadline;
  },
  correct: (deadline, moment) => correctedBy(deadline, moment) ?? deadline,
};

/** Sets the day of an entry right, as somebody may on that day: not to a later day, nor where two entries fit. */
export function correctedBy(deadline: Deadline, { on, policy, choice, shift }: Moment): Deadline | null {
  const { ledger } = deadline;
  const entry = choice % ledger.length;
  const type = ledger[entry]?.type ?? 'started';
  if (['corrected', 'calendarChanged', 'ruleChanged'].includes(type)) return null;
  const days = daysOf(ledger).map(dayText);
  const was = days[entry] ?? '';
  const is = dayText(dayNumber(was) + shift - 20);
  const twins = days.filter((day, place) => ledger[place]?.type === type && (day === was || day === is));
  if (is > on || twins.length > 1) return null;
  return correctDeadline(deadline, { on, type, was, is, reason: 'Ghi nhầm ngày' }, policy);
}

export interface Story {
  row: number;
  start: number;
  acts: { name: string; after: number; choice: number; shift: number; decreed: boolean }[];
}

/** Random stories of up to eight acts, most of them close together. */
export const stories: fc.Arbitrary<Story> = fc.record({
  row: fc.nat(rows.length - 1),
  start: fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-06-30') }),
  acts: fc.array(
    fc.record({
      name: fc.constantFrom(...Object.keys(ACTS)),
      after: fc.oneof(fc.nat(3), fc.nat(25)),
      choice: fc.nat(59),
      shift: fc.nat(40),
      decreed: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
});

/**
 * Tells a story to the engine. `check` sees the clock after every act, with the day, the policy in force, and whether
 * the calendar in force counts by now: the office did something to the clock, or was told to count it anew.
 */
export function tell(
  story: Story,
  check: (deadline: Deadline, moment: Moment, isRecounted: boolean) => void,
): void {
  const row = rows[story.row];
  if (row === undefined) throw new Error('The story names a row that is not there');
  const { clock, procedure, rule } = row;
  let on = Math.max(story.start, dayNumber(rule.effectiveFrom));
  let inForce = 0;
  const policy = policies[0] ?? built;
  let deadline = startDeadline({ id: 'd1', clock, procedure, on: dayText(on), policy });
  if (deadline === undefined) return;
  for (const { name, after, choice, shift, decreed } of story.acts) {
    on += after;
    if (decreed) inForce = choice % policies.length;
    const moment = { on: dayText(on), policy: policies[inForce] ?? built, choice, shift };
    const before = deadline;
    deadline = ACTS[name]?.(deadline, moment) ?? deadline;
    check(deadline, moment, deadline !== before || name === 'recount');
  }
}
