import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import pg from 'pg';

const MB = 1024 * 1024;
const BALLAST_MB = 64;
const LOOK_EVERY_MS = 1_000;

/** Free space of the disk, in bytes, at which writing ends, and at which it goes on. */
export const ROOM = { low: 256 * MB, enough: 384 * MB };

export interface GuardedDisk {
  /** A folder on the disk that the database lies on. */
  folder: string;
  /** Room that nobody uses, given up when the disk has no other. */
  ballast: string;
  databaseUrl: string;
  room?: typeof ROOM;
  /** Called with a sentence whenever writing ends or goes on. */
  tell(sentence: string): void;
}

export interface DiskGuard {
  stop(): Promise<void>;
}

/**
 * Keeps the embedded server from filling its disk. A server whose log finds no room ends, and with it all reading;
 * so the database is made read-only while there is little room: reading goes on, writing is refused, nothing that
 * was acknowledged is lost. It goes back by itself.
 */
export async function guardDisk(disk: GuardedDisk): Promise<DiskGuard> {
  let isReadOnly: boolean | null = null;
  const look = async () => {
    const wanted = wantsReadOnly(await freeBytes(disk.folder), isReadOnly ?? false, disk.room ?? ROOM);
    if (wanted === isReadOnly) return;
    await setReadOnly(disk, wanted);
    if (wanted || isReadOnly) disk.tell(wanted ? FULL : ROOM_AGAIN);
    isReadOnly = wanted;
  };
  // A look that fails (the server is just starting again) is followed by another.
  const lookSafely = () => look().catch(() => {});
  await lookSafely();
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(lookSafely);
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

const FULL =
  'Ổ đĩa gần đầy: chỉ đọc, không ghi, cho đến khi có chỗ trống / The disk is almost full: reading only, until there is room.';
const ROOM_AGAIN = 'Đã có chỗ trống: ghi trở lại / There is room again: writing goes on.';

/** Between the two marks it stays as it is, so that it does not go to and fro. */
export function wantsReadOnly(free: number, isReadOnly: boolean, { low, enough }: typeof ROOM): boolean {
  return isReadOnly ? free < enough : free < low;
}

/**
 * Makes the ballast once, where there is room for it.
 * @param file written whole with what no file system can pack.
 */
export async function layBallast(file: string, folder: string): Promise<void> {
  if (existsSync(file) || (await freeBytes(folder)) < ROOM.enough + 2 * BALLAST_MB * MB) return;
  const handle = await open(file, 'w', 0o600);
  try {
    for (let written = 0; written < BALLAST_MB; written += 1) await handle.write(randomBytes(MB));
  } catch {
    await rm(file, { force: true });
  } finally {
    await handle.close();
  }
}

/** Even the note of the setting needs a little room: the ballast gives it. */
async function setReadOnly(disk: GuardedDisk, isReadOnly: boolean): Promise<void> {
  await alter(disk.databaseUrl, isReadOnly).catch(async (error) => {
    if (!existsSync(disk.ballast)) throw error;
    rmSync(disk.ballast);
    await alter(disk.databaseUrl, isReadOnly);
  });
}

async function alter(databaseUrl: string, isReadOnly: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(
      isReadOnly
        ? 'alter system set default_transaction_read_only = on'
        : 'alter system reset default_transaction_read_only',
    );
    await client.query('select pg_reload_conf()');
  } finally {
    await client.end().catch(() => {});
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
