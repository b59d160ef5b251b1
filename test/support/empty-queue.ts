import { Redis } from 'ioredis';
import pg from 'pg';

/** Makes a queue forget everything: what a flushed Redis or a dropped schema does. */
export async function emptyQueue(url: string): Promise<void> {
  await atQueue(
    url,
    (redis) => redis.flushall(),
    (client) => client.query('drop schema if exists bullmq cascade'),
  );
}

/** Lets a queue answer nobody for so long. */
export async function stallQueue(url: string, milliseconds: number): Promise<void> {
  await atQueue(
    url,
    async (redis) => {
      await redis.client('PAUSE', milliseconds, 'ALL');
      await redis.ping();
    },
    async (client) => {
      await client.query('begin');
      await client.query('lock table bullmq.job in access exclusive mode');
      await client.query('select pg_sleep($1)', [milliseconds / 1_000]);
      await client.query('commit');
    },
  );
}

async function atQueue(
  url: string,
  onRedis: (redis: Redis) => Promise<unknown>,
  onPostgres: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  if (url.startsWith('redis')) {
    const redis = new Redis(url);
    await onRedis(redis).finally(() => redis.disconnect());
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await onPostgres(client).finally(() => client.end());
}
