import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../apps/command-line/ports.js';

const LAUNCHER = 'dist/apps/command-line/start.js';
/** Where the system tells of other processes, their folder shows who belongs to this application. */
const testWithProcesses = existsSync('/proc/self/environ') ? test : test.skip;

interface Launch {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

/** The built application, started as `npm start` starts it, on a folder of its own. */
describe('npm start', () => {
  let folder: string;
  let port: number;
  let running: Launch;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-start-'));
    port = await freePort();
    running = launch();
    await untilReady(running);
  }, 120_000);
  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.ended;
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  test('says where it is, where the mailbox is and who can sign in', async () => {
    await until(() => /Ctrl-C/.test(running.output()));
    expect(running.output()).toContain(`http://localhost:${port}`);
    expect(running.output()).toContain('/dev/mailbox');
    expect(running.output()).toContain('@demo.dan-nguyen.example');
  });

  test('keeps its secrets from other users', async () => {
    const { stdout } = await ask('find', [
      folder,
      '-name',
      '*.key',
      '-perm',
      '/077',
      '-o',
      '-name',
      '*.json',
      '-perm',
      '/077',
    ]);
    expect(stdout).toBe('');
  });

  test('a second one on the same folder says where the first one runs', async () => {
    const second = launch();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(new RegExp(`already running at http://localhost:${port}`));
  });

  testWithProcesses(
    'an API that crashed is started again',
    async () => {
      const api = await childNamed('api/main.js');
      process.kill(api, 'SIGKILL');
      await until(async () => (await childNamed('api/main.js').catch(() => api)) !== api);
      await untilReady(running);
    },
    30_000,
  );

  test('Ctrl-C stops everything; the next start is ready within 10 s and has kept the record', async () => {
    const before = await countCases();
    expect(before).toBeGreaterThan(100);
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(await processesOf(folder)).toEqual([]);

    const startedAt = performance.now();
    running = launch();
    await untilReady(running);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await countCases()).toBe(before);
  }, 60_000);

  testWithProcesses(
    'a launcher that was killed leaves nobody behind, and the next start works',
    async () => {
      running.process.kill('SIGKILL');
      await running.ended;
      await until(async () => (await processesOf(folder)).length === 0, 20_000);
      running = launch();
      await untilReady(running);
    },
    60_000,
  );

  test('a taken port is said in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = (other.address() as { port: number }).port;
    const refused = launch({ PORT: String(taken), DATA_DIR: join(folder, 'other') });
    expect(await refused.ended).toBe(1);
    expect(refused.output().trim().split('\n').at(-1)).toMatch(/^Port \d+ is taken by another program/);
    other.close();
  }, 30_000);

  test('a bad setting is said in one sentence', async () => {
    const refused = launch({ PORT: 'many' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/^Setting PORT: .+\n$/);
  });

  function launch(settings: Record<string, string> = {}): Launch {
    const environment = { PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'info', ...settings };
    const child = spawn(process.execPath, [LAUNCHER], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
      });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { process: child, output: () => output, ended };
  }

  async function untilReady({ process: launcher, output }: Launch): Promise<void> {
    await until(async () => {
      if (launcher.exitCode !== null) throw new Error(output());
      return (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.status === 200;
    }, 90_000);
  }

  async function countCases(): Promise<number> {
    const { databaseUrl } = JSON.parse(await readFile(join(folder, 'running.json'), 'utf8'));
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return Number((await client.query('select count(*)::int as count from cases')).rows[0].count);
    } finally {
      await client.end();
    }
  }

  async function childNamed(script: string): Promise<number> {
    const found = (await processesOf(folder)).find(({ command }) => command.includes(script));
    if (!found) throw new Error(`no ${script} runs`);
    return found.pid;
  }
});

/** Processes that carry the folder in their environment or their arguments (Linux keeps both in /proc). */
async function processesOf(folder: string): Promise<{ pid: number; command: string }[]> {
  const found: { pid: number; command: string }[] = [];
  if (!existsSync('/proc/self/environ')) return found;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
    const [command, environment] = await Promise.all([read('cmdline'), read('environ')]);
    if (`${command}${environment}`.includes(folder)) found.push({ pid: Number(pid), command });
  }
  return found;
}

async function until(isTrue: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isTrue())) {
    if (Date.now() > giveUpAt) throw new Error('it did not happen in time');
    await sleep(100);
  }
}

async function ask(program: string, args: string[]): Promise<{ stdout: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  await once(child, 'close');
  return { stdout };
}
