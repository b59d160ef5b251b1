import { describe, expect, test } from '@jest/globals';
import { transition } from 'xstate';
import { CASE_COMMANDS } from '../commands.js';
import { NOTICE_TEMPLATES } from '../decide/notices.js';
import { sampleCommand } from '../decide/sample-events.js';
import { type Clock, DUTIES, PROCEDURES, type Procedure } from '../vocabulary.js';
import type { EffectParams } from './chart-setup.js';
import { checkCharts } from './check-charts.js';
import { type CaseFacts, CHARTS, type ChartEvent, type ChartState, handlingOf, NO_FACTS } from './index.js';
import { leavesOf, namesIn, nodesOf } from './read-machine.js';

const ON = '2026-11-23';

/** Acts that no guard of the handling region remembers; the random walk of decide/ gives them too. */
const ASIDE = [
  'answerVisitor',
  'setPlace',
  'reportRisk',
  'passCrimeSigns',
  'urge',
  'answerUrge',
  'supervise',
  'stay',
  'liftStay',
  'liftSeal',
  'requestProtection',
  'decideProtection',
  'endProtection',
  'correctDate',
];

/** Every event that can move a case, with the variants that guards tell apart. */
function eventsOf(procedure: Procedure): ChartEvent[] {
  const commands = CASE_COMMANDS.filter((name) => !ASIDE.includes(name)).map(
    (name) => ({ ...sampleCommand(name, procedure, ON), calmed: [] }) as unknown as ChartEvent,
  );
  const fulfilments = DUTIES.map((duty): ChartEvent => ({ type: 'fulfil', duty, on: ON }));
  const rings = (['settle', 'publish', 'legalForce'] as const).flatMap((clock) =>
    (['warn', 'overdue', 'escalate'] as const).map(
      (kind): ChartEvent => ({ type: 'deadlinePassed', clock, kind, level: kind === 'escalate' ? 1 : 0 }),
    ),
  );
  return [
    ...commands,
    ...fulfilments,
    ...rings,
    { type: 'withdraw', on: ON, scope: 'part' },
    { type: 'refuseVisit', on: ON, ground: 'weapons', reason: 'sample' },
    { type: 'reportVerification', on: ON, demandsDiffer: true },
  ];
}

interface Reached {
  key: string;
  value: ChartState;
  facts: CaseFacts;
  moves: { event: ChartEvent; to: string }[];
}

/** The open clocks after the effects of a move, as the ledgers would have them. */
function clocksAfter(
  clocks: readonly Clock[],
  effects: readonly { type: string; params: unknown }[],
  facts: CaseFacts,
  event: ChartEvent,
): Clock[] {
  const open = new Set(clocks);
  for (const { type, params } of effects) {
    const {
      clock,
      when,
      met = [],
      cancelled = [],
    } = (params ?? {}) as Partial<EffectParams['startClock'] & EffectParams['stopClocks']>;
    if ((type === 'startClock' && !(when && !facts[when])) || type === 'reopenClock') open.add(clock!);
    if (type === 'startReception') open.add('process');
    if (type === 'meetDuty' && event.type === 'fulfil') open.delete(event.duty);
    for (const each of [...met, ...cancelled]) open.delete(each);
  }
  return [...open];
}

/** States are told apart by where they stand and by what guards of the way onward remember. */
function keyOf(value: ChartState, facts: CaseFacts): string {
  const { receivedOn, acceptedOn, verificationStarted, verificationReported, demandsDiffer, dialogueHeld } =
    facts;
  return JSON.stringify([
    handlingOf(value),
    value.supervision,
    facts.level > 0,
    receivedOn !== null,
    acceptedOn !== null,
    verificationStarted,
    verificationReported,
    demandsDiffer && !dialogueHeld,
    dialogueHeld,
    facts.identityKnown,
    Math.min(facts.refusedAssignments, 2),
    Object.keys(facts.alarms).length > 0,
    facts.clocks.includes('legalForce'),
    facts.clocks.filter((clock) => (DUTIES as readonly Clock[]).includes(clock)).length,
  ]);
}

