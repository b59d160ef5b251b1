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
}

/**
 * Reads the rows of a CSV file (RFC 4180, a byte order mark is skipped) one by one; a file of any
 * size takes the memory of a few rows. The first row is the header.
 * @param checkHeader is shown the header before the rest is read, and may throw.
 * @throws FileFault at the first byte that is not UTF-8 and at a quote out of place.
 */
export async function* readRows(
  path: string,
  checkHeader?: (cells: readonly string[], line: number) => void,
): AsyncGenerator<FileRow> {
  const stream = createReadStream(path).compose(utf8Check()) as Readable;
  let lastLine = 0;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (row) => {
      const { record, info } = row as unknown as ParsedRow;
      if (info.records === 1) checkHeader?.(record, info.lines - newlinesIn(record));
      lastLine = info.lines;
      return row;
    },
  });
  stream.on('error', (error) => parser.destroy(error));
  stream.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      yield { line: info.lines - newlinesIn(record), cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? quoteFault(error, lastLine + 1) : error;
  } finally {
    stream.destroy();
  }
}

interface ParsedRow {
  record: string[];
  /** `lines`: where the row ends. */
  info: { lines: number; records: number };
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

/** @param start first line of the row at fault. */
function quoteFault(error: CsvError & { lines?: number }, start: number): FileFault {
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new FileFault(start, null, {
      vi: `Dòng ${start}: thiếu dấu ngoặc kép đóng, hoặc tệp không phải CSV (một dòng dữ liệu dài tối đa ${LONGEST_ROW} ký tự).`,
      en: `Line ${start}: a closing quote is missing, or the file is no CSV (a row has at most ${LONGEST_ROW} characters).`,
    });
  }
  const line = error.lines ?? start;
  return new FileFault(line, null, {
    vi: `Dòng ${line}: dấu ngoặc kép đặt sai. Trong CSV, ô có dấu ngoặc kép phải viết là "a ""b"" c" (RFC 4180).`,
    en: `Line ${line}: a quote is out of place. In CSV a field with quotes is written "a ""b"" c" (RFC 4180).`,
  });
}
