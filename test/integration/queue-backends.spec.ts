import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { type JobHandlers, openQueues, type Queues, UnsafeQueueError } from '#queues';
import { freePort } from '../../apps/command-line/ports.js';
import { until } from '../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const open = (url: string, acceptUnsafe = false) => openQueues({ url, acceptUnsafe, onTrouble: () => {} });

/** Handlers that do nothing but what a test is about. */
const doing = (handlers: Partial<JobHandlers>): JobHandlers => ({
  sweepDeadlines: async () => {},
  relayOutbox: async () => {},
  deliverNotice: async () => {},
  ...handlers,
});
const notice = (outboxId: string) => ({ id: `outbox-${outboxId}`, payload: { v: 1, outboxId } as const });

describe.each(QUEUE_BACKENDS)('the queue on %s', (backend) => {
  let database: TestDatabase;
  let server: TestQueue;
  const opened: Queues[] = [];
  const openHere = async () => {
    const queues = await open(server.url);
    opened.push(queues);
    return queues;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startTestQueue(backend, database.url);
  });
  afterAll(async () => {
    await Promise.all(opened.map((queues) => queues.close()));
    await server.stop();
    await database.drop();
  });

  test('says which backend it is', async () => {
    expect((await openHere()).backend).toBe(backend);
  });

  test('holds a job once while it waits, and takes it again when it is done', async () => {
    const producer = await openHere();
    await producer.add('deliverNotice', [notice('a'), notice('b')]);
    await producer.add('deliverNotice', [notice('a')]);
    expect(await producer.waiting('deliverNotice')).toBe(2);

    const done: string[] = [];
    const worker = await openHere();
    worker.work(
      doing({
        deliverNotice: async (delivery) =>
          void done.push(...('outboxId' in delivery ? [delivery.outboxId] : delivery.outboxIds)),
      }),
    );
    await until(async () => done.length === 2);
    await until(async () => (await producer.waiting('deliverNotice')) === 0);
    await producer.add('deliverNotice', [notice('a')]);
    await until(async () => done.length === 3);
    expect(done.sort()).toEqual(['a', 'a', 'b']);
    await worker.close();
  });

  test('takes a job again that has failed', async () => {
    let tries = 0;
    const worker = await openHere();
    worker.work(
      doing({
        deliverNotice: async () => {
          tries += 1;
          throw new Error('the first delivery fails');
        },
      }),
    );
    await worker.add('deliverNotice', [notice('c')]);
    await until(async () => tries === 1);
    await until(async () => {
      await worker.add('deliverNotice', [notice('c')]);
      return tries > 1;
    });
    await worker.close();
  });

  test('rings once for two workers together', async () => {
    let rings = 0;
    const ring = async () => {
      rings += 1;
    };
    const handlers = doing({ sweepDeadlines: ring });
    const [first, second] = await Promise.all([openHere(), openHere()]);
    for (const worker of [first, second]) {
      await worker.ringEvery('sweepDeadlines', 0.5);
      worker.work(handlers);
    }
    await new Promise((resolve) => setTimeout(resolve, 2_250));
    await Promise.all([first.close(), second.close()]);
    expect(rings).toBeGreaterThanOrEqual(3);
    expect(rings).toBeLessThanOrEqual(6);
  });

  test('finishes the job in hand when it is closed', async () => {
    const events: string[] = [];
    const worker = await openHere();
    worker.work(
      doing({
        deliverNotice: async () => {
          events.push('begun');
          await new Promise((resolve) => setTimeout(resolve, 500));
          events.push('finished');
        },
      }),
    );
    await worker.add('deliverNotice', [notice('d')]);
    await until(async () => events.length === 1);
    await worker.close();
    expect(events).toEqual(['begun', 'finished']);
  });
});

describe('a queue that', () => {
  test.each(['postgres', 'redis'])('is away says so at once (%s)', async (scheme) => {
    const url = `${scheme}://127.0.0.1:${await freePort()}/test`;
    const begun = performance.now();
    await expect(open(url)).rejects.toThrow('ECONNREFUSED');
    expect(performance.now() - begun).toBeLessThan(6_000);
  });

  const onlyWithRedis = QUEUE_BACKENDS.includes('redis') ? test : test.skip;
  onlyWithRedis('may lose jobs is refused, unless it is accepted as it is', async () => {
    const port = await freePort();
    const forgetful = spawn('redis-server', [
      '--port',
      `${port}`,
      '--save',
      '',
      '--maxmemory-policy',
      'allkeys-lru',
    ]);
    const exited = once(forgetful, 'exit');
    const url = `redis://127.0.0.1:${port}`;
    const failure = await until(() =>
      open(url).then(
        () => 'opened',
        (error) => error instanceof UnsafeQueueError && error.message,
      ),
    );
    expect(failure).toContain('appendonly is off, maxmemory-policy is allkeys-lru');
    const accepted = await open(url, true);
    expect(accepted.risks).toEqual(['appendonly is off', 'maxmemory-policy is allkeys-lru']);
    await accepted.close();
    forgetful.kill();
    await exited;
  });

  onlyWithRedis('does not let itself be asked is refused, as it can promise nothing', async () => {
    const safe = await startTestQueue('redis', '');
    const owner = new Redis(safe.url);
    await owner.acl('SETUSER', 'guest', 'on', '>word', '~*', '&*', '+@all', '-info');
    owner.disconnect();
    const asGuest = safe.url.replace('redis://', 'redis://guest:word@');
    await expect(open(asGuest)).rejects.toThrow(/may lose jobs \(INFO is refused/);
    await safe.stop();
  });
});
