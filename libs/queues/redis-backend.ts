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
  const risks = await findRisks(url);
  if (risks.length > 0 && !acceptUnsafe) {
    const { host } = new URL(url);
    throw new UnsafeQueueError(
      `The Redis at ${host} may lose jobs (${risks.join(', ')}): set "appendonly yes" and ` +
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
    risks,
    queue: (name, options) => new Queue(name, { ...options, connection: producer }),
    worker: (name, process, options) => new Worker(name, process, { ...options, connection: consumer }),
    abandon: () => {
      isAbandoned = true;
    },
  };
}

/** INFO is asked, because hosted servers often forbid CONFIG; one that forbids INFO too can promise nothing. */
async function findRisks(url: string): Promise<string[]> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null });
  let failure: Error | undefined;
  redis.on('error', (error) => {
    failure = error;
  });
  try {
    await redis.connect();
    const info = await Promise.all([redis.info('persistence'), redis.info('memory')]).catch(refusalOf);
    if (info instanceof Error) return [`INFO is refused: ${info.message.split(' ')[0]}`];
    return risksIn(info.join(''));
  } catch (error) {
    throw failure ?? error;
  } finally {
    if (redis.status !== 'end') redis.disconnect();
  }
}

/** An answer of a server that is there; whatever else goes wrong is passed on. */
function refusalOf(error: Error): Error {
  if (error.name === 'ReplyError') return error;
  throw error;
}

function risksIn(info: string): string[] {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  return [
    ...(/^aof_enabled:1/m.test(info) ? [] : ['appendonly is off']),
    ...(/^aof_last_write_status:err/m.test(info) ? ['the append-only file cannot be written'] : []),
    ...(policy === 'noeviction' ? [] : [`maxmemory-policy is ${policy ?? 'unknown'}`]),
  ];
}
