import { type FileHandle, open } from 'node:fs/promises';
import type { Remark } from './summary.js';

const COLUMNS = ['line', 'column', 'code', 'reason'] as const;
/** Characters that are gathered before they are written. */
const ENOUGH = 64 * 1024;

/** Lists every rejected row in a CSV file of its own, however many there are; in memory there are only the last few. */
export class RejectsFile {
  private waiting = `\ufeff${COLUMNS.join(',')}\r\n`;
  /** Writings one after another, the last of them. */
  private written: Promise<void> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  /** Begins the file, readable by its owner only; one of that name is replaced. @throws when it cannot be written. */
  static async open(path: string): Promise<RejectsFile> {
    return new RejectsFile(await open(path, 'w', 0o600));
  }

  add(remark: Remark): void {
    this.waiting += `${COLUMNS.map((column) => quoted(String(remark[column] ?? ''))).join(',')}\r\n`;
    if (this.waiting.length >= ENOUGH) this.write();
  }

  /** Writes what is left. @throws when a writing failed. */
  async close(): Promise<void> {
    this.write();
    await this.written.finally(() => this.file.close());
  }

  private write(): void {
    const text = this.waiting;
    this.waiting = '';
    this.written = this.written.then(() => this.file.appendFile(text));
    // A failure is reported by `close`.
    this.written.catch(() => {});
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
