import { describe, expect, test } from '@jest/globals';
import { getAdjacencyMap } from 'xstate/graph';
import { CASE_COMMANDS } from '../commands.js';
import { sampleCommand } from '../decide/sample-events.js';
import { PROCEDURES, type Procedure } from '../vocabulary.js';
import {
  type CaseFacts,
  CHARTS,
  type ChartEvent,
  type ChartState,
  handlingOf,
  NO_FACTS,
  ownerOf,
} from './index.js';

const ON = '2026-11-23';

/** Every event a chart may get, with the variants its guards tell apart. */
function eventsOf(procedure: Procedure): ChartEvent[] {
  const commands = CASE_COMMANDS.map((name) => sampleCommand(name, procedure, ON) as ChartEvent);
  const partial: ChartEvent = { type: 'withdraw', on: ON, scope: 'part' };
  const alarms = (['warn', 'overdue', 'escalate'] as const).map(
    (kind): ChartEvent => ({
      type: 'deadlinePassed',
      clock: 'settle',
      kind,
      level: kind === 'escalate' ? 1 : 0,
    }),
  );
  return [...commands, partial, ...alarms];
}

/** Facts that guards ask about, with counters cut off where they stop mattering. */
function memory(facts: CaseFacts) {
  const { receivedOn, verificationStarted, dialogueHeld, urgeIsOpen, alarms } = facts;
  return [
    receivedOn !== null,
    verificationStarted,
    dialogueHeld,
    urgeIsOpen,
    alarms,
    Math.min(facts.refusedAssignments, 2),
  ];
}

type Move = { event: ChartEvent; state: { value: unknown; context: CaseFacts } };

/** A state the walk reached, and where each event leads from it. */
interface Reached {
  key: string;
  value: ChartState;
  moves: { event: string; to: string; value: ChartState }[];
}

/** Walks a chart exhaustively; states are told apart by value and by what guards remember. */
function walk(procedure: Procedure) {
  const map = getAdjacencyMap(CHARTS[procedure], {
    events: eventsOf(procedure),
    input: NO_FACTS,
    serializeState: (snapshot) => JSON.stringify([snapshot.value, memory(snapshot.context)]) as never,
  });
  return Object.entries(map).map(
    ([key, { state, transitions }]): Reached => ({
      key,
      value: state.value as unknown as ChartState,
      moves: Object.values(transitions as Record<string, Move>).map(({ event, state: next }) => ({
        event: event.type,
        to: JSON.stringify([next.value, memory(next.context)]),
        value: next.value as unknown as ChartState,
      })),
    }),
  );
}

/** Every node of a chart, the root first. */
function nodesOf(procedure: Procedure) {
  const nodes = [CHARTS[procedure].root];
  for (const node of nodes) nodes.push(...(Object.values(node.states) as typeof nodes));
  return nodes;
}

const isResolved = ({ handling }: ChartState) => 'resolved' in handling;

describe.each(PROCEDURES)('the chart of %s', (procedure) => {
  const states = walk(procedure);

  test('has an owner role and a clock in every open state', () => {
    expect(states.length).toBeGreaterThan(5);
    for (const { value } of states.filter(({ value }) => !isResolved(value))) {
      expect([handlingOf(value), ownerOf(procedure, value)]).not.toContain(null);
    }
    const regions = CHARTS[procedure].root.states.handling!.states;
    const open = Object.values(regions)
      .filter(({ key }) => key !== 'resolved')
      .flatMap(({ states: inner }) => Object.values(inner));
    for (const state of open) expect([state.id, state.meta?.clocks.length ?? 0]).not.toContain(0);
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

  test('uses every event it declares, and reaches every state it draws', () => {
    const used = new Set(
      states.flatMap(({ key, moves }) => moves.filter(({ to }) => to !== key).map(({ event }) => event)),
    );
    const still = ['classify', 'setPlace', 'answerVisitor', 'withdraw', 'recordComplexity', 'extend'];
    expect(
      CHARTS[procedure].events.filter((event) => !used.has(event as never) && !still.includes(event)),
    ).toEqual([]);
    const reached = new Set(states.map(({ value }) => handlingOf(value)));
    const drawn = Object.values(CHARTS[procedure].root.states.handling!.states).flatMap((region) =>
      Object.keys(region.states).map((key) => `${region.key}.${key}`),
    );
    expect(drawn.filter((state) => !reached.has(state))).toEqual([]);
  });

  test('keeps a resolved case resolved, and its supervision ended', () => {
    for (const { value, moves } of states.filter(({ value }) => isResolved(value))) {
      expect(value.supervision).toBe('ended');
      expect(moves.filter((move) => !isResolved(move.value))).toEqual([]);
    }
  });

  test('names only actions and guards that exist', () => {
    const { actions, guards } = CHARTS[procedure].implementations;
    const names = (list: readonly unknown[]) =>
      list.map((one) => (typeof one === 'string' ? one : (one as { type?: string }).type));
    for (const node of nodesOf(procedure)) {
      const moves = [...node.transitions.values(), node.always ?? []].flat();
      const acts = [...node.entry, ...node.exit, ...moves.flatMap((move) => move.actions)];
      expect(names(acts).filter((name) => name && !(name in actions))).toEqual([]);
      const conditions = moves.flatMap(({ guard }) => (typeof guard === 'string' ? [guard] : []));
      expect(conditions.filter((name) => !(name in guards))).toEqual([]);
    }
  });

  test('asks for no clock, timer, actor or memory of its own', () => {
    for (const node of nodesOf(procedure)) {
      expect([node.id, node.invoke.length, node.after.length, node.type === 'history']).toEqual([
        node.id,
        0,
        0,
        false,
      ]);
    }
  });
});
