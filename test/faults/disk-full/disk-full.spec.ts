import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyRecord } from '#petitions';
import { guardDisk, wantsReadOnly } from '../../../apps/command-line/disk-guard.js';
import { freePort } from '../../../apps/command-line/ports.js';
import { type PostgresServer, startPostgres } from '../../../apps/command-line/postgres-server.js';
import { type DeskUnderLoad, openDeskUnderLoad } from './desk-under-load.js';
import { mountSmallDisk } from './small-disk.js';

const MB = 1024 * 1024;
/** What is promised: the time between room on the disk and the next acknowledgement. */
const BACK_WITHIN_MS = 30_000;
const READ_ONLY = '25006';
const NO_ROOM = '53100';

const disk = mountSmallDisk(320);
if (!disk)
  console.error(
    'Not run: a disk that is really full (test/faults/disk-full), because nobody may mount one here.',
  );
const onSmallDisk = disk ? describe : describe.skip;

test('between the two marks of a disk, writing stays as it is', () => {
  const room = { low: 10, enough: 20 };
  expect([5, 15, 25].map((free) => wantsReadOnly(free, false, room))).toEqual([true, false, false]);
  expect([5, 15, 25].map((free) => wantsReadOnly(free, true, room))).toEqual([true, true, false]);
});

onSmallDisk('a disk that fills up under load', () => {
  const { folder, fill, empty, remove } = disk!;
  let server: PostgresServer;
  let desk: DeskUnderLoad;
  let port: number;
  const logs = mkdtempSync(join(tmpdir(), 'dan-nguyen-test-disk-logs-'));

  beforeAll(async () => {
    port = await freePort();
    server = await start();
    desk = await openDeskUnderLoad(server.url);
  }, 60_000);
  afterAll(async () => {
    await desk?.close();
    await server?.stop();
    remove();
    rmSync(logs, { recursive: true });
  }, 60_000);

  function start(): Promise<PostgresServer> {
    return startPostgres({
      directory: join(folder, 'postgres'),
      logFile: join(logs, 'postgres.log'),
      password: 'test',
      port,
      settings: ['max_wal_size=64MB', 'min_wal_size=32MB'],
    });
  }

  /** What people look at goes on; a list of the newest is what most look at. */
  async function reading(): Promise<number> {
    const rows = await desk.office.database.rows(
      'select id, subject, due from cases order by created_at desc limit 50',
    );
    return rows.length;
  }

  async function nothingIsLost(): Promise<void> {
    expect(await desk.lost()).toEqual([]);
    const faults: string[] = [];
    await verifyRecord(desk.office, ({ message }) => faults.push(message.en));
    expect(faults).toEqual([]);
  }

  test('is read-only while there is little room: reading goes on, nothing is lost, writing is back at once', async () => {
    const told: string[] = [];
    const room = { low: 64 * MB, enough: 96 * MB };
    const ballast = join(folder, 'ballast');
    const guard = await guardDisk({
      folder,
      ballast,
      databaseUrl: server.url,
      room,
      tell: (line) => told.push(line),
    });
    await desk.nextAcknowledged(10_000);
    await fill(48 * MB);
    await desk.untilRefused(READ_ONLY, 20_000);
    expect(told).toEqual([expect.stringMatching(/reading only/)]);
    expect(await reading()).toBe(50);

    await empty();
    await desk.nextAcknowledged(BACK_WITHIN_MS);
    expect(told).toHaveLength(2);
    await guard.stop();
    expect(new Set(desk.refused)).toEqual(new Set([READ_ONLY]));
    await nothingIsLost();
  }, 90_000);

  test('and to the brim: the guard gives up the ballast for its note, and reading goes on', async () => {
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(16 * MB, 1));
    await fill(0);
    const { bavail } = await statfs(folder);
    expect(bavail).toBe(0);
    const room = { low: 64 * MB, enough: 96 * MB };
    const guard = await guardDisk({ folder, ballast, databaseUrl: server.url, room, tell: () => {} });
    await desk.untilRefused(READ_ONLY, 20_000);
    expect(await reading()).toBe(50);
    await empty();
    await desk.nextAcknowledged(BACK_WITHIN_MS);
    await guard.stop();
    await nothingIsLost();
  }, 90_000);

  test('with nobody on guard: reading goes on, and writing is back with the room', async () => {
    await desk.nextAcknowledged(10_000);
    await fill(0);
    await desk.untilRefused(NO_ROOM, 20_000);
    expect(await reading()).toBe(50);
    await empty();
    await desk.nextAcknowledged(BACK_WITHIN_MS);
    await nothingIsLost();
  }, 90_000);

  test('with a backup that cannot be written either: the server ends, loses nothing, and starts again with the room', async () => {
    // A log that is not archived is kept: in the end it needs room that is not there.
    symlinkSync(join(folder, 'nowhere'), join(folder, 'wal-archive'));
    await fill(0);
    const giveUpAt = performance.now() + 60_000;
    for (let isUp = true; isUp && performance.now() < giveUpAt; await sleep(20)) {
      isUp = await desk.office.database.rows('select pg_switch_wal()').then(
        () => true,
        ({ code }: { code?: string }) => code !== 'ECONNREFUSED',
      );
      await fill(0);
    }
    await server.ended;
    await expect(start()).rejects.toThrow('PostgreSQL did not start');
    await empty();
    rmSync(join(folder, 'wal-archive'));
    server = await start();
    await desk.nextAcknowledged(BACK_WITHIN_MS);
    await nothingIsLost();
  }, 90_000);
});
