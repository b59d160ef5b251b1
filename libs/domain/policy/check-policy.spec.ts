import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { checkPolicy } from './check-policy.js';
import type { LimitRule, Policy } from './policy.js';

const policy = loadPolicy();

/** The real policy with one limit changed. */
function withLimit(id: string, from: string, change: Partial<LimitRule>): Policy {
  const limits = policy.limits.map((rule) =>
    rule.id === id && rule.effectiveFrom === from ? { ...rule, ...change } : rule,
  );
  return { ...policy, limits };
}

describe('the policy of the house', () => {
  test('has no problems', () => {
    expect(checkPolicy(policy)).toEqual([]);
  });
});

describe('a limit', () => {
  test.each<[Partial<LimitRule>, string]>([
    [{ source: ' ' }, 'limits.json: K3 (2012-07-01) has no source'],
    [{ article: '' }, 'limits.json: K3 (2012-07-01) has no article'],
    [{ startEvent: 'whenever' }, 'limits.json: K3 (2012-07-01) has an unknown start "whenever"'],
    [{ procedures: [] }, 'limits.json: K3 (2012-07-01) names no procedure'],
    [{ days: { base: 30, complex: 20 } }, 'limits.json: K3 (2012-07-01) has days that are not whole numbers'],
    [{ days: { base: 0 } }, 'limits.json: K3 (2012-07-01) has days that are not whole numbers'],
    [{ effectiveTo: '2011-01-01' }, 'limits.json: K3 (2012-07-01) ends on no date after'],
  ])('%j is found at fault', (change, problem) => {
    expect(checkPolicy(withLimit('K3', '2012-07-01', change)).join()).toContain(problem);
  });

  test('without a date of effect is found at fault', () => {
    const problems = checkPolicy(withLimit('K3', '2012-07-01', { effectiveFrom: '2026-02-30' }));
    expect(problems).toEqual(['limits.json: K3 (2026-02-30) has no date of effect (effectiveFrom)']);
  });

  test('that leaves a day without a rule is found, for each procedure', () => {
    expect(checkPolicy(withLimit('K2', '2012-07-01', { effectiveTo: '2026-06-29' }))).toEqual([
      'limits.json: K2 (2012-07-01) leaves a gap before limits.json: K2 (2026-07-01) for accept of complaintFirst',
      'limits.json: K2 (2012-07-01) leaves a gap before limits.json: K2 (2026-07-01) for accept of complaintSecond',
    ]);
  });

  test('that rules a day twice is found', () => {
    for (const effectiveTo of ['2026-07-01', null]) {
      const [problem] = checkPolicy(withLimit('K2', '2012-07-01', { effectiveTo }));
      expect(problem).toContain('overlaps');
    }
  });

  test('that stands there twice is found', () => {
    const problems = checkPolicy({ ...policy, limits: [...policy.limits, ...policy.limits.slice(0, 1)] });
    expect(problems[0]).toBe('limits.json: R1 (2014-07-01) stands there twice');
  });
});

describe('the calendar', () => {
  const withYear = (change: object): Policy => {
    const years = policy.calendar.years.map((year) => (year.year === 2026 ? { ...year, ...change } : year));
    return { ...policy, calendar: { ...policy.calendar, years } };
  };

  test('with 30 February is found at fault', () => {
    const problems = checkPolicy(withYear({ daysOff: [{ date: '2026-02-30', name: 'Tết' }] }));
    expect(problems).toEqual(['calendar.json: 2026 holds dates that are not days of that year: 2026-02-30']);
  });

  test('that makes up for a day off on a weekday is found at fault', () => {
    const problems = checkPolicy(withYear({ workingDays: [{ date: '2026-08-21', reason: 'bù' }] }));
    expect(problems).toEqual(['calendar.json: 2026 has a made-up working day that is no weekend day']);
  });

  test('that skips a year is found at fault', () => {
    const years = policy.calendar.years.filter(({ year }) => year !== 2026);
    expect(checkPolicy({ ...policy, calendar: { ...policy.calendar, years } })).toEqual([
      'calendar.json skips a year',
    ]);
  });
});

describe('the ladders', () => {
  test('out of order are found at fault', () => {
    const ladders = policy.ladders.map((ladder) => ({ ...ladder, steps: [...ladder.steps].reverse() }));
    expect(checkPolicy({ ...policy, ladders }).every((problem) => problem.endsWith('is not in order'))).toBe(
      true,
    );
    expect(checkPolicy({ ...policy, ladders })).toHaveLength(policy.ladders.length);
  });

  test('that forget a clock or tell nobody are found at fault', () => {
    expect(
      checkPolicy({ ...policy, ladders: policy.ladders.filter(({ clocks }) => !clocks.includes('review')) }),
    ).toEqual(['ladders.json: the clock review has 0 ladders instead of one']);
    const mute = policy.ladders.map((ladder) => ({
      ...ladder,
      steps: ladder.steps.map((step) => ({ ...step, tells: [] })),
    }));
    expect(checkPolicy({ ...policy, ladders: mute })[0]).toContain('has a step that is incomplete');
  });
});

describe('a policy of any shape', () => {
  test('gets a list of problems, never a crash', () => {
    const shapes = [
      {},
      { limits: [{}], calendar: {}, ladders: [{}] },
      { limits: 3, calendar: null, ladders: 'x' },
    ];
    for (const shape of shapes) expect(checkPolicy(shape as unknown as Policy).length).toBeGreaterThan(2);
    const hollow = { limits: [{ days: [] }], calendar: { years: [{}] }, ladders: [{ steps: [{}] }] };
    expect(checkPolicy(hollow as unknown as Policy).length).toBeGreaterThan(2);
  });
});
