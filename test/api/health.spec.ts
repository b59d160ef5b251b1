import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestApi, type TestApi } from './test-api.js';

describe('health', () => {
  let office: TestApi;
  const ready = () => office.visitor().get('/health/ready');
  /** Without the disk of the machine that runs the test. */
  const aboutWork = (warnings: string[]) => warnings.filter((warning) => !warning.startsWith('The disk'));
  const rows = (sql: string, values: unknown[] = []) => office.office.database.rows(sql, values);
  beforeAll(async () => {
    office = await startTestApi();
  });
  afterAll(() => office.stop());

  test('is live while the process runs', async () => {
    expect(await office.visitor().get('/health/live')).toMatchObject({
      status: 200,
      body: { status: 'live' },
    });
  });

  test('is ready when the database answers and nothing waits', async () => {
    const { status, body } = await ready();
    expect([status, body]).toEqual([
      200,
      {
        status: 'ready',
        reason: null,
        warnings: expect.any(Array),
        oldestUnsentSeconds: null,
        parkedMessages: 0,
        oldestOverdueAlarmSeconds: null,
        sweepLateSeconds: 0,
        clockSkewSeconds: expect.any(Number),
        isSweepingPaused: false,
        disks: expect.any(Array),
        queue: null,
      },
    ]);
    expect(aboutWork(body.warnings)).toEqual([]);
  });

  test('tells how long the oldest message has waited, and of those that wait for a person', async () => {
    const message = `insert into outbox (id, case_id, seq, kind, payload, created_at, parked_at)
      values ($1, $1, 1, 'notice', '{}', now() - interval '90 seconds', $2)`;
    await rows(message, [randomUUID(), null]);
    await rows(message, [randomUUID(), new Date()]);
    const { status, body } = await ready();
    expect(status).toBe(200);
    expect(body.oldestUnsentSeconds).toBeGreaterThan(89);
    expect(body.oldestUnsentSeconds).toBeLessThan(120);
    expect(aboutWork(body.warnings)).toEqual([
      expect.stringMatching(/^The oldest unsent message waits for 9\d s\.$/),
      'Parked messages wait for a person: 1.',
    ]);
    await rows('delete from outbox');
  });

  describe('while nobody sweeps', () => {
    const alarm = (age: string) =>
      rows(
        `insert into deadline (id, case_id, clock, procedure, state, ledger, next_alarm_at, policy_version)
         values ($1, $1, 'settle', 'feedback', 'running', '{}', now() - $2::interval, 'v')`,
        [randomUUID(), age],
      );
    beforeAll(async () => {
      await rows('alter table deadline drop constraint deadline_case_id_fkey');
    });
    afterAll(async () => {
      await rows('delete from deadline');
      await rows('delete from clock_mark');
    });

    test('is ready as long as an alarm is less than a minute late', async () => {
      await alarm('50 seconds');
      const { status, body } = await ready();
      expect([status, body.reason]).toEqual([200, null]);
      expect(body.sweepLateSeconds).toBeGreaterThan(49);
    });

    test('is not ready from then on, and says why', async () => {
      await alarm('70 seconds');
      const { status, body } = await ready();
      expect([status, body.status]).toEqual([503, 'unavailable']);
      expect(body.reason).toMatch(/^Deadlines are not fired: the oldest due alarm waits for 7\d s\.$/);
    });

    test('only warns of an alarm that was born overdue since the last full sweep', async () => {
      await rows(`insert into clock_mark (seen_at, swept_at) values (now(), now() - interval '5 seconds')`);
      await alarm('40 days');
      const { status, body } = await ready();
      expect([status, body.sweepLateSeconds < 20]).toEqual([200, true]);
      expect(aboutWork(body.warnings)).toEqual([expect.stringContaining('is not fired yet')]);
    });
  });

  test('is not ready while a jump of the clock waits for a person', async () => {
    await rows(`insert into clock_mark (seen_at, doubt, doubted_at) values (now(), 'forward', now())`);
    const { status, body } = await ready();
    expect([status, body.isSweepingPaused]).toEqual([503, true]);
    expect(body.reason).toBe("Sweeping is paused: PostgreSQL's clock jumped forward.");
    await rows('delete from clock_mark');
  });

  test('stays ready while the record is read-only, and says so', async () => {
    const operator = new pg.Client({ connectionString: office.url });
    await operator.connect();
    const { database: name } = operator;
    const setReadOnly = async (value: 'on' | 'off') => {
      await operator.query(`set default_transaction_read_only = off`);
      await operator.query(`alter database ${name} set default_transaction_read_only = ${value}`);
      await operator.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await setReadOnly('on');
    const { status, body } = await ready();
    await setReadOnly('off');
    await operator.end();
    expect([status, body.warnings]).toEqual([
      200,
      ['The record is read-only: commands are refused for now.'],
    ]);
  });

  test('is not ready while the schema is behind', async () => {
    const removed = await rows('delete from mikro_orm_migrations returning *');
    const { status, body } = await ready();
    expect([status, body.status]).toEqual([503, 'unavailable']);
    expect(body.reason).toContain('schema is not current');
    for (const { name } of removed as { name: string }[]) {
      await rows('insert into mikro_orm_migrations (name) values ($1)', [name]);
    }
  });

  test('stays ready while the schema is ahead of this build', async () => {
    await rows(`insert into mikro_orm_migrations (name) values ('MigrationOfALaterRelease')`);
    expect((await ready()).status).toBe(200);
    await rows(`delete from mikro_orm_migrations where name = 'MigrationOfALaterRelease'`);
  });

  test('survives lost connections', async () => {
    await rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await ready()).status).toBe(200);
  });

  test('says so when the database is gone, and so does every other route', async () => {
    const person = await office.staff('supervisor');
    const { query } = office.office.database.pool;
    const refuse = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    const { connect } = office.office.database.pool;
    Object.assign(office.office.database.pool, { query: refuse, connect: refuse });
    try {
      const health = await ready();
      expect([health.status, health.body.reason]).toEqual([503, 'The database does not answer.']);
      const board = await person.get('/api/v1/board');
      const signIn = await office.visitor().signIn(person.email);
      for (const { status, headers, body } of [board, signIn]) {
        expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
      }
    } finally {
      Object.assign(office.office.database.pool, { query, connect });
    }
  });
});
