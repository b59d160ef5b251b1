import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Pool } from 'pg';
import { SetupError } from '../command.js';
import type { DataDirectory } from '../data-directory.js';
import { postgresUser } from '../postgres-user.js';
import type { BackupDirectory } from './backup-directory.js';

/** A piece of the log that is not full is archived all the same after so long: what a lost machine may cost. */
const ARCHIVE_TIMEOUT = '30s';

/**
 * Has the embedded server copy its log into a backup directory from now on, over restarts too, until
 * {@link stopArchiving}.
 * @throws SetupError when the server runs without archiving, or may not write there.
 */
export async function startArchiving(
  pool: Pool,
  data: DataDirectory,
  directory: BackupDirectory,
): Promise<void> {
  const { rows } = await pool.query<{ archive_mode: string }>('show archive_mode');
  if (rows[0]?.archive_mode !== 'on') {
    throw new SetupError(
      'This server was started by an older version: stop and start Dân Nguyện once, then back up.',
    );
  }
  demandWritable(data, directory.wal);
  rmSync(`${data.walArchive}.new`, { force: true });
  symlinkSync(directory.wal, `${data.walArchive}.new`);
  renameSync(`${data.walArchive}.new`, data.walArchive);
  await pool.query(`alter system set archive_timeout = '${ARCHIVE_TIMEOUT}'`);
  await pool.query('select pg_reload_conf()');
}

/** Leaves the log alone from now on; what is archived stays where it is. */
export async function stopArchiving(pool: Pool, data: DataDirectory): Promise<void> {
  rmSync(data.walArchive, { force: true });
  await pool.query('alter system reset archive_timeout');
  await pool.query('select pg_reload_conf()');
}

/** The backup directory that the log goes to, or null. */
export function archivingTo(data: DataDirectory): string | null {
  try {
    return dirname(readlinkSync(data.walArchive));
  } catch {
    return null;
  }
}

/** When root starts the server, it runs as another user, who needs the folder of the log and a way to it. */
function demandWritable(data: DataDirectory, folder: string): void {
  if (!existsSync(data.postgres)) return;
  const { owner, prefix } = postgresUser([data.path]);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const [program = 'test', ...rest] = [...prefix, 'test', '-w', folder];
  if (spawnSync(program, rest, { cwd: '/', stdio: 'ignore' }).status === 0) return;
  throw new SetupError(
    `The database's user cannot write to ${folder}: choose a folder that it can reach, such as /var/backups/dan-nguyen.`,
  );
}
