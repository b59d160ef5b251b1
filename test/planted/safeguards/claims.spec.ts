import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Transaction } from '#database';
import { type Rung, relayOutbox } from '#notices';
import { type Office, sweepDeadlines } from '#petitions';
import { createTestOffice, type TestOffice } from '../../support/office.js';
import { takeIn, writeOrder } from '../../support/outbox.js';

const LONG_AGO = '2026-06-01';

describe('a claim of what is due', () => {
  let house: TestOffice;
  const rows = (sql: string, parameters: unknown[] = []) =>
    house.office.database.rows<Record<string, unknown>>(sql, parameters);

  beforeAll(async () => {
    house = await createTestOffice();
  });
  afterAll(() => house.close());
  beforeEach(() => rows('update deadline set next_alarm_at = null; delete from notice; delete from outbox'));

  const isDue = (caseId: string) =>
    rows(`update deadline set next_alarm_at = now() - interval '1 hour' where case_id = $1`, [caseId]);
  const rings = async (caseId: string) => {
    const sql = `select count(*)::int as n from history where case_id = $1 and command = 'deadlinePassed'`;
    return (await rows(sql, [caseId]))[0]?.n as number;
  };

  /** Runs `work` while somebody else holds a row; it must not wait for them. */
  async function whileHeld(lock: string, id: string, work: () => Promise<unknown>): Promise<void> {
    await house.office.database.transaction(async (holder) => {
      await holder.query(lock, [id]);
      await work();
    });
  }

  test('passes over a case that another worker holds, and rings the others', async () => {
    const [held, free] = [await takeIn(house, LONG_AGO), await takeIn(house, LONG_AGO)];
    await Promise.all([isDue(held), isDue(free)]);
    await whileHeld('select 1 from cases where id = $1 for update', held, () =>
      withPatience(house.office, 1_000, (office) => sweepDeadlines(office, 100)),
    );
    expect(await rings(held)).toBe(0);
    expect(await rings(free)).toBeGreaterThan(0);
  });

  test('passes over a message that another relay holds, and rings the others', async () => {
    const caseId = await takeIn(house, LONG_AGO);
    await rows('delete from outbox');
    const [held, free] = [await writeOrder(house, caseId, {}), await writeOrder(house, caseId, {})];
    const rung: string[] = [];
    const ring = async ({ together, alone }: Rung) => void rung.push(...together, ...alone);
    await whileHeld('select 1 from outbox where id = $1 for update', held, () =>
      withPatience(house.office, 1_000, ({ database }) => relayOutbox(database, ring, 100)),
    );
    expect(rung).toEqual([free]);
  });

  test('does not look at clocks that stand still, however long ago they would have rung', async () => {
    const [still, running] = [await takeIn(house, LONG_AGO), await takeIn(house, LONG_AGO)];
    await Promise.all([isDue(still), isDue(running)]);
    await rows(`update deadline set state = 'paused', next_alarm_at = '2026-01-01' where case_id = $1`, [
      still,
    ]);
    await sweepDeadlines(house.office, 1);
    expect(await rings(running)).toBe(1);
  });

  test('is found by its index, at one moment', async () => {
    const seen: string[] = [];
    await sweepDeadlines(listening(house.office, seen), 100);
    const claim = seen.find((sql) => /from deadline/.test(sql) && /skip locked/.test(sql)) ?? '';
    const plan = await house.office.database.transaction(async (transaction) => {
      await transaction.query('set local enable_seqscan = off; set local enable_bitmapscan = off');
      await transaction.query('set local plan_cache_mode = force_generic_plan');
      await transaction.query(`prepare claim as ${claim}`);
      const { rows: lines } = await transaction.query('explain execute claim(100)');
      await transaction.query('deallocate claim');
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/deadline_alarm[\s\S]*?Index Cond: \(next_alarm_at <= now\(\)\)/);
  });
});

/** The office with a database in which no statement waits longer for a lock. */
async function withPatience<Result>(
  office: Office,
  milliseconds: number,
  work: (office: Office) => Promise<Result>,
): Promise<Result> {
  return work(
    through(office, (transaction) => transaction.query(`set local lock_timeout = ${milliseconds}`)),
  );
}

/** The office, with every statement of its transactions written down. */
function listening(office: Office, seen: string[]): Office {
  return through(office, async (transaction) => {
    const { query } = transaction;
    transaction.query = ((first: string | { text: string }, ...others: never[]) => {
      seen.push(typeof first === 'string' ? first : first.text);
      return (query as (...all: unknown[]) => unknown).call(transaction, first, ...others);
    }) as typeof query;
  });
}

/** The office with transactions that begin with something of ours. */
function through(office: Office, begin: (transaction: Transaction) => Promise<unknown>): Office {
  const { database } = office;
  const transaction: typeof database.transaction = (work) =>
    database.transaction(async (own) => {
      await begin(own);
      return work(own);
    });
  return { ...office, database: Object.create(database, { transaction: { value: transaction } }) };
}
