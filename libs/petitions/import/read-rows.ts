import { createReadStream } from 'node:fs';
import { CsvScanner, type FileRow } from './csv-scanner.js';
import { utf8Check } from './utf8-check.js';

/** Bytes read at once: large enough that a row costs nothing but itself, small beside the memory of the process. */
const BLOCK = 256 * 1024;
const BYTE_ORDER_MARK = '\ufeff';

/** The rows that end in one block of a file. */
export interface RowBlock {
  rows: readonly FileRow[];
  /** Bytes of the file up to the end of the block. */
  bytes: number;
}

/**
 * Reads the rows of a CSV file (RFC 4180, a byte order mark is skipped) block by block; a file of any
 * size takes the memory of a few blocks. The first row is the header.
 * @throws FileFault at the first byte that is not UTF-8 and at a quote out of place.
 */
export async function* readRows(path: string): AsyncGenerator<RowBlock> {
  const stream = createReadStream(path, { highWaterMark: BLOCK }).compose(utf8Check());
  const scanner = new CsvScanner();
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = chunk.toString();
    const rows = scanner.push(bytes === 0 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
    bytes += chunk.length;
    yield { rows, bytes };
  }
  yield { rows: scanner.push('', true), bytes };
}

/** The rows of a file behind its header. */
export async function* withoutHeader(path: string): AsyncGenerator<RowBlock> {
  let isHeader = true;
  for await (const { rows, bytes } of readRows(path)) {
    const behind = isHeader ? rows.slice(1) : rows;
    if (rows.length > 0) isHeader = false;
    yield { rows: behind, bytes };
  }
}
