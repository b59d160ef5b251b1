import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '#config/env';
import { NODE_FLAGS } from '#config/node-flags';
import { freePort } from '../../apps/command-line/ports.js';
import { type BenchOffice, SECRET_KEY } from './bench-office.js';

/** A process of the application, as it is built, run from the project's folder. */
export interface Running {
  pid: number;
  stop(): Promise<void>;
}

/** Starts the API of the office. @returns once it is ready, with its address. */
export async function startApi(bench: BenchOffice): Promise<Running & { url: string }> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const process = start(bench, 'dist/apps/api/main.js', {
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    DEMO: 'off',
  });
  await untilReady(url, process);
  return { ...running(process), url };
}

/** Starts a worker of the office on a queue. @returns at once; it is ready when it has done something. */
export function startWorker(bench: BenchOffice, queueUrl: string): Running {
  return running(start(bench, 'dist/apps/worker/main.js', { QUEUE_URL: queueUrl }));
}

function start(bench: BenchOffice, script: string, settings: Record<string, string>): ChildProcess {
  const environment = childEnvironment({
    DATABASE_URL: bench.databaseUrl,
    DATA_DIR: bench.folder,
    SECRET_KEY,
    LOG_LEVEL: 'error',
    ...settings,
  });
  return spawn(process.execPath, [...NODE_FLAGS, resolve(script)], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function running(child: ChildProcess): Running {
  return {
    pid: child.pid!,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function untilReady(url: string, api: ChildProcess): Promise<void> {
  while (api.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('The API ended before it was ready.');
}
