import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csvText, registerRow, tempFile } from '../support/csv-file.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

const COMMAND = 'dist/apps/command-line/import.js';

let testOffice: TestOffice;
const folder = mkdtempSync(join(tmpdir(), 'dan-nguyen-test-import-'));

/** Runs the built command on the test database. */
async function run(args: string[], nodeOptions: string[] = []) {
  const child = spawn(process.execPath, [...nodeOptions, COMMAND, ...args], {
    env: { ...process.env, DATABASE_URL: testOffice.url, DATA_DIR: folder },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { stdout, stderr, code };
}

beforeAll(async () => {
  testOffice = await createTestOffice();
  // As on a fresh machine: the command finds an empty database and makes the schema itself.
  await testOffice.office.database.rows('drop schema public, identity cascade; create schema public');
});
afterAll(async () => {
  await testOffice.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run import', () => {
  test('prints JSON and nothing else on standard output', async () => {
    const { stdout, code } = await run(['config/demo/units.csv', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 106, imported: 106, rejected: [], attention: [] });
    expect(code).toBe(0);
  });

  test('says it in words without --json, and ends well when only rows are rejected', async () => {
    const path = tempFile(
      'so.csv',
      csvText([registerRow('1'), registerRow('2', { received_on: '2026-02-30' })]),
    );
    const { stdout, code } = await run([path, '--source', 'so-moi']);
    expect(stdout).toContain('Đã nhập / imported: 1');
    expect(stdout).toMatch(/dòng \/ line 3, received_on: .*2026-02-30/);
    expect(code).toBe(0);
    expect(await testOffice.office.database.rows('select source_key from petition')).toEqual([
      { source_key: 'so-moi:1' },
    ]);
  });

  test('ends with 1 when the file is refused, in JSON too', async () => {
    const { stdout, code } = await run([tempFile('empty.csv', ''), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 0, rejected: [{ line: 1, code: 'fileRefused' }] });
    expect(code).toBe(1);
  });

  test('ends with 1 and explains itself when it is called wrongly', async () => {
    const { stdout, stderr, code } = await run(['--jason']);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm run import -- FILE.csv');
    expect(code).toBe(1);
  });

  test('explains itself on demand', async () => {
    const { stdout, code } = await run(['--help']);
    expect(stdout).toContain('--dry-run');
    expect(code).toBe(0);
  });
});

test('a register of 80 MB goes through a heap of 96 MB, which could not hold it', async () => {
  const path = join(dirname(tempFile('x', '')), 'big.csv');
  const rows = await writeRegister(path, 80_000_000);
  const { stdout, code } = await run([path, '--json', '--dry-run'], ['--max-old-space-size=96']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ rows, imported: rows, rejected: [] });
  rmSync(path);
}, 300_000);

/** Writes a register of about `size` bytes, each row a long petition; answers the number of rows. */
async function writeRegister(path: string, size: number): Promise<number> {
  const file = createWriteStream(path);
  const subject_vi = 'Đường hư hỏng, đi lại khó khăn, người dân đề nghị sửa chữa sớm. '.repeat(100);
  const [header, row] = csvText([registerRow('ID', { subject_vi })]).split('\r\n');
  file.write(`${header}\r\n`);
  const count = Math.ceil(size / Buffer.byteLength(`${row}\r\n`));
  for (let id = 1; id <= count; id += 1) {
    if (!file.write(`${row!.replace('ID', String(id))}\r\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return count;
}
