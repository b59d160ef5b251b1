import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { childEnvironment } from '#config/env';
import { startTestApi, type TestApi, type Visitor } from '../../api/test-api.js';
import { testDatabaseName } from '../../support/test-database.js';

/** The worker as it is built, in a process of its own. */
const WORKER = 'dist/apps/worker/main.js';

describe('a record that takes no writes for a while', () => {
  let house: TestApi;
  let desk: Visitor;
  let worker: ChildProcess;

  beforeAll(async () => {
    house = await startTestApi();
    desk = await house.staff('deskOfficer');
    expect((await register()).status).toBe(201);
    worker = spawn(process.execPath, [WORKER], {
      env: childEnvironment({
        DATABASE_URL: house.url,
        QUEUE_URL: house.url,
        SECRET_KEY: house.office.secretKey,
        SWEEP_SECONDS: '0.5',
        QUEUE_SILENCE_SECONDS: '1',
        LOG_LEVEL: 'silent',
      }),
      stdio: ['ignore', 'ignore', 'ignore'],
    });
  }, 60_000);
  afterAll(async () => {
    const ended = once(worker, 'exit');
    if (worker.exitCode === null && worker.kill('SIGKILL')) await ended;
    await house.stop();
  }, 60_000);

  /** A petition that came long ago: its first clock is past its limit at once. */
  const register = () =>
    desk.post('/api/v1/cases', {
      subject: 'Nội dung mẫu',
      channel: 'post',
      receivedOn: '2026-03-02',
      backdatingReason: 'Đơn đến qua bưu điện',
      declaredKind: null,
    });

  /** Switches the database for everybody: whoever is connected is sent away and comes back under the new rule. */
  async function takeWrites(answer: 'on' | 'off'): Promise<void> {
    const name = testDatabaseName(house.url);
    const server = new pg.Client({ connectionString: house.url.replace(name, 'postgres') });
    await server.connect();
    await server.query(
      `alter database ${name} set default_transaction_read_only = ${answer === 'on' ? 'off' : 'on'}`,
    );
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await server.end();
    await until(async () => (await desk.get('/api/v1/cases')).status === 200);
  }

  const fired = async () =>
    (await house.office.database.rows("select from history where command = 'deadlinePassed'")).length;

  test('is read by everybody; a command is refused with a 503 that may be tried again; workers wait', async () => {
    await until(async () => (await fired()) > 0);
    await takeWrites('off');
    const [first] = (await desk.get('/api/v1/cases')).body.items;
    for (const path of ['/api/v1/cases', `/api/v1/cases/${first.id}`, '/health/live', '/health/ready']) {
      expect({ path, status: (await desk.get(path)).status }).toEqual({ path, status: 200 });
    }
    const { status, body, headers } = await register();
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
    expect(headers.get('retry-after')).toBe('5');
    await sleep(3_000);
    expect(worker.exitCode).toBeNull();

    await takeWrites('on');
    const before = await fired();
    expect((await register()).status).toBe(201);
    await until(async () => (await fired()) > before);
  }, 240_000);
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await isTrue().catch(() => false))) {
    if (Date.now() > giveUpAt) throw new Error('it did not happen in time');
    await sleep(100);
  }
}
