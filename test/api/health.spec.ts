import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from './test-api.js';

describe('health', () => {
  let office: TestApi;
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
    const { status, body } = await office.visitor().get('/health/ready');
    expect([status, body]).toEqual([
      200,
      { status: 'ready', reason: null, oldestUnsentSeconds: null, oldestOverdueAlarmSeconds: null },
    ]);
  });

  test('tells how long the oldest message has waited', async () => {
    await office.office.database.rows(
      `insert into outbox (id, case_id, seq, kind, payload, created_at)
       values ($1, $1, 1, 'notice', '{}', now() - interval '90 seconds')`,
      [randomUUID()],
    );
    const { body } = await office.visitor().get('/health/ready');
    expect(body.oldestUnsentSeconds).toBeGreaterThan(89);
    expect(body.oldestUnsentSeconds).toBeLessThan(120);
  });

  test('is not ready while the schema is behind', async () => {
    const rows = await office.office.database.rows('delete from mikro_orm_migrations returning *');
    const { status, body } = await office.visitor().get('/health/ready');
    expect([status, body.status]).toEqual([503, 'unavailable']);
    expect(body.reason).toContain('schema is not current');
    for (const { name } of rows as { name: string }[]) {
      await office.office.database.rows('insert into mikro_orm_migrations (name) values ($1)', [name]);
    }
  });

  test('survives lost connections', async () => {
    await office.office.database.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await office.visitor().get('/health/ready')).status).toBe(200);
  });

  test('says so when the database is gone, and so does every other route', async () => {
    const person = await office.staff('supervisor');
    const { query } = office.office.database.pool;
    const refuse = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    const { connect } = office.office.database.pool;
    Object.assign(office.office.database.pool, { query: refuse, connect: refuse });
    try {
      const health = await office.visitor().get('/health/ready');
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
