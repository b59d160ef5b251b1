import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createStaff } from '#identity';
import { freePort } from '../../apps/command-line/ports.js';
import { PASSWORD, today, Visitor } from '../api/test-api.js';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { createMailServer, takeIn, until } from '../support/outbox.js';
import { buildWorkingTree, type Release, type Running, removeRelease, run } from '../support/release.js';

let release: Release;
let desk: TestOffice;
let settings: Record<string, string>;
const running: Running[] = [];

beforeAll(() => {
  release = buildWorkingTree('graceful-stop');
}, 60_000);
afterAll(() => removeRelease(release));
beforeEach(async () => {
  desk = await createTestOffice();
  settings = { DATABASE_URL: desk.url, SECRET_KEY: desk.office.secretKey, LOG_LEVEL: 'info' };
});
afterEach(async () => {
  for (const each of running.splice(0)) each.process.kill('SIGKILL');
  await desk.close();
});

function start(part: 'api' | 'worker', more: Record<string, string>): Running {
  const started = run(release, part, { ...settings, ...more });
  running.push(started);
  return started;
}

const isReady = async (url: string) => (await fetch(`${url}/health/ready`).catch(() => null))?.status === 200;

interface Posted {
  key: string;
  /** null when the connection ended without an answer. */
  status: number | null;
  body: string;
}

/** Registers a case over one kept connection, as a proxy does. */
function post(url: string, agent: Agent, cookie: string): Promise<Posted> {
  const key = randomUUID();
  const body = JSON.stringify({ subject: 'Đường hỏng', channel: 'post', receivedOn: today() });
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': key };
  return new Promise((resolve) => {
    const sent = request(`${url}/api/v1/cases`, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      response.on('end', () => resolve({ key, status: response.statusCode ?? null, body: text }));
      response.on('error', () => resolve({ key, status: null, body: '' }));
    });
    sent.on('error', () => resolve({ key, status: null, body: '' }));
    sent.end(body);
  });
}

describe('an API that is asked to stop under load', () => {
  test('answers every request it has in hand, loses nothing it has answered, and ends well', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const api = start('api', { PORT: `${port}` });
    await until(() => isReady(url), 20);
    const email = 'desk@test.example';
    const person = {
      name: 'Sample',
      email,
      role: 'deskOfficer' as const,
      agencyCode: DESK,
      password: PASSWORD,
    };
    await createStaff(desk.office, person);
    const visitor = new Visitor(url);
    await visitor.signIn(email);

    const answers: Posted[] = [];
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    let isOver = false;
    const clients = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const answer = await post(url, agent, visitor.cookie!);
        answers.push(answer);
        isOver ||= answer.status === null;
      }
    });
    await until(async () => answers.length >= 40, 20);
    const begun = performance.now();
    expect(await api.stop()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await Promise.all(clients);
    agent.destroy();

    const answered = answers.filter(({ status }) => status !== null);
    expect(answered.filter(({ status }) => status !== 201)).toEqual([]);
    const stored = await desk.office.database.rows<{ key: string }>('select key from idempotency_key');
    const known = new Set(stored.map(({ key }) => key));
    expect(answered.filter(({ key }) => !known.has(key))).toEqual([]);
    // Whoever got no answer finds no connection: nothing was begun and given up.
    expect(stored).toHaveLength(answered.length);
  }, 60_000);

  test('tells whoever finds no free connection to come again, instead of letting them wait', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const api = start('api', { PORT: `${port}` });
    await until(() => isReady(url), 20);
    const holder = new pg.Client({ connectionString: desk.url });
    await holder.connect();
    await holder.query('begin; lock table cases in access exclusive mode');
    const ask = async () => {
      const answer = await fetch(`${url}/api/v1/tracking/${'A'.repeat(26)}`);
      return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
    };
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    expect(answers).toEqual(answers.map(() => ({ status: 503, retryAfter: '5' })));
    await holder.query('rollback');
    const stuck = await holder.query(`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`);
    expect(stuck.rows).toEqual([{ n: 0 }]);
    await holder.end();
    await until(async () => (await ask()).status !== 503, 5);
    expect(await api.stop()).toBe(0);
  }, 60_000);
});

describe('a PostgreSQL that may forget what it acknowledged', () => {
  test.each(['api', 'worker'] as const)(
    'is refused by the %s, unless the operator accepts it',
    async (part) => {
      const name = new URL(desk.url).pathname.slice(1);
      await desk.office.database.rows(`alter database ${name} set synchronous_commit = off`);
      const port = await freePort();
      const refused = start(part, { PORT: `${port}`, DATABASE_UNSAFE: '' });
      await once(refused.process, 'exit');
      expect(refused.process.exitCode).toBe(1);
      expect(refused.output()).toContain('may lose acknowledged commands in a power cut (');
      expect(refused.output()).toContain('synchronous_commit=off');
      expect(refused.output()).toContain('DATABASE_UNSAFE=accept');
      const accepted = start(part, { PORT: `${port}`, DATABASE_UNSAFE: 'accept' });
      await until(async () => accepted.output().includes('as DATABASE_UNSAFE=accept allows'), 20);
    },
    60_000,
  );
});

describe('a worker that is asked to stop', () => {
  test('finishes what it has in hand, ends well, and has named nobody in its log', async () => {
    const mails = await createMailServer();
    await mails.start();
    await desk.addStaff('coordinationOffice', 'tru-so-tcd');
    const worker = start('worker', { SMTP_URL: mails.url, SWEEP_SECONDS: '0.5', LOG_LEVEL: 'debug' });
    const caseIds: string[] = [];
    for (let count = 0; count < 10; count += 1) caseIds.push(await takeIn(desk, '2026-06-01'));
    await until(async () => (await mails.received()).length > 0, 20);
    const begun = performance.now();
    expect(await worker.stop()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    const open = await desk.office.database.rows(`select from notice where state = 'sending'`);
    expect(open).toEqual([]);
    const numbers = await desk.office.database.rows<{ number: string }>('select number from cases');
    const secrets = ['Mương', '@test.example', ...caseIds, ...numbers.map(({ number }) => number)];
    expect(secrets.filter((secret) => worker.output().includes(secret))).toEqual([]);
    const lines = worker
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(0);
    expect(() => lines.map((line) => JSON.parse(line))).not.toThrow();
    await mails[Symbol.asyncDispose]();
  }, 60_000);
});
