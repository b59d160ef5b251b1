import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg, { type Pool } from 'pg';
import { SetupError } from '../command.js';
import type { DataDirectory } from '../data-directory.js';
import { archivingTo, startArchiving, stopArchiving } from './archive-log.js';
import { BackupDirectory, type Base } from './backup-directory.js';
import { flush, writeDurably } from './durable-files.js';
import { type ListedFile, listed, MANIFEST, type Manifest, manifestText, sumOf } from './manifest.js';
import { type CopyEnd, copyBase } from './stream-copy.js';

export const BASE = 'base.tar.gz';
/** Files of the data directory that a restored installation needs beside its database. */
export const OWN_FILES = ['secret.key', 'postgres.json'];
/** Any number, the same in every process: one backup at a time. */
const BACKUP_LOCK = 20_261_140;

export interface BackupSource {
  databaseUrl: string;
  pool: Pool;
  /** Data directory of the embedded database; null for a server of somebody else's. */
  data: DataDirectory | null;
}

/**
 * Adds a whole copy of the record to a backup directory while the application runs.
 * @throws SetupError when the folder belongs to another database, another backup runs, or the server
 *   does not hand out copies.
 */
export async function takeBackup(source: BackupSource, directory: BackupDirectory): Promise<Base> {
  const lock = await source.pool.connect();
  try {
    const { rows } = await lock.query('select pg_try_advisory_lock($1) as got', [BACKUP_LOCK]);
    if (!rows[0].got)
      throw new SetupError('Another backup of this database is under way: wait until it ends.');
    await demandSameDatabase(source.pool, directory);
    return await whileArchiving(source, directory, () => copyEverything(source, directory));
  } finally {
    await lock.query('select pg_advisory_unlock_all()').catch(() => {});
    lock.release();
  }
}

/** The log goes to the directory from before the copy begins; to where it went before when there is no copy. */
async function whileArchiving(
  { pool, data }: BackupSource,
  directory: BackupDirectory,
  copy: () => Promise<Base>,
): Promise<Base> {
  if (!data) return copy();
  const before = archivingTo(data);
  await startArchiving(pool, data, directory);
  try {
    return await copy();
  } catch (error) {
    if (before === null) await stopArchiving(pool, data);
    else if (before !== directory.path) await startArchiving(pool, data, await BackupDirectory.make(before));
    throw error;
  }
}

async function copyEverything(source: BackupSource, directory: BackupDirectory): Promise<Base> {
  const started = await moment(source.pool);
  const name = started.now.replaceAll(':', '-');
  const folder = directory.unfinished(name);
  await mkdir(folder, { mode: 0o700 });
  try {
    const { end, listed } = await writeBase(source, join(folder, BASE));
    const files = [listed, ...(await copyOwnFiles(source.data, folder))];
    const manifest = await describe(source, { started, end, files });
    await writeDurably(join(folder, MANIFEST), manifestText(manifest));
    await flush(folder);
    const finished = join(directory.bases, name);
    await rename(folder, finished);
    await flush(directory.bases);
    return { folder: finished, manifest: { format: 1, ...manifest } };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Streams the server's files into one packed archive and onto the disk. */
async function writeBase(source: BackupSource, file: string): Promise<{ end: CopyEnd; listed: ListedFile }> {
  const client = new pg.Client({ connectionString: source.databaseUrl, ...REPLICATION });
  await client.connect().catch((error) => {
    throw new SetupError(
      `${notAllowed(error)} Or copy the server with its own tools, such as pg_basebackup.`,
    );
  });
  const sum = createHash('sha256');
  const summing = new Transform({
    transform(chunk, _encoding, done) {
      sum.update(chunk);
      done(null, chunk);
    },
  });
  try {
    const { tar, end } = copyBase(client, { withLog: source.data === null });
    await pipeline(
      tar,
      createGzip({ level: 1 }),
      summing,
      createWriteStream(file, { mode: 0o600, flush: true }),
    );
    return { end: await end, listed: await listed(file, sum.digest('hex')) };
  } catch (error) {
    throw new SetupError(`The database could not be copied: ${(error as Error).message}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The driver passes it on to the server, which then hands out its files instead of answering queries. */
const REPLICATION = { replication: 'true' } as object;

function notAllowed({ code, message }: { code?: string; message: string }): string {
  const isRight = code === '28000' || code === '42501';
  return isRight
    ? 'This role may not copy the server: give it the attribute REPLICATION and a line "host replication" in pg_hba.conf.'
    : `The server does not take a replication connection (${message}).`;
}

async function copyOwnFiles(data: DataDirectory | null, folder: string): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const name of data ? OWN_FILES : []) {
    const from = join(data!.path, name);
    if (!existsSync(from)) continue;
    await copyFile(from, join(folder, name));
    await flush(join(folder, name));
    files.push(await listed(join(folder, name), await sumOf(from)));
  }
  return files;
}

interface Taken {
  started: Moment;
  end: CopyEnd;
  files: ListedFile[];
}

async function describe(
  { pool, data }: BackupSource,
  { started, end, files }: Taken,
): Promise<Omit<Manifest, 'format'>> {
  const ended = await moment(pool);
  const { rows } = await pool.query<{ wal: string }>('select pg_walfile_name($1::pg_lsn) as wal', [
    end.startLsn,
  ]);
  return {
    systemIdentifier: started.systemIdentifier,
    postgres: started.version,
    startedAt: started.now,
    endedAt: ended.now,
    timeline: end.timeline,
    startWal: rows[0]!.wal,
    hasArchive: data !== null,
    files,
  };
}

interface Moment {
  now: string;
  version: string;
  systemIdentifier: string;
}

async function moment(pool: Pool): Promise<Moment> {
  const { rows } = await pool.query<Moment>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
       split_part(current_setting('server_version'), ' ', 1) as version,
       (select system_identifier::text from pg_control_system()) as "systemIdentifier"`,
  );
  return rows[0]!;
}

/** Two databases in one folder would mix their logs. */
async function demandSameDatabase(pool: Pool, directory: BackupDirectory): Promise<void> {
  const { systemIdentifier } = await moment(pool);
  const [other] = (await directory.listBases()).filter(
    ({ manifest }) => manifest.systemIdentifier !== systemIdentifier,
  );
  if (!other) return;
  throw new SetupError(
    `${directory.path} holds backups of another database: name a folder of its own for this one.`,
  );
}
