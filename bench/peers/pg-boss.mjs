import { PgBoss } from 'pg-boss';
import { command, openPool, tellAll } from './pool.mjs';

const QUEUE = 'notice';
/** As large batches and as short pauses as it allows, and the next batch at once while batches are full. */
const AT_ITS_BEST = {
  batchSize: 200,
  localConcurrency: 2,
  pollingIntervalSeconds: 0.5,
  burstWhenBatchFull: true,
};

export async function prepare({ databaseUrl }) {
  const boss = await open(databaseUrl, 2);
  await boss.createQueue(QUEUE);
  await boss.deleteAllJobs(QUEUE);
  await boss.stop();
}

/** The job is sent in the command's own transaction. */
export async function openGiver({ databaseUrl, lanes }) {
  const pool = openPool(databaseUrl, lanes);
  const boss = await open(databaseUrl, 2);
  return {
    async give(at) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const message = await command(client, at);
        const db = { executeSql: (text, values) => client.query(text, values) };
        await boss.send(QUEUE, { message, ...at }, { db });
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    async close() {
      await boss.stop();
      await pool.end();
    },
  };
}

export async function openHandler({ databaseUrl }, handled) {
  const pool = openPool(databaseUrl, 4);
  const boss = await open(databaseUrl, 6);
  await boss.work(QUEUE, AT_ITS_BEST, async (jobs) => {
    await tellAll(
      pool,
      jobs.map(({ data }) => data),
    );
    handled(jobs.length);
  });
}

async function open(connectionString, max) {
  const boss = new PgBoss({ connectionString, max, supervise: false, schedule: false });
  boss.on('error', (error) => console.error(error.message));
  await boss.start();
  return boss;
}
