import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../dist/apps/command-line/ports.js';
import { startPostgres } from '../dist/apps/command-line/postgres-server.js';
import { ROOT } from './project.mjs';

/** A test database lives for seconds: what a power cut would cost is not worth waiting for. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/** Second half of `npm test`, on the project's Node: one PostgreSQL for the run, then Jest, which closes with the count. */
const cache = join(ROOT, 'node_modules', '.cache');
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'test-'));
const postgres = await startPostgres({
  directory: join(folder, 'postgres'),
  port: await freePort(),
  password: 'test',
  logFile: join(folder, 'postgres.log'),
  settings: FAST,
});
try {
  process.exitCode = await jest(process.argv.slice(2));
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  process.disconnect?.();
}

/** Runs Jest to its end; whoever asks this process to stop asks Jest. */
async function jest(args) {
  const noBrowser = process.env.TEST_CHROMIUM === '' ? ['--testPathIgnorePatterns=/test/web/'] : [];
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
      .concat(['-c', 'config/jest.config.mjs', '--maxWorkers=2'])
      .concat(noBrowser, args),
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        TEST_DATABASE_URL: postgres.url,
        DATABASE_UNSAFE: 'accept',
        LOG_LEVEL: 'silent',
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  process.on('disconnect', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
