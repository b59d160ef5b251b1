import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** Folder for the files of one spec, gone when it ends. */
const folder = mkdtempSync(join(tmpdir(), 'dan-nguyen-test-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export type CsvRow = Record<string, string>;

/** Text of a CSV file (RFC 4180) with a header. */
export function csvText(rows: readonly CsvRow[], columns = Object.keys(rows[0] ?? {})): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** Writes a file into a folder of its own and returns its path. */
export function tempFile(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(folder, 'file-')), name);
  writeFileSync(path, content);
  return path;
}

/** A row of a register that is right in every column; `cells` change some of them. */
export function registerRow(id: string, cells: CsvRow = {}): CsvRow {
  return {
    id,
    province: 'Cà Mau',
    commune_or_place: 'xã Tân Duyệt, huyện Đầm Dơi',
    received_on: '2026-03-02',
    channel: 'trực tuyến',
    kind: 'phản ánh',
    subject_vi: `Đèn đường không sáng ${id}`,
    agency_named: 'Sở Xây dựng',
    answered_on: '',
    outcome: '',
    duplicate_of: '',
    source_url: '',
    ...cells,
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
