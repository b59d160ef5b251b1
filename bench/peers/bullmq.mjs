import { Queue, Worker } from 'bullmq';
import { command, openPool, tell } from './pool.mjs';

const QUEUE = 'notice';
const CONCURRENCY = 32;

export const connectionTo = (redisUrl) => {
  const { hostname, port } = new URL(redisUrl);
  return { host: hostname, port: Number(port), maxRetriesPerRequest: null };
};

export async function prepare({ redisUrl }) {
  const queue = new Queue(QUEUE, { connection: connectionTo(redisUrl) });
  await queue.obliterate({ force: true });
  await queue.close();
}

/** Bare: the job is added after the commit; a crash between the two loses the notice. */
export async function openGiver({ databaseUrl, redisUrl, lanes }) {
  const pool = openPool(databaseUrl, lanes);
  const queue = new Queue(QUEUE, { connection: connectionTo(redisUrl) });
  return {
    async give(at) {
      const message = await command(pool, at);
      await queue.add('notice', { message, ...at }, { removeOnComplete: true });
    },
    async close() {
      await queue.close();
      await pool.end();
    },
  };
}

export async function openHandler({ databaseUrl, redisUrl }, handled) {
  const pool = openPool(databaseUrl, 12);
  const handle = async ({ data }) => {
    await tell(pool, data);
    handled(1);
  };
  new Worker(QUEUE, handle, { connection: connectionTo(redisUrl), concurrency: CONCURRENCY });
}
