import { describe, expect, test } from '@jest/globals';
import type { Procedure } from '../vocabulary.js';
import { chartSetup } from './chart-setup.js';
import { checkCharts } from './check-charts.js';
import { CHARTS } from './index.js';

type Tree = { [key: string]: Tree };

/** The problems of the charts once the definition of one of them was changed. */
function problemsAfter(procedure: Procedure, change: (handling: Tree, config: Tree) => void): string[] {
  const config = copy(CHARTS[procedure].config) as unknown as Tree;
  change(config.states!.handling!.states!, config);
  const changed = chartSetup(procedure).createMachine(config as never);
  return checkCharts({ ...CHARTS, [procedure]: changed as never });
}

/** Conditions are functions: they are shared, everything else is copied. */
function copy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) as Value;
}

const without = (list: Tree, type: string) =>
  (list as unknown as { type?: string }[]).filter((action) => action.type !== type) as unknown as Tree;

/** A slip in a definition, and the sentence that tells of it. */
const SLIPS: [string, Procedure, (handling: Tree, config: Tree) => void, RegExp][] = [
  [
    'an open state that nobody owns',
    'feedback',
    ({ assigned }) => {
      delete assigned!.states!.verifying!.meta;
    },
    /feedback: assigned\.verifying has no owner/,
  ],
  [
    'a state whose clock is not started',
    'complaintFirst',
    ({ assigned }) => {
      const { accept } = assigned!.states!.proposingAcceptance!.on!;
      accept!.actions = without(accept!.actions!, 'startClock');
    },
    /assigned\.accepted can be reached with none of its clocks running/,
  ],
  [
    'a suspension that stops nothing',
    'denunciation',
    ({ assigned }) => {
      const { suspend } = assigned!.states!.verifying!.on!;
      suspend!.actions = without(suspend!.actions!, 'pauseClock');
    },
    /the clock settle runs in assigned\.suspended, which does not name it/,
  ],
  [
    'an end that leaves the work’s clocks running',
    'voterPetition',
    ({ resolved }) => {
      delete resolved!.states!.answered!.entry;
    },
    /the clock settle outlives resolved\.answered/,
  ],
  [
    'a decision that never takes legal force',
    'complaintSecond',
    ({ resolved }) => {
      delete resolved!.states!.decided!.on!.deadlinePassed;
    },
    /resolved\.decided does not hear of legal force/,
  ],
  [
    'a duty that is forgotten',
    'denunciation',
    ({ assigned }) => {
      const { resolve } = assigned!.states!.concluding!.on!;
      resolve!.actions = without(resolve!.actions!, 'startClock');
    },
    /nothing starts the clock sendConclusion/,
  ],
  [
    'an act that is no longer possible',
    'complaintFirst',
    ({ assigned }) => {
      delete assigned!.states!.suspended!.on!.continue;
    },
    /assigned\.suspended lacks "continue → accepted/,
  ],
  [
    'a state that nothing leads to',
    'denunciation',
    ({ assigned }) => {
      delete assigned!.states!.verifying!.on!.requestExpertise;
    },
    /nothing leads to assigned\.awaitingExpertise/,
  ],
  [
    'a condition that does not exist',
    'denunciation',
    ({ assigned }) => {
      assigned!.states!.accepted!.on!.startVerification!.guard = 'noSuchGuard' as never;
    },
    /the guard noSuchGuard does not exist/,
  ],
  [
    'an escalation that nobody hears',
    'unclassified',
    (_, { states }) => {
      delete states!.supervision!.states!.overdue!.on!.deadlinePassed;
    },
    /overdue does not hear when alarmIsEscalation/,
  ],
  [
    'a message to nobody',
    'feedback',
    ({ assigned }) => {
      const { actions } = assigned!.on!.succeed!;
      (actions as unknown as { params: { audience: string[] } }[])[0]!.params.audience = [];
    },
    /nobody is told caseSucceeded/,
  ],
];

describe('the checks of the charts', () => {
  test.each(SLIPS)('tell of %s', (_, procedure, change, sentence) => {
    expect(problemsAfter(procedure, change).join('\n')).toMatch(sentence);
  });

  test('find nothing in a chart that was only copied', () => {
    expect(problemsAfter('denunciation', () => undefined)).toEqual([]);
  });
});
