import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Part } from './part.mjs';
import { says } from './ready.mjs';

/** The settings that the application demands of a Redis: append-only file, nothing evicted. */
const SAFE = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];

/** A redis-server of the stage's own. */
export function redisPart(port, directory, note) {
  const place = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory];
  const part = new Part({
    name: 'queue',
    command: ['redis-server', ...place, ...SAFE],
    env: { PATH: process.env.PATH },
    ready: says(/Ready to accept connections/),
    note,
    log: join(directory, 'redis.log'),
  });
  return Object.assign(part, { port });
}

/** Loses everything that is in the queue, as an operator's slip would: FLUSHALL, or BullMQ's schema is dropped. */
export async function emptyQueue({ backend, redisPort, databaseUrl }) {
  if (backend === 'redis') {
    const redis = new Redis(redisPort, '127.0.0.1', { retryStrategy: () => null });
    redis.on('error', () => {});
    try {
      await redis.flushall();
    } finally {
      redis.disconnect();
    }
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await dropSchema(client);
  } finally {
    await client.end();
  }
}

/** Whoever holds a lock in the schema lets go within a moment; until then it is asked again. */
async function dropSchema(client) {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(`set lock_timeout = '500ms'; drop schema if exists bullmq cascade`);
      return;
    } catch (error) {
      if (tries >= 20 || !['55P03', '40P01'].includes(error.code)) throw error;
      await sleep(50);
    }
  }
}
