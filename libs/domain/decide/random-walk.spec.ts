import { describe, expect, test } from '@jest/globals';
import {
  give,
  type House,
  metaOf,
  newHouse,
  type Place,
  register,
  ringsOf,
  runningClocks,
} from '../../../test/support/case-walk.js';
import { addCalendarDays, legalDateOf } from '../calendar/index.js';
import { chartOf, GUARD_REFUSALS, handlingOf } from '../charts/index.js';
import { CASE_COMMANDS, type Command, type CommandName } from '../commands.js';
import { replay } from '../deadlines/index.js';
import type { Policy } from '../policy/policy.js';
import {
  CHANNELS,
  COMPLEXITY_CRITERIA,
  DUTIES,
  FURTHER_STEPS,
  OUTCOMES,
  PROCEDURES,
  type Procedure,
  SUPERVISION_TOOLS,
  TERMINATION_GROUNDS,
  VISIT_GROUNDS,
} from '../vocabulary.js';
import { type Decision, refusalText, sampleCommand } from './index.js';
import { correctableDates } from './recount.js';

/** One walk for each command, which is given there more often than elsewhere. */
const WALKS = CASE_COMMANDS.length;
const STEPS = 70;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Roll = () => number;
const pick = <Value>(list: readonly Value[], roll: Roll): Value => list[Math.floor(roll() * list.length)]!;

const AFTER_THE_END: readonly string[] = [...DUTIES, 'legalForce', 'answerUrge'];

/** Acts that leave a case where it stands, given now and then. */
const ASIDE: readonly CommandName[] = [
  'answerVisitor',
  'setPlace',
  'reportRisk',
  'passCrimeSigns',
  'urge',
  'escalate',
  'supervise',
  'succeed',
  'correctDate',
];

/** Acts that end a case or send it back are given less often, so that walks go deep. */
const RARE: readonly CommandName[] = [
  'classify',
  'refuseAssignment',
  'takeOver',
  'guide',
  'transfer',
  'returnToSender',
  'fileIneligible',
  'markDuplicate',
  'guideToSplit',
  'refuseVisit',
  'refuseAcceptance',
  'terminate',
  'archive',
  'withdraw',
];

function oddsOf(name: CommandName): number {
  if (RARE.includes(name)) return 0.05;
  return ASIDE.includes(name) ? 0.12 : 1;
}

/** What each command may carry beside the sample's words. */
function vary(command: Command, place: Place, procedure: Procedure, roll: Roll): Command {
  switch (command.type) {
    case 'classify':
      return procedure === 'unclassified'
        ? { type: 'setPlace', placeCode: 'sample' }
        : { ...command, procedure };
    case 'confirmIdentity':
      return { ...command, known: roll() < 0.8 };
    case 'startVerification':
      return { ...command, noConflict: roll() < 0.8 };
    case 'reportVerification':
      return { ...command, demandsDiffer: roll() < 0.5 };
    case 'recordComplexity':
      return { ...command, criteria: COMPLEXITY_CRITERIA.filter(() => roll() < 0.3), remote: roll() < 0.3 };
    case 'resolve':
      return roll() < 0.2 ? { ...command, outcome: pick(OUTCOMES, roll) } : command;
    case 'withdraw':
      return { ...command, scope: pick(['whole', 'part'], roll), settlementMustContinue: roll() < 0.2 };
    case 'refuseVisit':
      return { ...command, ground: pick(VISIT_GROUNDS, roll) };
    case 'terminate':
      return roll() < 0.3 ? { ...command, ground: pick(TERMINATION_GROUNDS, roll) } : command;
    case 'fulfil':
      return roll() < 0.3 ? { ...command, duty: pick(DUTIES, roll) } : command;
    case 'recordFurtherStep':
      return roll() < 0.3 ? { ...command, step: pick(FURTHER_STEPS, roll) } : command;
    case 'supervise':
      return { ...command, tool: pick(SUPERVISION_TOOLS, roll) };
    case 'decideProtection':
      return { ...command, granted: roll() < 0.6 };
    case 'correctDate': {
      const dates = correctableDates(place.deadlines, place.case.facts);
      if (dates.length === 0) return command;
      const { act, on: was } = pick(dates, roll);
      return { ...command, act, was, is: addCalendarDays(was, Math.floor(roll() * 9) - 4) };
    }
    default:
      return command;
  }
}

/** A command of anybody, or the system, on the day of the walk; some are dated a few days back. */
function nextCommand(
  house: House,
  place: Place,
  procedure: Procedure,
  favourite: CommandName,
  roll: Roll,
): Command {
  const today = legalDateOf(house.now);
  const rings = ringsOf(place);
  const luck = roll();
  if (luck < 0.12 && rings.length > 0) return pick(rings, roll);
  if (luck < 0.15) return { type: 'calendarChanged', edition: house.policy.calendar.edition };
  if (luck < 0.16) return { type: 'lawChanged', version: '2026-07-01' };
  const on = roll() < 0.8 ? today : addCalendarDays(today, -Math.floor(roll() * 5));
  const names = CASE_COMMANDS.filter((name) => name === favourite || roll() < oddsOf(name));
  const commands = names.map((name) => sampleCommand(name, place.case.procedure, on, place));
  const { procedure: kind, state, facts } = place.case;
  const snapshot = chartOf(kind).resolveState({ value: state as never, context: facts });
  const possible = commands.filter((command) => snapshot.can(command as never));
  const liked = possible.find(({ type }) => type === favourite);
  if (liked && roll() < 0.3) return vary(liked, place, procedure, roll);
  const isLikely = possible.length > 0 && roll() < 0.7;
  return vary(pick(isLikely ? possible : commands, roll), place, procedure, roll);
}

