import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BackupDirectory, Base } from './backup-directory.js';

/** Pieces of 16 MB that a number of the log's second part counts up to. */
const PIECES = 0x100;
const PIECE = /^[0-9A-F]{24}$/;

/**
 * Copies the log that a base copy needs into a folder that the server may read, whoever the backup belongs to and
 * however it is mounted. The log ends before the first piece that is missing or damaged.
 * @returns name of that piece when there are others after it, else null.
 */
export async function stageLog(directory: BackupDirectory, base: Base, into: string): Promise<string | null> {
  await mkdir(into, { mode: 0o700 });
  const names = await directory.listWal();
  const timeline = base.manifest.startWal.slice(0, 8);
  const pieces = names.filter((name) => PIECE.test(name) && name.startsWith(timeline));
  const present = new Set(pieces);
  const last = pieces.at(-1) ?? '';
  for (const note of names.filter((name) => name.endsWith('.history'))) await copy(directory, note, into);
  for (let name = base.manifest.startWal; name <= last; name = pieceAfter(name)) {
    if (!present.has(name) || !(await isIntact(join(directory.wal, `${name}.gz`)))) return name;
    await copy(directory, name, into);
  }
  return null;
}

/** Name of the piece after this one on the same timeline. */
export function pieceAfter(name: string): string {
  const [high, low] = [name.slice(8, 16), name.slice(16)].map((part) => Number.parseInt(part, 16)) as [
    number,
    number,
  ];
  const next = high * PIECES + low + 1;
  const digits = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  return name.slice(0, 8) + digits(Math.floor(next / PIECES)) + digits(next % PIECES);
}

async function copy(directory: BackupDirectory, name: string, into: string): Promise<void> {
  const file = join(into, `${name}.gz`);
  await copyFile(join(directory.wal, `${name}.gz`), file);
  await chmod(file, 0o600);
}

/** Unpacks a piece to nowhere: its packing carries a sum of what it holds. */
async function isIntact(file: string): Promise<boolean> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return pipeline(createReadStream(file), createGunzip(), nowhere).then(
    () => true,
    () => false,
  );
}
