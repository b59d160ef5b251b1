import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { addCalendarDays } from '#domain';

type Row = Record<string, string>;

const FIRST_DAY = '2024-01-02';
const DAYS = 700;
const ANSWERED_AFTER_DAYS = 9;

/**
 * Writes a register of `rows` petitions: the 236 real ones of `config/demo/register.csv` over and over, each made a
 * petition of its own by its number and hamlet, the dated ones spread over two years. The same number of rows is always
 * the same file.
 */
export async function writeRegister(path: string, rows: number): Promise<void> {
  const patterns = demoRegister();
  const columns = Object.keys(patterns[0]!);
  const file = createWriteStream(path);
  file.write(`${columns.join(',')}\r\n`);
  for (let id = 1; id <= rows; id += 1) {
    const row = petition(id, patterns[id % patterns.length]!);
    if (!file.write(`${columns.map((column) => quoted(row[column]!)).join(',')}\r\n`))
      await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

function petition(id: number, pattern: Row): Row {
  const day = (id * 7919) % DAYS;
  const hamlet = (id * 17) % 41;
  return {
    ...pattern,
    id: String(id),
    subject_vi: `${pattern.subject_vi} Hồ sơ số ${id}, tổ ${(id * 31) % 97}, ấp ${hamlet}.`,
    commune_or_place: pattern.commune_or_place ? `ấp ${hamlet}, ${pattern.commune_or_place}` : '',
    received_on: pattern.received_on ? addCalendarDays(FIRST_DAY, day) : '',
    answered_on: pattern.answered_on ? addCalendarDays(FIRST_DAY, day + ANSWERED_AFTER_DAYS) : '',
    duplicate_of: '',
  };
}

function demoRegister(): Row[] {
  return parse<Row>(readFileSync('config/demo/register.csv'), { columns: true, bom: true });
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
