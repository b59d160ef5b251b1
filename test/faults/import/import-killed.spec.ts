import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importFile } from '#petitions';
import { csvText, registerRow, tempFile } from '../../support/csv-file.js';
import { createTestOffice, type TestOffice } from '../../support/office.js';
import { APPLICATION, type ImportRun, startImport } from './import-run.js';

/** Rows of the register and blows on the way; `IMPORT_ROWS=200000 IMPORT_BLOWS=40` is the full size. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 6_000);
const BLOWS = Number(process.env.IMPORT_BLOWS ?? 3);
/** Every so many rows are wrong: they must be rejected once, by the run that comes to the end. */
const BAD_EVERY = 40;

const isBad = (index: number) => index % BAD_EVERY === 0;
const register = Array.from({ length: ROWS }, (_, index) =>
  registerRow(String(index), {
    ...(isBad(index) && { received_on: '2026-02-30' }),
    ...(index % 3 === 0 && { answered_on: '2026-03-20', outcome: 'Đã sửa.' }),
  }),
);
const goodKeys = register.flatMap(({ id }, index) => (isBad(index) ? [] : [`so-lon:${id}`])).sort();
const folder = mkdtempSync(join(tmpdir(), 'dan-nguyen-test-killed-'));

let testOffice: TestOffice;
let path: string;
const rows = <Row extends object>(sql: string) => testOffice.office.database.rows<Row>(sql);
const start = () => startImport(testOffice.url, folder, [path, '--source', 'so-lon']);

beforeAll(async () => {
  testOffice = await createTestOffice();
  await importFile(testOffice.office, 'config/demo/units.csv');
  path = tempFile('so-lon.csv', csvText(register));
});
afterAll(async () => {
  await testOffice.close();
  rmSync(folder, { recursive: true, force: true });
});

test('killed and cut off in the middle of writing, an import loses nothing and doubles nothing', async () => {
  for (let blows = 0; blows < BLOWS; blows += 1) {
    const run = start();
    await untilWriting(run);
    await sleep(randomInt(150));
    if (blows % 2 === 0) run.child.kill('SIGKILL');
    else await cutConnections();
    const { code, stderr } = await run.ended;
    expect(code).toBe(blows % 2 === 0 ? null : 1);
    if (blows % 2 === 1) expect(stderr).toContain('run it again to go on');
  }
  await untilDisconnected();
  const before = await petitions();
  const { summary, code } = await start().ended;
  expect(code).toBe(0);
  expect(summary).toMatchObject({
    rows: ROWS,
    alreadyThere: before,
    imported: goodKeys.length - before,
    rejectedCount: ROWS - goodKeys.length,
    rejectedByCode: { rowInvalid: ROWS - goodKeys.length },
    stopped: false,
  });
  await expectWholeRecord();
}, 300_000);

test('asked to stop, an import finishes the rows in hand and says how to go on; two at once finish the rest together', async () => {
  await rows('truncate cases, case_counter cascade');
  const run = start();
  await untilWriting(run);
  run.child.kill('SIGINT');
  const stopped = await run.ended;
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain('stopping after the rows in hand');
  expect(stopped.summary).toMatchObject({ stopped: true, imported: await petitions() });

  const both = await Promise.all([start().ended, start().ended]);
  const imported = both.map(({ summary }) => summary!.imported);
  expect(stopped.summary!.imported + imported[0]! + imported[1]!).toBe(goodKeys.length);
  for (const { code, summary } of both) {
    expect(code).toBe(0);
    expect(summary!.imported + summary!.alreadyThere + summary!.rejectedCount).toBe(ROWS);
  }
  await expectWholeRecord();
}, 300_000);

/** Waits until PostgreSQL has done, or undone, what a killed import had sent it. */
async function untilDisconnected(): Promise<void> {
  const open = `select pid from pg_stat_activity
    where datname = current_database() and application_name = '${APPLICATION}'`;
  while ((await rows(open)).length > 0) await sleep(20);
}

/** Ends the connections of the imports, as a restart of PostgreSQL does. */
async function cutConnections(): Promise<void> {
  await rows(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = '${APPLICATION}'`);
}

async function petitions(): Promise<number> {
  const [row] = await rows<{ count: number }>('select count(*) from petition');
  return row!.count;
}

/** Waits until a run has written something of its own, or is over. */
async function untilWriting({ child }: ImportRun): Promise<void> {
  const before = await petitions();
  while (child.exitCode === null && (await petitions()) === before) await sleep(20);
}

/** Every good row is there exactly once, whole, and the numbers of the cases have no gap. */
async function expectWholeRecord(): Promise<void> {
  const keys = await rows<{ key: string }>(
    'select source_key as key from petition order by source_key collate "C"',
  );
  expect(keys.map(({ key }) => key)).toEqual(goodKeys);
  const half = `select id from cases c where version <> (select count(*) from history where case_id = c.id)
    or (select count(*) from petition where case_id = c.id) <> 1
    or not exists (select from deadline where case_id = c.id)`;
  expect(await rows(half)).toEqual([]);
  const numbers = `select count(distinct number) as numbers, max(split_part(number, '-', 3)::int) as highest,
    (select last from case_counter) as last from cases`;
  const all = goodKeys.length;
  expect(await rows(numbers)).toEqual([{ numbers: all, highest: all, last: all }]);
}
