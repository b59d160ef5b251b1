import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../apps/command-line/ports.js';
import {
  type PostgresOptions,
  type PostgresServer,
  startPostgres,
} from '../../apps/command-line/postgres-server.js';
import { sharedBuffers } from '../../apps/command-line/postgres-settings.js';

/** PostgreSQL of our own: it comes back from every way a run can end. */
describe('the embedded PostgreSQL', () => {
  let options: PostgresOptions;
  let server: PostgresServer;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-postgres-'));
    options = {
      directory: join(folder, 'postgres'),
      port: await freePort(),
      password: 'a-test-password',
      logFile: join(folder, 'postgres.log'),
    };
    server = await startPostgres(options);
    await ask('create table kept (word text)');
    await ask("insert into kept values ('đơn')");
  }, 60_000);
  afterEach(async () => {
    expect(await ask('select word from kept')).toEqual([{ word: 'đơn' }]);
  });
  afterAll(async () => {
    await server.stop();
    await rm(join(options.directory, '..'), { recursive: true, force: true });
  });

  test('keeps its data over a clean stop', async () => {
    await server.stop();
    server = await startPostgres(options);
  });

  test('comes back after it was killed', async () => {
    const pid = await postmaster();
    process.kill(pid, 'SIGKILL');
    await server.ended;
    server = await startPostgres(options);
    expect(await postmaster()).not.toBe(pid);
  });

  test('is not stopped by the note of a process that is no PostgreSQL', async () => {
    await server.stop();
    const stranger = spawn('sleep', ['60']);
    await writeFile(join(options.directory, 'postmaster.pid'), `${stranger.pid}\n`);
    server = await startPostgres(options);
    expect(stranger.exitCode).toBeNull();
    stranger.kill('SIGKILL');
    await once(stranger, 'exit');
  });

  test('takes over from a server that its launcher left behind', async () => {
    const left = server;
    server = await startPostgres(options);
    await left.ended;
  });

  test('listens on this machine only, keeps what it acknowledged and keeps words out of its log', async () => {
    const expected = {
      archive_mode: 'on',
      data_checksums: 'on',
      data_sync_retry: 'off',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      log_error_verbosity: 'terse',
      log_min_duration_statement: '-1',
      log_min_error_statement: 'panic',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      log_statement: 'none',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
    };
    const settings = await ask<{ name: string; setting: string }>('select name, setting from pg_settings');
    const found = Object.fromEntries(settings.map(({ name, setting }) => [name, setting]));
    expect(found).toMatchObject(expected);
    expect((await stat(options.directory)).mode & 0o077).toBe(0);
  });

  test('takes an eighth of the memory, and neither less than 128 MB nor more than 1 GB', () => {
    const GB = 2 ** 30;
    expect([GB / 2, 2 * GB, 4 * GB, 64 * GB].map(sharedBuffers)).toEqual([128, 256, 512, 1024]);
  });

  test('refuses a folder of another version and leaves it alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-postgres-'));
    await writeFile(join(folder, 'PG_VERSION'), '12\n');
    await expect(startPostgres({ ...options, directory: folder })).rejects.toThrow(
      'holds 12, not PostgreSQL 18',
    );
    expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toBe('12\n');
    await rm(folder, { recursive: true });
  });

  async function postmaster(): Promise<number> {
    return Number.parseInt(await readFile(join(options.directory, 'postmaster.pid'), 'utf8'), 10);
  }

  async function ask<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
});
