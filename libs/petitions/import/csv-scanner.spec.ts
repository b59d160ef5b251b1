import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvScanner, type FileRow } from './csv-scanner.js';
import { FileFault } from './file-fault.js';

/** Scans a text in blocks of a size; answers its rows, or the fault. */
function scan(text: string, size = text.length): FileRow[] | FileFault {
  const scanner = new CsvScanner();
  const rows: FileRow[] = [];
  try {
    for (let at = 0; at < text.length; at += size) rows.push(...scanner.push(text.slice(at, at + size)));
    return [...rows, ...scanner.push('', true)];
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
}

describe.each([1, 2, 3, 7, 1_000])('in blocks of %i characters', (size) => {
  test('a row begins on its line, whatever its cells hold', () => {
    const text = 'a,b\r\n"một, hai\r\nba","""bốn"""\n\r\n,\rx,"y"';
    expect(scan(text, size)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['một, hai\r\nba', '"bốn"'] },
      { line: 5, cells: ['', ''] },
      { line: 6, cells: ['x', 'y'] },
    ]);
  });

  test.each([
    ['a quote that is never closed', 'a\n"b,c\nd\n', 2, /closing quote is missing/],
    ['a quote inside a bare cell', 'a\nb"c\n', 2, /quote is out of place/],
    ['a sign behind a closing quote', 'a\n"b\nb" c\n', 3, /quote is out of place/],
  ])('%s is named by its line', (_, text, line, reason) => {
    const fault = scan(text, size) as FileFault;
    expect(fault).toMatchObject({ name: 'FileFault', line });
    expect(fault.reason.en).toMatch(reason);
  });
});

test('what stands before a fault is read first', () => {
  const scanner = new CsvScanner();
  expect(scanner.push('a;b\n1;"x";2\n')).toEqual([{ line: 1, cells: ['a;b'] }]);
  expect(() => scanner.push('', true)).toThrow(/Line 2: a quote is out of place/);
});

test('a row longer than a book is taken for a quote that was never closed, before it fills the memory', () => {
  const scanner = new CsvScanner();
  const block = 'x'.repeat(300_000);
  expect(() => {
    scanner.push(`a\n"${block}`);
    for (let count = 0; count < 4; count += 1) scanner.push(block);
  }).toThrow(/closing quote is missing/);
});

test('any table reads the same as with another reader, however it is cut into blocks', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ệ', '𠀋', ' ', ',', '"', '\n', '\r\n'),
    maxLength: 6,
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 30 }), (rows, size) => {
      const text = rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
      const other = parse(text, { relax_column_count: true, record_delimiter: '\r\n' }) as string[][];
      expect((scan(text, size) as FileRow[]).map(({ cells }) => cells)).toEqual(other);
    }),
  );
});

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
