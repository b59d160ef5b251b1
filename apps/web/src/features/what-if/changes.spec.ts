import { describe, expect, test } from '@jest/globals';
import { type WhatIfRules, whatIfBody } from '#contract';
import { blankChange, type Change, changesOf, isWhole } from './changes';

const rules: WhatIfRules = {
  limits: [
    {
      id: 'K3',
      from: '2012-07-01',
      to: null,
      clock: 'settle',
      procedures: ['complaintFirst'],
      days: { base: 30, complex: 45 },
      dayKind: 'calendarDay',
    },
  ],
  ladders: [
    {
      clock: 'settle',
      steps: [
        { kind: 'warn', offset: -7, dayKind: 'calendarDay', level: 0 },
        { kind: 'overdue', offset: 0, dayKind: 'calendarDay', level: 0 },
        { kind: 'escalate', offset: 1, dayKind: 'workingDay', level: 1 },
        { kind: 'escalate', offset: 5, dayKind: 'workingDay', level: 2 },
      ],
    },
  ],
  calendar: { edition: '2026-11', firstYear: 2025, lastYear: 2027 },
};

const blank = (kind: Change['kind']) => blankChange(kind, rules) as Change;

describe('A supposition', () => {
  test('begins as what holds now, and is sent as the server takes it', () => {
    const changes = changesOf([
      blank('limit'),
      blank('ladder'),
      { kind: 'day', date: '2026-09-04', day: 'off' },
    ]);
    expect(changes).toEqual({
      limits: [{ id: 'K3', from: '2012-07-01', days: { base: 30, complex: 45 }, dayKind: 'calendarDay' }],
      calendar: [{ date: '2026-09-04', day: 'off' }],
      ladders: rules.ladders,
    });
    expect(whatIfBody.safeParse({ from: '2026-01-01', to: '2026-06-30', changes }).success).toBe(true);
  });

  test('numbers the levels anew when one is taken out', () => {
    const ladder = blank('ladder') as Extract<Change, { kind: 'ladder' }>;
    const { ladders } = changesOf([{ ...ladder, steps: ladder.steps.toSpliced(2, 1) }]);
    expect(ladders?.[0]?.steps.at(-1)).toEqual({
      kind: 'escalate',
      offset: 5,
      dayKind: 'workingDay',
      level: 1,
    });
  });

  test('is not whole while a number or a day is missing', () => {
    const limit = blank('limit') as Extract<Change, { kind: 'limit' }>;
    expect([limit, blank('ladder')].map(isWhole)).toEqual([true, true]);
    expect([{ ...limit, days: { base: '' as const } }, blank('day')].map(isWhole)).toEqual([false, false]);
  });
});
