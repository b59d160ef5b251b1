import { stat } from 'node:fs/promises';
import { FileFault } from './file-fault.js';
import type { ProgressReport } from './progress.js';
import { readRows } from './read-rows.js';
import { columnNames, type Shape, shapeOf } from './shapes.js';

/** An organisation has some hundreds of units; a file far beyond that is something else. */
const MOST_UNITS = 50_000;

/** What the first pass over a file found. */
export interface InspectedFile {
  path: string;
  /** Size in bytes. */
  bytes: number;
  shape: Shape;
  /** Names of the columns in the order of the file. */
  columns: readonly string[];
  /** Rows without the header. */
  rows: number;
}

/**
 * Reads a file through once and writes nothing: encoding, quotes and header must be right before the
 * first row is imported.
 * @throws FileFault when they are not, when the file holds no row, or more units than any organisation has.
 */
export async function inspectFile(path: string, report: ProgressReport = () => {}): Promise<InspectedFile> {
  const totalBytes = await sizeOf(path);
  let found: Pick<InspectedFile, 'shape' | 'columns'> | undefined;
  let rows = -1;
  for await (const block of readRows(path)) {
    const header = found ? undefined : block.rows[0];
    if (header) found = { shape: shapeOf(header.cells, header.line), columns: columnNames(header.cells) };
    rows += block.rows.length;
    report({ stage: 'checking', bytes: block.bytes, totalBytes, rows: Math.max(rows, 0) });
  }
  if (!found) {
    throw new FileFault(1, null, { vi: `Tệp ${path} trống.`, en: `The file ${path} is empty.` });
  }
  if (rows === 0) {
    throw new FileFault(1, null, {
      vi: `Tệp ${path} chỉ có dòng tiêu đề.`,
      en: `The file ${path} holds nothing but its header.`,
    });
  }
  if (found.shape !== 'register' && rows > MOST_UNITS) throw tooManyUnits(rows);
  return { path, bytes: totalBytes, ...found, rows };
}

function tooManyUnits(rows: number): FileFault {
  return new FileFault(1, null, {
    vi: `Tệp có ${rows} dòng; danh mục đơn vị tối đa ${MOST_UNITS} dòng.`,
    en: `The file has ${rows} rows; an organisation has at most ${MOST_UNITS}.`,
  });
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return found.size;
  throw new FileFault(0, null, {
    vi: `Không đọc được tệp ${path}.`,
    en: `There is no file ${path} that can be read.`,
  });
}
