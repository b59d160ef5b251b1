import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sweepDeadlines } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../../support/office.js';
import { setAlarms, type When } from './alarms.js';
import { judge } from './judge.js';

/* The same promise as clocks.spec.ts, inside one process whose Date is wrong: quicker, and needs no program. */

const DAY_MS = 24 * 60 * 60 * 1_000;
const HOUR_MS = 60 * 60 * 1_000;
const SOON_SECONDS = 1;
const KEPT = { early: 0, double: 0, silent: 0 };

describe('a sweep whose own date is wrong', () => {
  let house: TestOffice;

  beforeAll(async () => {
    house = await createTestOffice();
  });
  afterEach(() => void jest.useRealTimers());
  afterAll(() => house.close());

  /** Moves `Date` and nothing else: timers and durations stay true. */
  function wear(shift: number) {
    const others = [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
    ] as const;
    const timers = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
    jest.useFakeTimers({ now: Date.now() + shift, doNotFake: [...others, ...timers] });
  }

  async function plan() {
    const { database } = house.office;
    const cases = await setAlarms(house, await house.addStaff('deskOfficer', DESK), SOON_SECONDS);
    const soon = [...cases].filter(([, when]) => when === 'inSeconds').map(([caseId]) => caseId);
    const rows = await database.rows<{ caseId: string; at: Date }>(
      `select case_id as "caseId", min(next_alarm_at) as at from deadline where case_id = any($1) group by 1`,
      [soon],
    );
    return { cases, soonAt: new Map(rows.map(({ caseId, at }) => [caseId, at])) };
  }

  /** Sweeps twice: what has rung must not ring again. */
  async function sweep() {
    for (let round = 0; round < 2; round += 1) await sweepDeadlines(house.office, 100);
  }

  const verdict = (cases: Map<string, When>, soonAt: Map<string, Date>) =>
    judge(house.office.database, cases, soonAt);

  test.each([
    ['a year ahead', 365 * DAY_MS],
    ['two hours ahead', 2 * HOUR_MS],
    ['two hours behind', -2 * HOUR_MS],
    ['a day behind', -DAY_MS],
  ])('rings what PostgreSQL says is due, and nothing else (%s)', async (_how, shift) => {
    const { cases, soonAt } = await plan();
    wear(shift);
    await sweep();
    const before = await verdict(cases, soonAt);
    expect({ early: before.early, double: before.double }).toEqual({ early: 0, double: 0 });
    await house.office.database.rows('select pg_sleep($1)', [SOON_SECONDS + 0.1]);
    await sweep();
    expect(await verdict(cases, soonAt)).toEqual(KEPT);
  });
});
