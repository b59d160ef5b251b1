import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { Backend } from './backend.js';

const SCHEMA = 'bullmq';

/**
 * Reaches the queue in PostgreSQL and brings its own schema `bullmq` up to date.
 * @throws when the server does not answer within five seconds.
 */
export async function openPostgresBackend(url: string): Promise<Backend> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks is reported by the query that was waiting for it.
  client.on('error', () => {});
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString: url, schema: SCHEMA, connectionTimeoutMillis: 5_000 };
  return {
    name: 'postgres',
    risks: [],
    queue: (name, options) => new Queue(name, { ...options, connection: { ...connection, max: 2 } }),
    worker: (name, process, options) =>
      new Worker(name, process, { ...options, connection: { ...connection, max: 5 } }),
    // It connects anew only when it is asked something.
    abandon: () => {},
  };
}
