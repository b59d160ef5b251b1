import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, Queue, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { childEnvironment } from '#config/env';
import { inAnotherTime } from './faketime.js';

/**
 * The same deadline as a delayed job of the queue: due in an hour, with one worker that is `shift` beside the time.
 * @returns whether it fired within `seconds`.
 */
export async function firesDelayedJob(url: string, shift: string, seconds: number): Promise<boolean> {
  const queue = await openNaiveQueue(url);
  await queue.add('deadline', {}, { delay: 3_600_000 });
  const worker = spawn(process.execPath, ['test/faults/clocks/naive-worker.mjs', url], {
    env: childEnvironment(shift === '' ? {} : inAnotherTime(shift)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  worker.stdout.on('data', (text: Buffer) => {
    said += text;
  });
  const exited = once(worker, 'exit');
  while (!said.includes('started')) await sleep(50);
  for (let waited = 0; waited < seconds * 20 && !said.includes('fired'); waited += 1) await sleep(50);
  worker.kill('SIGKILL');
  await exited;
  await queue.close();
  return said.includes('fired');
}

async function openNaiveQueue(url: string) {
  if (url.startsWith('redis')) {
    const { hostname, port } = new URL(url);
    return new Queue('naive', { connection: { host: hostname, port: Number(port) } });
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await runMigrations(client, 'naive');
  await client.end();
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  return new PostgresQueue('naive', { connection: { connectionString: url, schema: 'naive' } });
}
