import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { workingCalendar } from '../calendar/index.js';
import { refusalText } from '../decide/index.js';
import { type SupposedChanges, supposePolicy } from './index.js';

const policy = loadPolicy();
const NOTHING: SupposedChanges = { limits: [], calendar: [], ladders: [] };
const K3 = policy.limits.find(({ id }) => id === 'K3')!;
const limit = (base: number, from = K3.effectiveFrom) => ({ limits: [{ id: 'K3', from, days: { base } }] });

test('a supposed policy differs from the one in force in what was changed, and in its names', () => {
  const calendar = [
    { date: '2026-08-03', day: 'off' as const },
    { date: '2026-08-08', day: 'working' as const },
  ];
  const supposed = supposePolicy(policy, { ...NOTHING, ...limit(20), calendar });
  if ('refusal' in supposed) throw new Error(supposed.refusal.code);
  const changed = supposed.policy;
  expect(changed.version).not.toBe(policy.version);
  expect(changed.limits.filter((rule, index) => rule !== policy.limits[index]).map(({ id }) => id)).toEqual([
    'K3',
  ]);
  const days = workingCalendar(changed.calendar);
  expect([days.isWorkingDay('2026-08-03'), days.isWorkingDay('2026-08-08')]).toEqual([false, true]);
  expect(changed.editions).toEqual([...policy.editions, changed.calendar]);
  expect(changed.ladders).toEqual(policy.ladders);
});

describe('a supposition that makes no sense is refused with what to do', () => {
  const ladder = (...steps: [kind: 'warn' | 'overdue' | 'escalate', offset: number, level: number][]) => ({
    ladders: [
      {
        clock: 'settle' as const,
        steps: steps.map(([kind, offset, level]) => ({
          kind,
          offset,
          level,
          dayKind: 'calendarDay' as const,
        })),
      },
    ],
  });
  const settleSteps = policy.ladders.find(({ clocks }) => clocks.includes('settle'))!.steps;

  test.each<[string, Partial<SupposedChanges>, code: string, pointer: string]>([
    ['a row that does not exist', limit(20, '2001-01-01'), 'whatIf.limitUnknown', '/changes/limits/0'],
    ['the days it has', limit(K3.days.base), 'whatIf.limitUnchanged', '/changes/limits/0'],
    ['no days', limit(0), 'whatIf.daysOutOfRange', '/changes/limits/0'],
    ['more days than a complex case has', limit(50), 'whatIf.daysShorterThanBase', '/changes/limits/0'],
    [
      'a row changed twice',
      { limits: [...limit(20).limits, ...limit(21).limits] },
      'whatIf.changedTwice',
      '/changes/limits/1',
    ],
    [
      'a Sunday off',
      { calendar: [{ date: '2026-08-02', day: 'off' }] },
      'whatIf.alreadyOff',
      '/changes/calendar/0',
    ],
    [
      'a Monday worked',
      { calendar: [{ date: '2026-08-03', day: 'working' }] },
      'whatIf.alreadyWorking',
      '/changes/calendar/0',
    ],
    [
      'a year that is not held',
      { calendar: [{ date: '2031-08-04', day: 'off' }] },
      'whatIf.yearNotHeld',
      '/changes/calendar/0',
    ],
    ['a ladder without the limit', ladder(['warn', -3, 0]), 'whatIf.ladderNeedsLimit', '/changes/ladders/0'],
    [
      'a warning after the limit',
      ladder(['overdue', 0, 0], ['warn', 3, 0]),
      'whatIf.ladderSide',
      '/changes/ladders/0',
    ],
    [
      'steps out of order',
      ladder(['warn', -3, 0], ['warn', -7, 0], ['overdue', 0, 0]),
      'whatIf.ladderOrder',
      '/changes/ladders/0',
    ],
    [
      'a level left out',
      ladder(['overdue', 0, 0], ['escalate', 3, 2]),
      'whatIf.ladderLevels',
      '/changes/ladders/0',
    ],
    [
      'the ladder it has',
      { ladders: [{ clock: 'settle', steps: settleSteps }] },
      'whatIf.ladderUnchanged',
      '/changes/ladders/0',
    ],
  ])('%s', (_, changes, code, pointer) => {
    const supposed = supposePolicy(policy, { ...NOTHING, ...changes });
    if (!('refusal' in supposed)) throw new Error('was taken');
    expect(supposed.refusal).toMatchObject({ code, pointer, kind: 'invalid' });
    const { vi, en } = refusalText(supposed.refusal);
    expect([vi, en].join(' ')).not.toMatch(/undefined|NaN/);
  });
});
