import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../apps/command-line/ports.js';

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Starts a Redis that keeps what it is given.
 * @param fsync how often the append-only file reaches the disk.
 */
export async function startRedis(folder: string, fsync: 'everysec' | 'always'): Promise<RedisServer> {
  const directory = await mkdtemp(join(folder, 'redis-'));
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory, '--save', '']
      .concat(['--appendonly', 'yes', '--appendfsync', fsync])
      .concat(['--maxmemory-policy', 'noeviction']),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(server, 'exit');
  await new Promise<void>((resolve, reject) => {
    exited.then(([code]) => reject(new Error(`redis-server ended with code ${code}`)));
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill('SIGTERM');
      await exited;
    },
  };
}
