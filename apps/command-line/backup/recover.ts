import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { SetupError } from '../command.js';
import type { DataDirectory, PostgresAccess } from '../data-directory.js';
import { type PostgresServer, startPostgres } from '../postgres-server.js';
import { postgresUser } from '../postgres-user.js';
import type { BackupDirectory, Base } from './backup-directory.js';
import { stageLog } from './stage-log.js';
import { BASE } from './take-backup.js';

const POLL_MS = 100;
const STAGED = 'restoring-wal';
/** A piece that is not there ends the log; one that cannot be unpacked ends the restore. */
const RESTORE_COMMAND = `[ -f ../${STAGED}/%f.gz ] || exit 1; gzip -dc ../${STAGED}/%f.gz > "%p" || exit 200`;

export interface Recovery {
  directory: BackupDirectory;
  base: Base;
  /** Instant to restore to; null for everything there is. */
  to: Date | null;
  access: PostgresAccess;
}

/** How far a recovery came. */
export interface Recovered {
  /** When the last change was committed; null when the log held none. */
  lastChangeAt: Date | null;
  /** False when the log ends before the instant that was asked for. */
  reached: boolean;
  /** Piece of the log that is missing or damaged though there are later ones; null when there is none. */
  missing: string | null;
}

/**
 * Makes the database of a data directory from a base copy and the log after it. The folder `postgres` is there at
 * the end, or not at all.
 * @throws SetupError when the copy cannot be read or the server does not get through the log.
 */
export async function recover(data: DataDirectory, recovery: Recovery): Promise<Recovered> {
  const working = `${data.postgres}.restoring`;
  const staged = join(data.path, STAGED);
  for (const leftover of [working, staged]) await rm(leftover, { recursive: true, force: true });
  await unpack(join(recovery.base.folder, BASE), working);
  const missing = await stageLog(recovery.directory, recovery.base, staged);
  await writeFile(join(working, 'recovery.signal'), '');
  giveToServer(data, [working, staged]);
  const recovered = await replayLog(data, recovery, working);
  await rename(working, data.postgres);
  await rm(staged, { recursive: true });
  return { ...recovered, missing };
}

async function unpack(archive: string, into: string): Promise<void> {
  await mkdir(into, { mode: 0o700 });
  const tar = spawn('tar', ['-x', '-C', into], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  tar.stderr.on('data', (text) => {
    said += text;
  });
  const ended = once(tar, 'close');
  const failure = await pipeline(createReadStream(archive), createGunzip(), tar.stdin).catch(
    (error: Error) => error,
  );
  const [code] = await ended;
  if (code === 0 && !failure) return;
  throw new SetupError(`The copy could not be unpacked: ${said.trim() || failure?.message}`);
}

function giveToServer(data: DataDirectory, folders: readonly string[]): void {
  const { owner } = postgresUser([data.path]);
  if (owner) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, ...folders]);
}

/**
 * Replays the log up to the instant. A server ends when its log holds nothing so late; then all of the log is what
 * the instant asks for.
 */
async function replayLog(
  data: DataDirectory,
  recovery: Recovery,
  working: string,
): Promise<Omit<Recovered, 'missing'>> {
  const { access, to } = recovery;
  const options = { ...access, directory: working, logFile: data.logFile('postgres') };
  const upTo = to && (await replay(options, to));
  if (upTo) return { ...upTo, reached: true };
  const all = await replay(options, null);
  if (!all || (to && all.lastChangeAt && all.lastChangeAt > to)) {
    throw new SetupError(`The log could not be replayed; ${options.logFile} says why.`);
  }
  return { ...all, reached: to === null };
}

type ServerOptions = Parameters<typeof startPostgres>[0];

/** Runs the server through its log and stops it; null when it ended by itself. */
async function replay(
  options: ServerOptions,
  to: Date | null,
): Promise<{ lastChangeAt: Date | null } | null> {
  const settings = [
    `restore_command=${RESTORE_COMMAND}`,
    'recovery_target_timeline=current',
    'recovery_target_action=promote',
    // When this is read, the server does not know yet what the letter Z stands for.
    ...(to ? [`recovery_target_time=${to.toISOString().replace('Z', '+00')}`] : []),
  ];
  const server = await startPostgres({ ...options, settings }).catch(() => null);
  if (!server) return null;
  try {
    return (await untilPromoted(server)) ? await lastChange(server) : null;
  } finally {
    await server.stop();
  }
}

async function untilPromoted(server: PostgresServer): Promise<boolean> {
  let isUp = true;
  server.ended.then(() => {
    isUp = false;
  });
  while (isUp) {
    const asked = await ask<{ busy: boolean }>(server, 'select pg_is_in_recovery() as busy').catch(
      () => null,
    );
    if (asked?.busy === false) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function lastChange(server: PostgresServer): Promise<{ lastChangeAt: Date | null }> {
  // Settings that the copy brought from a server that archived, and whose disk may have been full.
  await ask(server, 'alter system reset archive_timeout');
  await ask(server, 'alter system reset default_transaction_read_only');
  // Asked now: the server forgets it when it stops.
  return ask(server, 'select pg_last_xact_replay_timestamp() as "lastChangeAt"');
}

async function ask<Row extends object>({ url }: PostgresServer, sql: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url });
  // A server that ends in the middle is told by the question that fails.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}
