import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { childEnvironment } from '#config/env';
import type { Actor } from '#domain';
import { freePort } from '../../../apps/command-line/ports.js';
import { createTestOffice, DESK, type TestOffice } from '../../support/office.js';
import { createMailServer, until } from '../../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../../support/queues.js';
import { setAlarms, type When } from './alarms.js';
import { hasFaketime, inAnotherTime } from './faketime.js';
import { judge } from './judge.js';
import { firesDelayedJob } from './naive.js';

/*
 * Workers as they are built, in processes whose date is wrong, beside an honest PostgreSQL. The queue trusts the date
 * of its workers: its bell may ring at any time or not for a year. The deadlines must not care.
 */

const WORKER = 'dist/apps/worker/main.js';
/** Longer than a worker takes to start: it is there, and waits. */
const SOON_SECONDS = 3;
const SHIFTS = ['+1y', '-1d', '+2h', '-2h'];
const APART = /The clock of this machine and PostgreSQL's are -?\d+ s apart/;
/** A ring that the queue swallows is repeated after a minute. */
const MESSAGE_SECONDS = 90;
/** 0 early, 0 double, none forgotten. */
const KEPT = { early: 0, double: 0, silent: 0 };

const whereFaketimeIs = hasFaketime() ? describe : describe.skip;

whereFaketimeIs.each(QUEUE_BACKENDS)('workers with a wrong clock, their queue on %s', (backend) => {
  let house: TestOffice;
  let desk: Actor;
  let queue: TestQueue;
  let mails: Awaited<ReturnType<typeof createMailServer>>;
  const workers: { worker: ChildProcess; ended: Promise<unknown> }[] = [];
  const cases = new Map<string, When>();
  const soonAt = new Map<string, Date>();

  beforeAll(async () => {
    house = await createTestOffice();
    desk = await house.addStaff('deskOfficer', DESK);
    queue = await startTestQueue(backend, house.url);
    mails = await createMailServer();
  });
  afterEach(stopAll);
  afterAll(async () => {
    await queue.stop();
    await mails[Symbol.asyncDispose]();
    await house.close();
  });

  /** @returns where the worker says how it stands. */
  async function start(shift: string): Promise<string> {
    const port = await freePort();
    const settings = {
      WORKER_PORT: `${port}`,
      DATABASE_URL: house.url,
      QUEUE_URL: queue.url,
      SECRET_KEY: house.office.secretKey,
      SMTP_URL: mails.url,
      SWEEP_SECONDS: '0.3',
      QUEUE_SILENCE_SECONDS: '1',
      LOG_LEVEL: 'fatal',
    };
    const env = childEnvironment({ ...settings, ...inAnotherTime(shift) });
    const worker = spawn(process.execPath, [WORKER], { env, stdio: 'ignore' });
    workers.push({ worker, ended: once(worker, 'exit') });
    return `http://127.0.0.1:${port}/health/ready`;
  }

  async function stopAll() {
    const started = workers.splice(0);
    for (const { worker } of started) worker.kill('SIGTERM');
    await Promise.all(started.map(({ ended }) => ended));
  }

  /** New cases with their alarms, while no worker looks. */
  async function plan() {
    const planned = await setAlarms(house, desk, SOON_SECONDS);
    const rows = await house.office.database.rows<{ caseId: string; at: Date }>(
      `select case_id as "caseId", min(next_alarm_at) as at from deadline where case_id = any($1) group by 1`,
      [[...planned.keys()]],
    );
    for (const [caseId, when] of planned) cases.set(caseId, when);
    for (const { caseId, at } of rows) if (cases.get(caseId) === 'inSeconds') soonAt.set(caseId, at);
  }
  const verdict = () => judge(house.office.database, cases, soonAt);
  const untilAllRang = () => until(async () => (await verdict()).silent === 0, SOON_SECONDS + 60);
  const mailsWhere = async (condition: string) => {
    const [row] = await house.office.database.rows<{ n: number }>(
      `select count(*)::int as n from notice where channel = 'email' and ${condition}`,
    );
    return row!.n;
  };

  test.each(SHIFTS)(
    'alone at %s ring what is due and nothing else, and say that the clocks are apart',
    async (shift) => {
      await plan();
      const readiness = await start(shift);
      await untilAllRang();
      expect(await verdict()).toEqual(KEPT);
      const answer = await fetch(readiness);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toMatch(APART);
    },
    90_000,
  );

  test('together ring nothing early and nothing twice', async () => {
    await plan();
    await Promise.all(SHIFTS.map(start));
    await untilAllRang();
    expect(await verdict()).toEqual(KEPT);
  }, 90_000);

  test('try a mail again when PostgreSQL says so, and send each once', async () => {
    expect(await mailsWhere('attempts > 0')).toBeGreaterThan(0);
    expect(await mailsWhere(`retry_at > now() + interval '16 minutes'`)).toBe(0);
    await mails.start();
    await house.office.database.rows(`
      update notice set retry_at = now() where state = 'pending';
      update outbox set ring_after = now() where settled_at is null;`);
    await Promise.all(SHIFTS.map(start));
    await until(async () => (await mailsWhere(`state <> 'sent'`)) === 0, MESSAGE_SECONDS);
    const received = await mails.received();
    expect(received).toHaveLength(await mailsWhere('true'));
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(received.length);
    expect(await verdict()).toEqual(KEPT);
  }, 120_000);

  test('would ring an hour too early if a deadline were a delayed job', async () => {
    expect(await firesDelayedJob(queue.url, '', 1)).toBe(false);
    expect(await firesDelayedJob(queue.url, '+2h', 60)).toBe(true);
  }, 90_000);
});
