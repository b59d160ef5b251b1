import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BackupDirectory } from '../../apps/command-line/backup/backup-directory.js';
import { chooseBase } from '../../apps/command-line/backup/choose-copy.js';
import { manifestText } from '../../apps/command-line/backup/manifest.js';
import { pieceAfter, stageLog } from '../../apps/command-line/backup/stage-log.js';

/** A nightly copy of three days; each begins with another piece of the log. */
const NIGHTS = [
  { name: '2026-11-21', startWal: '000000010000000000000004' },
  { name: '2026-11-22', startWal: '000000010000000000000008' },
  { name: '2026-11-23', startWal: '00000002000000000000000A' },
];
const PIECES = [
  '000000010000000000000003',
  '000000010000000000000004',
  '000000010000000000000007',
  '000000010000000000000008',
  '000000010000000000000009',
  '00000002.history',
  '00000002000000000000000A',
];

let directory: BackupDirectory;

beforeEach(async () => {
  directory = await BackupDirectory.make(await mkdtemp(join(tmpdir(), 'dan-nguyen-test-backups-')));
  for (const { name, startWal } of NIGHTS) {
    await mkdir(join(directory.bases, name));
    await writeFile(join(directory.bases, name, 'manifest.json'), manifest(name, startWal));
  }
  for (const piece of PIECES) await writeFile(join(directory.wal, `${piece}.gz`), 'not packed');
});
afterEach(() => rm(directory.path, { recursive: true }));

function manifest(name: string, startWal: string): string {
  return manifestText({
    systemIdentifier: '1',
    postgres: '18.4',
    startedAt: `${name}T02:00:00.000Z`,
    endedAt: `${name}T02:10:00.000Z`,
    timeline: Number.parseInt(startWal.slice(0, 8), 16),
    startWal,
    hasArchive: true,
    files: [],
  });
}

describe('old backups', () => {
  test('go when there are more than are kept, with the log before the oldest that stays', async () => {
    expect(await directory.prune(2)).toBe(1);
    expect(await readdir(directory.bases)).toEqual(['2026-11-22', '2026-11-23']);
    expect(await directory.listWal()).toEqual(PIECES.slice(3));
  });

  test('stay when there are no more than are kept; only the log before all of them goes', async () => {
    expect(await directory.prune(7)).toBe(0);
    expect(await readdir(directory.bases)).toHaveLength(3);
    expect(await directory.listWal()).toEqual(PIECES.slice(1));
  });

  test('take what an interrupted backup left with them', async () => {
    await mkdir(directory.unfinished('2026-11-24'));
    await directory.prune(7);
    expect(await readdir(directory.bases)).toHaveLength(3);
  });
});

describe('the copy that a restore begins with', () => {
  test.each<[to: string | null, name: string]>([
    [null, '2026-11-23'],
    ['2026-11-23T02:10:00Z', '2026-11-23'],
    ['2026-11-23T02:09:59Z', '2026-11-22'],
    ['2026-11-21T10:00:00+07:00', '2026-11-21'],
  ])('for %s is that of %s', async (to, name) => {
    const base = await chooseBase(directory, to === null ? null : new Date(to));
    expect(base.folder).toBe(join(directory.bases, name));
  });

  test('is one whose manifest can be read', async () => {
    await writeFile(join(directory.bases, '2026-11-22', 'manifest.json'), '{"format": 2}');
    await expect(chooseBase(directory, null)).rejects.toThrow('not readable as the manifest of a backup');
  });
});

describe('the log', () => {
  test('counts its pieces as PostgreSQL does', () => {
    expect(pieceAfter('000000010000000000000009')).toBe('00000001000000000000000A');
    expect(pieceAfter('0000000100000000000000FF')).toBe('000000010000000100000000');
    expect(pieceAfter('00000002000000FF000000FF')).toBe('000000020000010000000000');
  });

  test('ends before a piece that cannot be unpacked, which is named', async () => {
    const base = await chooseBase(directory, null);
    const into = join(directory.path, 'staged');
    expect(await stageLog(directory, base, into)).toBe('00000002000000000000000A');
    expect(await readdir(into)).toEqual(['00000002.history.gz']);
  });
});
