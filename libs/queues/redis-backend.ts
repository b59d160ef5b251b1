import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Backend } from './backend.js';
import { UnsafeQueueError } from './queues.js';

/**
 * Reaches the queue in Redis and checks that it keeps what it is given.
 * @param acceptUnsafe true to use a Redis that may forget jobs; they are rung again, later.
 * @throws UnsafeQueueError when jobs may be forgotten, another Error when the server does not answer.
 */
export async function openRedisBackend(url: string, acceptUnsafe: boolean): Promise<Backend> {
  const problems = await findProblems(url);
  if (problems.length > 0 && !acceptUnsafe) {
    const { host } = new URL(url);
    throw new UnsafeQueueError(
      `The Redis at ${host} may lose jobs (${problems.join(', ')}): set "appendonly yes" and ` +
        '"maxmemory-policy noeviction", or start with QUEUE_UNSAFE=accept.',
    );
  }
  let isAbandoned = false;
  const retryStrategy = (tries: number) => (isAbandoned ? null : Math.min(100 * 2 ** tries, 5_000));
  // A producer answers at once that the queue is away; a worker waits for it to come back.
  const producer = {
    url,
    retryStrategy,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 5_000,
  };
  const consumer = { url, retryStrategy, maxRetriesPerRequest: null };
  const { Queue, Worker } = withBackend(createRedisBackend);
  return {
    name: 'redis',
    queue: (name, options) => new Queue(name, { ...options, connection: producer }),
    worker: (name, process, options) => new Worker(name, process, { ...options, connection: consumer }),
    abandon: () => {
      isAbandoned = true;
    },
  };
}

async function findProblems(url: string): Promise<string[]> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null });
  let failure: Error | undefined;
  redis.on('error', (error) => {
    failure = error;
  });
  try {
    await redis.connect();
    // INFO, because hosted servers often forbid CONFIG.
    const info = `${await redis.info('persistence')}${await redis.info('memory')}`;
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
    return [
      ...(/^aof_enabled:1/m.test(info) ? [] : ['appendonly is off']),
      ...(policy === 'noeviction' ? [] : [`maxmemory-policy is ${policy ?? 'unknown'}`]),
    ];
  } catch (error) {
    throw failure ?? error;
  } finally {
    redis.disconnect();
  }
}
