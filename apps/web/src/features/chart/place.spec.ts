import { describe, expect, test } from '@jest/globals';
import { chartOf, drawChart } from '#domain';
import { placeIn } from './place.js';

const chart = {
  procedure: 'denunciation' as const,
  version: 1,
  ...drawChart(chartOf('denunciation')),
} as never;

const history = [
  { handlingFrom: null, handlingTo: 'received.registered' },
  { handlingFrom: 'received.registered', handlingTo: 'received.classified' },
  { handlingFrom: 'received.classified', handlingTo: 'assigned.awaitingAcceptance' },
  { handlingFrom: 'assigned.awaitingAcceptance', handlingTo: 'assigned.accepted' },
];

describe('the place of a case in its chart', () => {
  const { columns, next } = placeIn(chart, 'assigned.accepted', history);
  const marked = (mark: string) =>
    columns.flatMap(({ states }) => states.filter((state) => state.mark === mark).map(({ path }) => path));

  test('runs from received over assigned to resolved', () => {
    expect(columns.map(({ name }) => name)).toEqual(['received', 'assigned', 'resolved']);
  });

  test('is one state, after those that the case has passed', () => {
    expect(marked('current')).toEqual(['assigned.accepted']);
    expect(marked('passed')).toEqual(['received.classified', 'assigned.awaitingAcceptance']);
    expect(marked('ahead')).toContain('resolved.concluded');
  });

  test('leads on by acts that move the case, each named once', () => {
    expect(next).toContainEqual({ event: 'startVerification', to: 'assigned.verifying' });
    expect(next.map(({ event }) => event)).not.toContain('setPlace');
    expect(new Set(next.map(({ event, to }) => event + to)).size).toBe(next.length);
  });
});
