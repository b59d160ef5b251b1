import { FileFault } from './file-fault.js';

/** Characters a row may take before the reader takes it for a quote that was never closed. */
const LONGEST_ROW = 1_000_000;

/** A row as the file has it. `line` is where it begins; a quoted field may run over several lines. */
export interface FileRow {
  line: number;
  cells: readonly string[];
}

/**
 * Cuts CSV text (RFC 4180) into rows, fed in blocks of any size. Lines end with CR LF, LF or CR; blank lines are passed
 * over. It leaps from sign to sign, so a long cell costs little more than a short one.
 */
export class CsvScanner {
  /** What the blocks so far left over: the beginning of a row. */
  private rest = '';
  private line = 1;
  private fault: FileFault | null = null;

  /**
   * The rows that a block completes. Rows before a fault are answered first, the fault comes with the next block: a
   * wrong header explains more than what follows from it.
   * @param isLast the file ends here: what is left is a row.
   * @throws FileFault at a quote out of place and at one that is never closed.
   */
  push(block: string, isLast = false): FileRow[] {
    if (this.fault) throw this.fault;
    const rows: FileRow[] = [];
    try {
      this.scan(this.rest + block, isLast, rows);
    } catch (error) {
      if (!(error instanceof FileFault) || rows.length === 0) throw error;
      this.fault = error;
    }
    return rows;
  }

  private scan(text: string, isLast: boolean, rows: FileRow[]): void {
    let at = 0;
    while (at < text.length) {
      const row = new RowScanner(text, at, this.line, isLast).scan();
      if (!row) break;
      if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ line: this.line, cells: row.cells });
      this.line += row.lines;
      at = row.end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_ROW) throw quoteNotClosed(this.line);
  }
}

/** Where a row ends, its cells, and how many lines it takes. */
interface ScannedRow {
  cells: string[];
  end: number;
  lines: number;
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/** Reads one row from a place of a text; null when the text ends before the row does. */
class RowScanner {
  private readonly cells: string[] = [];
  private lines = 1;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly line: number,
    private readonly isLast: boolean,
  ) {}

  scan(): ScannedRow | null {
    for (;;) {
      const isRead = this.text.charCodeAt(this.at) === QUOTE ? this.readQuoted() : this.readPlain();
      if (!isRead) return null;
      const sign = this.text.charCodeAt(this.at);
      if (sign === COMMA) this.at += 1;
      else return this.end(sign);
    }
  }

  /** Steps over the end of the line. Behind a CR a LF may still come with the next block. */
  private end(sign: number): ScannedRow | null {
    const { cells, text, isLast, lines } = this;
    if (sign === CR && this.at + 1 === text.length && !isLast) return null;
    const length = sign === CR && text.charCodeAt(this.at + 1) === LF ? 2 : 1;
    return { cells, end: Math.min(this.at + length, text.length), lines };
  }

  private readPlain(): boolean {
    const { text } = this;
    let end = this.at;
    for (; end < text.length; end += 1) {
      const sign = text.charCodeAt(end);
      if (sign === COMMA || sign === LF || sign === CR) break;
      if (sign === QUOTE) throw quoteOutOfPlace(this.line);
    }
    if (end === text.length && !this.isLast) return false;
    this.cells.push(text.slice(this.at, end));
    this.at = end;
    return true;
  }

  private readQuoted(): boolean {
    const { text } = this;
    const start = this.at + 1;
    let close = text.indexOf('"', start);
    let hasQuotes = false;
    while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
      hasQuotes = true;
      close = text.indexOf('"', close + 2);
    }
    // A quote at the very end may be the first of a doubled one.
    if (close === -1 || (close + 1 === text.length && !this.isLast)) return this.demandMore(start);
    const cell = text.slice(start, close);
    this.lines += lineEndsIn(cell);
    this.cells.push(hasQuotes ? cell.replaceAll('""', '"') : cell);
    this.at = close + 1;
    const next = text.charCodeAt(this.at);
    if (this.at < text.length && next !== COMMA && next !== LF && next !== CR) {
      throw quoteOutOfPlace(this.line + this.lines - 1);
    }
    return true;
  }

  private demandMore(start: number): false {
    const isTooLong = this.text.length - start > LONGEST_ROW;
    if (this.isLast || isTooLong) throw quoteNotClosed(this.line);
    return false;
  }
}

function lineEndsIn(cell: string): number {
  let count = 0;
  for (let at = cell.search(/[\r\n]/); at !== -1 && at < cell.length; at += 1) {
    const sign = cell.charCodeAt(at);
    if (sign === LF || (sign === CR && cell.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}

/** @param line first line of the row. */
function quoteNotClosed(line: number): FileFault {
  return new FileFault(line, null, {
    vi: `Dòng ${line}: thiếu dấu ngoặc kép đóng, hoặc tệp không phải CSV (một dòng dữ liệu dài tối đa ${LONGEST_ROW} ký tự).`,
    en: `Line ${line}: a closing quote is missing, or the file is no CSV (a row has at most ${LONGEST_ROW} characters).`,
  });
}

function quoteOutOfPlace(line: number): FileFault {
  return new FileFault(line, null, {
    vi: `Dòng ${line}: dấu ngoặc kép đặt sai. Trong CSV, ô có dấu ngoặc kép phải viết là "a ""b"" c" (RFC 4180).`,
    en: `Line ${line}: a quote is out of place. In CSV a field with quotes is written "a ""b"" c" (RFC 4180).`,
  });
}
