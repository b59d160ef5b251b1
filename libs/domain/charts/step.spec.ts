import { describe, expect, test } from '@jest/globals';
import { initialTransition, transition } from 'xstate';
import { CASE_COMMANDS } from '../commands.js';
import { sampleCommand } from '../decide/sample-events.js';
import { PROCEDURES } from '../vocabulary.js';
import { type CaseFacts, type ChartEvent, type ChartState, chartOf, NO_FACTS } from './index.js';
import { standIn, step } from './step.js';

const ON = '2026-11-23';
/** Places walked through in each chart. */
const WALK = 80;

describe('a step in a chart', () => {
  test.each(PROCEDURES)('of %s is the one that xstate takes, with the same effects', (procedure) => {
    const chart = chartOf(procedure);
    const [first] = initialTransition(chart, NO_FACTS);
    const places: [ChartState, CaseFacts][] = [[first.value as never, NO_FACTS]];
    const seen = new Set<string>();
    let moves = 0;
    for (let index = 0; index < places.length && index < WALK; index += 1) {
      const [state, facts] = places[index]!;
      for (const name of CASE_COMMANDS) {
        const event = { ...sampleCommand(name, procedure, ON), calmed: [] } as unknown as ChartEvent;
        const resolved = chart.resolveState({ value: state as never, context: facts });
        const [expected, effects] = transition(chart, resolved as never, event as never);
        const [next, listed] = step(chart, standIn(chart, state, facts), event);
        expect([next.value, next.context, next.status]).toEqual([
          expected.value,
          expected.context,
          expected.status,
        ]);
        expect(listed.map(({ type, params }) => ({ type, params }))).toEqual(
          effects.map(({ type, params }) => ({ type, params })),
        );
        moves += listed.length;
        const key = JSON.stringify([next.value, next.context]);
        if (seen.has(key)) continue;
        seen.add(key);
        places.push([next.value as never, next.context]);
      }
    }
    expect(moves).toBeGreaterThan(20);
  });
});
