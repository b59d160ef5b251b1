import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

export interface Disk {
  /** Which of our data lies there: `data` of the process, or the `database`. */
  volume: 'data' | 'database';
  /** Used share of what ordinary users may fill, 0 to 1. */
  usedRatio: number;
  freeBytes: number;
}

/**
 * The disks that this process and, when it runs on this machine, PostgreSQL write to.
 * @param data folder of the process's own files, if it keeps any.
 * @param database folder of PostgreSQL's files, if they can be seen from here.
 */
export async function readDisks(data: string | undefined, database: string | null): Promise<Disk[]> {
  const disks = await Promise.all([
    data === undefined ? null : readDisk('data', data),
    database === null ? null : readDisk('database', database),
  ]);
  return disks.filter((disk) => disk !== null);
}

/**
 * How full the volume is that `path` lies on, or would lie on once it is made.
 * @returns null when the system does not say.
 */
async function readDisk(volume: Disk['volume'], path: string): Promise<Disk | null> {
  const { blocks, bfree, bavail, bsize } = await statfs(existing(resolve(path))).catch(() => NOTHING);
  const used = blocks - bfree;
  // What is reserved for the administrator counts as neither used nor free.
  if (used + bavail === 0) return null;
  return { volume, usedRatio: used / (used + bavail), freeBytes: bavail * bsize };
}

const NOTHING = { blocks: 0, bfree: 0, bavail: 0, bsize: 0 };

function existing(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path));
}
