import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { CHARTS } from '../charts/index.js';
import { LIMITS, PROCEDURES } from '../vocabulary.js';
import { CLOCKS_IN_USE } from './check-coverage.js';
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
    [{ source: 'Luật Khiếu nại' }, 'limits.json: K3 (2012-07-01) does not give its source in Vietnamese and'],
    [{ certainty: 'setting' }, 'limits.json: K3 (2012-07-01) is a setting under the name of a law'],
    [
      { article: 'Mức tạm đặt của tỉnh' },
      'limits.json: K3 (2012-07-01) is a setting under the name of a law',
    ],
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

  test('that ends with nothing after it is found', () => {
    expect(checkPolicy(withLimit('K1', '2012-07-01', { effectiveTo: '2026-06-30' }))).toEqual([
      'limits.json: K1 (2012-07-01) ends and nothing follows it for fileComplaint of complaintFirst',
    ]);
  });

  test.each(LIMITS.map((limit) => [limit] as const))('that is missing is found: %s', (limit) => {
    const limits = policy.limits.filter(({ clock }) => clock !== limit);
    expect(checkPolicy({ ...policy, limits }).join()).toContain(`limits.json holds no rule for ${limit}`);
  });

  test.each(
    Object.entries(CLOCKS_IN_USE).flatMap(([clock, all]) => all.map((each) => [clock, each] as const)),
  )('%s without a number for %s is found', (clock, procedure) => {
    const limits = policy.limits.map((rule) =>
      rule.clock === clock
        ? { ...rule, procedures: rule.procedures.filter((each) => each !== procedure) }
        : rule,
    );
    const held = limits.filter(({ procedures }) => procedures.length > 0);
    expect(checkPolicy({ ...policy, limits: held })).toEqual([
      `limits.json holds no rule for ${clock} of ${procedure}`,
    ]);
  });

  test('that stands there twice is found', () => {
    const problems = checkPolicy({ ...policy, limits: [...policy.limits, ...policy.limits.slice(0, 1)] });
    expect(problems[0]).toBe('limits.json: R1 (2014-07-01) stands there twice');
  });
});

describe('the clocks in use', () => {
  test.each(PROCEDURES.map((procedure) => [procedure] as const))(
    'hold every clock that the chart of %s starts',
    (procedure) => {
      const chart = JSON.stringify(CHARTS[procedure].config);
      const starts = chart.matchAll(/"type":"startClock","params":{"clock":"(\w+)"/g);
      // Voters' petitions come from meetings: the desk's chart is shared, but the law knows no visitor to answer.
      const known = procedure === 'voterPetition' ? ['answerVisitor'] : [];
      const used = Object.entries(CLOCKS_IN_USE).filter(([, all]) => all.includes(procedure));
      const clocks = [...known, ...used.map(([clock]) => clock)];
      for (const [, clock] of starts) expect(clocks).toContain(clock);
    },
  );
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
    expect(checkPolicy({ ...policy, ladders })).toHaveLength(
      policy.ladders.filter(({ steps }) => steps.length > 1).length,
    );
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
