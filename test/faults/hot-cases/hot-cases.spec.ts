import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { legalDateOf } from '#domain';
import { hangUp } from './calls.js';
import { rush } from './clients.js';
import { type Evidence, type FinalCase, judge, type Recorded } from './judge.js';
import { type Offices, openOffices } from './two-offices.js';

/*
 * 200 people on 50 cases through two API processes: stale versions, repeats, double clicks. In CI one seed with 4,000
 * commands; the full size is HOT_COMMANDS=100000 HOT_SEEDS=5. A seed that failed is repeated with HOT_SEED.
 */

const COMMANDS = Number(process.env.HOT_COMMANDS ?? 4_000);
const SEEDS = Number(process.env.HOT_SEEDS ?? 1);
const FIRST_SEED = Number(process.env.HOT_SEED ?? Math.floor(performance.timeOrigin) % 1_000_000);
/** Long enough for 30 commands a second on a busy machine. */
const LONGEST_MS = 60_000 + COMMANDS * 33;

describe('200 people on 50 hot cases', () => {
  let offices: Offices;

  beforeAll(async () => {
    offices = await openOffices();
  }, 120_000);
  afterAll(async () => {
    hangUp();
    await offices?.stop();
  }, 60_000);

  const evidence = async (calls: Evidence['calls']): Promise<Evidence> => {
    const { database } = offices.house.office;
    const history = await database.rows<Recorded>(
      `select case_id as "caseId", seq, command, payload, actor_id as "actorId", actor_role as role,
         handling_to as handling, headline from history`,
    );
    const cases = await database.rows<FinalCase>(
      'select id, number, version, handling, headline, subject from cases',
    );
    return { calls, history, cases };
  };

  test.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
    'leave histories that an office could have written, and lose nothing (seed %d)',
    async (seed) => {
      const { urls, people, house } = offices;
      await house.office.database.rows('truncate cases, case_counter, outbox, idempotency_key cascade');
      const today = legalDateOf(new Date().toISOString());
      const begun = performance.now();
      const calls = await rush({
        seed,
        clients: 200,
        hotCases: 50,
        commands: COMMANDS,
        urls,
        people,
        today,
      });
      const seconds = (performance.now() - begun) / 1_000;
      const found = await evidence(calls);
      console.info(summary(seed, seconds, found));
      expect(judge(found)).toEqual([]);
      // A run in which little was accepted, or nothing refused, would prove nothing.
      const share = (status: number) => calls.filter((call) => call.status === status).length / calls.length;
      expect(share(200)).toBeGreaterThan(0.1);
      expect(share(412)).toBeGreaterThan(0.1);
      expect(share(409)).toBeGreaterThan(0.01);
      expect(share(0) + share(503)).toBeLessThan(0.01);
    },
    LONGEST_MS,
  );
});

function summary(seed: number, seconds: number, { calls, history, cases }: Evidence): string {
  const statuses = Map.groupBy(calls, ({ status }) => status);
  const counts = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, { length }]) => `${status}: ${length}`);
  const reads = calls.filter(({ name }) => name === 'read').length;
  return `seed ${seed}: ${calls.length - reads} commands and ${reads} readings in ${seconds.toFixed(1)} s; ${cases.length} cases with ${history.length} acts; answers ${counts.join(', ')}`;
}
