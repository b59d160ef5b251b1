import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { readEnv } from '#config/env';
import { openQueues } from '#queues';
import { freePort } from '../../apps/command-line/ports.js';
import { startWorker } from '../../apps/worker/start-worker.js';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { createMailServer, takeIn, until, writeOrder } from '../support/outbox.js';
import { QUEUE_BACKENDS, startRedisServer, startTestQueue, type TestQueue } from '../support/queues.js';

const LONG_AGO = '2026-06-01';

let desk: TestOffice;
let mails: Awaited<ReturnType<typeof createMailServer>>;
let worker: INestApplicationContext | null;

beforeEach(async () => {
  desk = await createTestOffice();
  await desk.addStaff('coordinationOffice', 'tru-so-tcd');
  mails = await createMailServer();
  await mails.start();
  worker = null;
});
afterEach(async () => {
  await stop();
  await mails[Symbol.asyncDispose]();
  await desk.close();
});

async function start(settings: Record<string, string>) {
  worker = await startWorker(
    readEnv({
      DATABASE_URL: desk.url,
      SECRET_KEY: desk.office.secretKey,
      SMTP_URL: mails.url,
      SWEEP_SECONDS: '0.5',
      LOG_LEVEL: 'silent',
      ...settings,
    }),
  );
}

async function stop() {
  await worker?.close();
  worker = null;
}

/** What the record says of a case: how often its clock rang, and whether everybody was told. */
async function standing(caseId: string) {
  const [row] = await desk.office.database.rows<{ rings: number; open: number; supervision: string }>(
    `select c.supervision,
       (select count(*)::int from history where case_id = c.id and command = 'deadlinePassed') as rings,
       (select count(*)::int from outbox where case_id = c.id and settled_at is null) as open
     from cases c where c.id = $1`,
    [caseId],
  );
  return row!;
}
const isTold = async (caseId: string) => {
  const { rings, open } = await standing(caseId);
  return rings > 0 && open === 0;
};
const mailsAbout = async (words: string) =>
  (await mails.received()).filter(({ subject }) => subject.includes(words));

describe.each(QUEUE_BACKENDS)('a worker with its queue on %s', (backend) => {
  let queue: TestQueue;
  beforeEach(async () => {
    queue = await startTestQueue(backend, desk.url);
  });
  afterEach(async () => {
    await stop();
    await queue.stop();
  });

  test('fires a passed deadline once and tells those it concerns', async () => {
    await start({ QUEUE_URL: queue.url, QUEUE_SILENCE_SECONDS: '600' });
    const caseId = await takeIn(desk, LONG_AGO);
    await until(() => isTold(caseId));
    expect((await standing(caseId)).supervision).toBe('escalated');
    const told = (await mailsAbout('quá hạn')).length;
    expect(told).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await mailsAbout('quá hạn')).toHaveLength(told);
    expect((await standing(caseId)).rings).toBe(2);
  });

  test('goes on when the queue was emptied', async () => {
    await start({ QUEUE_URL: queue.url, QUEUE_SILENCE_SECONDS: '2' });
    const first = await takeIn(desk, LONG_AGO);
    await until(() => isTold(first));
    await emptyQueue(queue.url);
    const second = await takeIn(desk, LONG_AGO);
    await until(() => isTold(second), 10);
  });
});

async function emptyQueue(url: string) {
  if (url.startsWith('redis')) {
    const { Redis } = await import('ioredis');
    const redis = new Redis(url);
    await redis.flushall();
    redis.disconnect();
  } else {
    await desk.office.database.rows('drop schema bullmq cascade');
  }
}

describe('a worker without its queue', () => {
  test.each(['postgres', 'redis'])('marks and tells of a passed deadline by itself (%s)', async (scheme) => {
    const url = `${scheme}://127.0.0.1:${await freePort()}/test`;
    await start({ QUEUE_URL: url, QUEUE_SILENCE_SECONDS: '1' });
    const caseId = await takeIn(desk, LONG_AGO);
    await until(() => isTold(caseId));
    expect((await standing(caseId)).supervision).toBe('escalated');
    expect(await mailsAbout('quá hạn')).not.toHaveLength(0);
  });
});

const onlyWithRedis = QUEUE_BACKENDS.includes('redis') ? describe : describe.skip;
onlyWithRedis('a worker whose Redis', () => {
  let directory: string;
  let port: number;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  const url = () => `redis://127.0.0.1:${port}`;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-redis-'));
    port = await freePort();
  });
  afterEach(async () => {
    await stop();
    await redis.stop('SIGKILL');
    await rm(directory, { recursive: true });
  });

  test('is killed does its duties by itself, and hears the bell when Redis is back', async () => {
    redis = await startRedisServer(port, directory);
    await start({ QUEUE_URL: url(), QUEUE_SILENCE_SECONDS: '2' });
    const before = await takeIn(desk, LONG_AGO);
    await until(() => isTold(before));

    await redis.stop('SIGKILL');
    const meanwhile = await takeIn(desk, LONG_AGO);
    await until(() => isTold(meanwhile));

    redis = await startRedisServer(port, directory);
    const producer = await openQueues({ url: url(), acceptUnsafe: false, onTrouble: () => {} });
    const id = await writeOrder(desk, meanwhile, {});
    await desk.office.database.rows(
      `update outbox set ring_after = now() + interval '1 hour' where id = $1`,
      [id],
    );
    await producer.add('deliverNotice', [{ id: `outbox-${id}`, payload: { v: 1, outboxId: id } }]);
    await until(() => isTold(meanwhile), 20);
    await producer.close();
  }, 60_000);

  test('may lose jobs does not start, and says why', async () => {
    redis = await startRedisServer(port, directory, ['--appendonly', 'no']);
    await expect(start({ QUEUE_URL: url() })).rejects.toThrow(/may lose jobs/);
    expect(worker).toBeNull();
  });
});