/** The same law under a new edition of the calendar, with one more day off. */
function decreed(policy: Policy, number: number, date: string): Policy {
  const { calendar } = policy;
  const years = calendar.years.map((year) =>
    date.startsWith(String(year.year))
      ? { ...year, daysOff: [...year.daysOff, { date, name: 'sample' }] }
      : year,
  );
  const next = { ...calendar, edition: `sample-${number}`, years };
  return { ...policy, calendar: next, editions: [...policy.editions, next] };
}

interface Walked {
  steps: number;
  given: Set<string>;
}

function walk(seed: number, procedure: Procedure, house: House, walked: Walked): void {
  const roll = dice(seed);
  const receivedOn = roll() < 0.1 ? null : addCalendarDays('2026-08-03', Math.floor(roll() * 60));
  house.now = `${addCalendarDays('2026-10-05', Math.floor(roll() * 5))}T10:00:00+07:00`;
  let place: Decision = register(house, receivedOn, pick(CHANNELS, roll));
  for (let step = 0; step < STEPS; step += 1) {
    if (roll() < 0.3) {
      house.now = `${addCalendarDays(legalDateOf(house.now), Math.floor(roll() * 6))}T10:00:00+07:00`;
    }
    if (roll() < 0.03) {
      const date = addCalendarDays(legalDateOf(house.now), Math.floor(roll() * 20));
      house.policy = decreed(house.policy, seed * STEPS + step, date);
    }
    const command = nextCommand(house, place, procedure, CASE_COMMANDS[seed % WALKS]!, roll);
    const next = give(house, place, command);
    if (!next) continue;
    check(house, place, next, command);
    walked.given.add(command.type);
    walked.steps += 1;
    place = next;
  }
}

/** What holds of every case after every command. */
function check(house: House, before: Decision, after: Decision, command: Command): void {
  const { state, facts } = after.case;
  const running = runningClocks(after);
  const told = [command.type, handlingOf(before.case.state), handlingOf(state), running];
  const isEnded = state.handling.resolved !== undefined;
  expect([...told, after.ownerRole !== null]).toEqual([...told, !isEnded]);
  const isKept = isEnded
    ? running.every((clock) => AFTER_THE_END.includes(clock))
    : metaOf(after)!.clocks.some((clock) => running.includes(clock));
  expect([...told, isKept]).toEqual([...told, true]);
  const open = after.deadlines.filter((deadline) => ['running', 'paused'].includes(deadline.state));
  expect([...facts.clocks].sort()).toEqual([...new Set(open.map(({ clock }) => clock))].sort());
  expect([
    ...told,
    Object.keys(facts.alarms).filter((clock) => !facts.clocks.includes(clock as never)),
  ]).toEqual([...told, []]);
  for (const { ledger, due, procedure } of open) {
    expect(replay(ledger, house.policy, procedure).due).toBe(due);
  }
  if (command.type === 'deadlinePassed' && handlingOf(before.case.state) !== handlingOf(state)) {
    expect([command.clock, handlingOf(before.case.state), handlingOf(state)]).toEqual([
      'legalForce',
      'resolved.decided',
      'resolved.inForce',
    ]);
  }
  if (command.type === 'calendarChanged') expect(give(house, after, command)).toBeUndefined();
}

describe('cases to which everybody does whatever they may, on any day', () => {
  const house = newHouse();
  const { policy } = house;
  const walked: Walked = { steps: 0, given: new Set() };

  test.each(PROCEDURES)(
    'as %s always have an owner and a clock, or have ended and run only duties',
    (procedure) => {
      // A denunciation knows the most acts.
      const walks = procedure === 'denunciation' ? 4 * WALKS : WALKS;
      for (let seed = 1; seed <= walks; seed += 1) {
        house.policy = policy;
        walk(seed + PROCEDURES.indexOf(procedure) * 1000, procedure, house, walked);
      }
      expect(walked.steps).toBeGreaterThan(100);
    },
  );

  test('see every command given', () => {
    const all: CommandName[] = [...CASE_COMMANDS, 'deadlinePassed', 'calendarChanged', 'lawChanged'];
    expect(all.filter((name) => !walked.given.has(name))).toEqual([]);
    expect(walked.steps).toBeGreaterThan(5000);
  });

  test('meet no refusal without words in both languages', () => {
    const met = [...house.refusals.values()];
    const guarded = Object.values(GUARD_REFUSALS).map(({ code }) => ({ code, params: {} }));
    for (const refusal of [...met, ...guarded]) {
      const { vi, en } = refusalText(refusal);
      expect([refusal.code, vi.length > 10, en.length > 10]).toEqual([refusal.code, true, true]);
    }
    expect(met.length).toBeGreaterThan(15);
  });
});
