import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileFault } from './file-fault.js';
import { utf8Check } from './utf8-check.js';

/** Characters a row may take before the reader takes it for a quote that was never closed. */
const LONGEST_ROW = 1_000_000;

/** A row as the file has it. `line` is where it begins; a quoted field may run over several lines. */
export interface FileRow {
  line: number;
  cells: readonly string[];
  /** Bytes read so far, for the progress bar. */
  bytes: number;
}

/**
 * Reads the rows of a CSV file (RFC 4180, a byte order mark is skipped) one by one; a file of any
 * size takes the memory of a few rows. The first row is the header.
 * @throws FileFault at the first byte that is not UTF-8 and at a quote out of place.
 */
export async function* readRows(path: string): AsyncGenerator<FileRow> {
  const stream = createReadStream(path).compose(utf8Check()) as Readable;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  stream.on('error', (error) => parser.destroy(error));
  stream.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      yield { line: info.lines - newlinesIn(record), cells: record, bytes: info.bytes };
    }
  } catch (error) {
    throw error instanceof CsvError ? quoteFault(error) : error;
  } finally {
    stream.destroy();
  }
}

interface ParsedRow {
  record: string[];
  info: { lines: number; bytes: number };
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function quoteFault(error: CsvError & { lines?: number }): FileFault {
  const line = error.lines ?? 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileFault(line, null, {
      vi: `Một dòng dữ liệu kết thúc ở dòng ${line} dài quá ${LONGEST_ROW} ký tự: có lẽ thiếu dấu ngoặc kép đóng, hoặc tệp không phải CSV.`,
      en: `A row that reaches line ${line} is longer than ${LONGEST_ROW} characters: a closing quote may be missing, or the file is no CSV.`,
    });
  }
  return new FileFault(line, null, {
    vi: `Dòng ${line}: dấu ngoặc kép đặt sai. Trong CSV, ô có dấu ngoặc kép phải viết là "a ""b"" c" (RFC 4180).`,
    en: `Line ${line}: a quote is out of place. In CSV a field with quotes is written "a ""b"" c" (RFC 4180).`,
  });
}