/** Gives every event in every state, from a petition whose day of receipt is unknown. */
function walk(procedure: Procedure): Reached[] {
  const chart = CHARTS[procedure];
  const events = eventsOf(procedure);
  const begin = chart.resolveState({
    value: {},
    context: { ...NO_FACTS, forwarded: true, clocks: ['review'] },
  });
  const reached = new Map<string, Reached>();
  const add = (value: ChartState, facts: CaseFacts): string => {
    const key = keyOf(value, facts);
    if (!reached.has(key)) reached.set(key, { key, value, facts, moves: [] });
    return key;
  };
  add(begin.value as unknown as ChartState, begin.context);
  for (const node of reached.values()) {
    const snapshot = chart.resolveState({ value: node.value as never, context: node.facts });
    for (const event of events.filter((each) => snapshot.can(each))) {
      const [next, effects] = transition(chart, snapshot, event);
      const clocks = clocksAfter(node.facts.clocks, effects as never, next.context, event);
      const to = add(next.value as unknown as ChartState, { ...next.context, clocks });
      node.moves.push({ event, to });
    }
  }
  return [...reached.values()];
}

const isResolved = ({ handling }: ChartState) => 'resolved' in handling;

test('the charts have no problem that their definitions show', () => {
  expect(checkCharts(CHARTS)).toEqual([]);
});

test('every message of the list is sent by a chart or a clock, and no other one', () => {
  const sent = Object.values(CHARTS)
    .flatMap(nodesOf)
    .flatMap((node) => namesIn(node).actions)
    .flatMap(({ params }) => (params.template as string) ?? []);
  const byClocks = ['deadlineNear', 'deadlineOverdue', 'deadlineEscalated', 'decisionInForce'];
  expect([...new Set([...sent, ...byClocks])].sort()).toEqual([...NOTICE_TEMPLATES].sort());
});

describe.each(PROCEDURES)('the chart of %s', (procedure) => {
  const states = walk(procedure);
  const at = new Map(states.map((state) => [state.key, state]));

  test('reaches every state it draws under its conditions', () => {
    const reached = new Set(states.map(({ value }) => handlingOf(value)));
    expect([...leavesOf(CHARTS[procedure], 'handling').keys()].filter((path) => !reached.has(path))).toEqual(
      [],
    );
  });

  test('can reach an end from every state', () => {
    const ending = new Set(states.filter(({ value }) => isResolved(value)).map(({ key }) => key));
    for (let grown = true; grown; ) {
      const before = ending.size;
      for (const { key, moves } of states) if (moves.some(({ to }) => ending.has(to))) ending.add(key);
      grown = ending.size > before;
    }
    expect(states.filter(({ key }) => !ending.has(key)).map(({ value }) => handlingOf(value))).toEqual([]);
  });

  test('keeps a resolved case resolved, unless a withdrawal is undone', () => {
    for (const { value, moves } of states.filter(({ value }) => isResolved(value))) {
      const back = moves.filter(({ to }) => !isResolved(at.get(to)!.value));
      expect([handlingOf(value), ...back.map(({ event }) => event.type)]).toEqual(
        back.length === 0 ? [handlingOf(value)] : ['resolved.withdrawn', 'reopen'],
      );
    }
  });

  test('lets no passing of time decide: only legal force comes by itself', () => {
    const moved = states.flatMap(({ value, moves }) =>
      moves
        .filter(({ event }) => event.type === 'deadlinePassed')
        .map(({ to }) => [handlingOf(value), handlingOf(at.get(to)!.value)])
        .filter(([from, to]) => from !== to),
    );
    for (const move of moved) expect(move).toEqual(['resolved.decided', 'resolved.inForce']);
  });
});
