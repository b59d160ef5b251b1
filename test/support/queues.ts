import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/command-line/ports.js';

/** Name of a queue backend; the same words as the scheme of QUEUE_URL. */
export type QueueBackend = 'postgres' | 'redis';

/**
 * Backends that this machine can test, for `describe.each`. `npm test` names them in
 * TEST_QUEUE_BACKENDS (and fails in CI when one is missing); alone, a spec takes what it finds.
 */
export const QUEUE_BACKENDS: readonly QueueBackend[] =
  (process.env.TEST_QUEUE_BACKENDS?.split(',').filter(Boolean) as QueueBackend[] | undefined) ??
  (hasRedis() ? ['postgres', 'redis'] : ['postgres']);

export interface TestQueue {
  /** What QUEUE_URL would hold. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a queue backend of its own for one spec file.
 * @param databaseUrl test database that the Postgres backend keeps its jobs in.
 */
export async function startTestQueue(backend: QueueBackend, databaseUrl: string): Promise<TestQueue> {
  return backend === 'redis' ? startRedis() : { url: databaseUrl, stop: async () => {} };
}

/** A Redis with the settings that the application demands: append-only file, nothing evicted. */
const SAFE = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];

async function startRedis(): Promise<TestQueue> {
  const directory = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-redis-'));
  const port = await freePort();
  const server = await startRedisServer(port, directory, SAFE);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await server.stop('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A redis-server that answers on the port from now until it is stopped; what it keeps lies in the directory. */
export async function startRedisServer(port: number, directory: string, settings = SAFE) {
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory, '--save', ''];
  const server = spawn('redis-server', [...options, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    exited.then(([code]) => reject(new Error(`redis-server ended with code ${code}`)));
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
  return {
    async stop(signal: 'SIGTERM' | 'SIGKILL') {
      server.kill(signal);
      await exited;
    },
  };
}

function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}
