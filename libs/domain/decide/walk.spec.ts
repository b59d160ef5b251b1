import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { chartOf, NO_FACTS, type StateMeta } from '../charts/index.js';
import { type Actor, CASE_COMMANDS, type Command } from '../commands.js';
import type { Deadline } from '../deadlines/index.js';
import { PROCEDURES, type Procedure } from '../vocabulary.js';
import {
  type CaseState,
  type Decision,
  decide,
  REGISTERED,
  type Refusal,
  refusalText,
  sampleCommand,
} from './index.js';

const policy = loadPolicy();
const TODAY = '2026-11-23';
const NOW = '2026-11-23T03:00:00Z';
const DESK = 'desk';
const AGENCY = 'sample';

/** One actor per right, so that the walk meets every move that anybody may make. */
const ACTORS: Actor[] = [
  { id: 'office', role: 'coordinationOffice', agencyCode: DESK },
  { id: 'officer', role: 'agencyOfficer', agencyCode: AGENCY },
  { id: 'head', role: 'agencyHead', agencyCode: AGENCY },
  { id: 'clock', role: 'system', agencyCode: null },
];

interface Node {
  case: CaseState;
  deadlines: Deadline[];
}

const refusals = new Map<string, Refusal>();
let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${ids}`;
};

function registered(receivedOn: string | null): Node {
  const blank: CaseState = {
    id: 'case',
    number: 'CM-2026-000001-1',
    procedure: 'unclassified',
    procedureVersion: 1,
    state: REGISTERED,
    facts: NO_FACTS,
    version: 0,
    deskAgencyCode: DESK,
    agencyCode: null,
  };
  const command: Command = {
    type: 'register',
    receivedOn,
    channel: 'post',
    declaredKind: null,
    deskAgencyCode: DESK,
    backdatingReason: 'sample',
  };
  return give({ case: blank, deadlines: [] }, command, ACTORS[0]!)!;
}

function give(node: Node, command: Command, actor: Actor): Decision | undefined {
  const verdict = decide({ ...node, command, actor, now: NOW, policy, newId });
  if (!verdict.ok) refusals.set(verdict.refusal.code, verdict.refusal);
  return verdict.ok ? verdict.decision : undefined;
}

/** All that anybody can do to a case today. */
function moves(node: Node, procedure: Procedure): Decision[] {
  const commands = CASE_COMMANDS.map((name) => sampleCommand(name, node.case.procedure, TODAY));
  const classify: Command[] = procedure === 'unclassified' ? [] : [{ type: 'classify', procedure }];
  const rings = node.deadlines
    .filter(({ nextStep }) => nextStep !== null)
    .map(
      ({ id, clock, nextStep }): Command => ({
        type: 'deadlinePassed',
        clock,
        deadlineId: id,
        step: nextStep!,
      }),
    );
  return [...commands.filter(({ type }) => type !== 'classify'), ...classify, ...rings].flatMap((command) => {
    const decisions = ACTORS.map((actor) => give(node, command, actor));
    return decisions.find((decision) => decision !== undefined) ?? [];
  });
}

/** Cases are told apart by where they stand, what guards remember and which clocks run. */
function keyOf({ case: { procedure, state, facts }, deadlines }: Node): string {
  const clocks = deadlines
    .filter((deadline) => deadline.state === 'running')
    .map(({ clock, nextStep }) => `${clock}${nextStep}`);
  const { verificationStarted, dialogueHeld, complexity, alarms, urgeIsOpen, receivedOn } = facts;
  const refusals = Math.min(facts.refusedAssignments, 2);
  const extended = deadlines.flatMap(({ ledger }) => ledger).filter(({ type }) => type === 'extended').length;
  return JSON.stringify([
    procedure,
    state,
    clocks.sort(),
    verificationStarted,
    dialogueHeld,
    complexity,
    alarms,
    urgeIsOpen,
    receivedOn,
    refusals,
    extended,
  ]);
}

function walk(start: Node, procedure: Procedure): Node[] {
  const seen = new Map([[keyOf(start), start]]);
  for (const node of seen.values()) {
    if (node.case.state.handling.resolved) continue;
    for (const next of moves(node, procedure)) {
      if (next.case.facts.urges > 1 || next.case.facts.refusedAssignments > 2) continue;
      const key = keyOf(next);
      if (!seen.has(key)) seen.set(key, next);
    }
  }
  return [...seen.values()];
}

function expectedClocks({ case: { procedure, state } }: Node): readonly string[] {
  const [top, sub] = Object.entries(state.handling)[0]!;
  const meta = chartOf(procedure).root.states.handling?.states[top]?.states[sub]?.meta as StateMeta;
  return meta.clocks;
}

describe.each(PROCEDURES)('every case of %s that commands and clocks can bring about', (procedure) => {
  test.each([
    ['received before any law in force', '2009-03-02'],
    ['received long ago', '2026-07-06'],
    ['received today', TODAY],
    ['whose received date is missing', null],
  ])('%s: runs a clock of its state while open and none once resolved', (_, receivedOn) => {
    const nodes = walk(registered(receivedOn), procedure);
    expect(nodes.length).toBeGreaterThan(3);
    for (const node of nodes) {
      const running = node.deadlines
        .filter(({ state }) => state === 'running')
        .map(({ clock }) => clock as string);
      if (node.case.state.handling.resolved)
        expect([node.case.state, running]).toEqual([node.case.state, []]);
      else {
        const isKept = running.some((clock) => expectedClocks(node).includes(clock));
        expect([node.case.state, running, isKept]).toEqual([node.case.state, running, true]);
      }
    }
  });
});

test('every refusal met on the way has words in both languages', () => {
  expect(refusals.size).toBeGreaterThan(5);
  for (const refusal of refusals.values()) {
    const { vi, en } = refusalText(refusal);
    expect([refusal.code, vi.length > 10, en.length > 10]).toEqual([refusal.code, true, true]);
  }
});
