import { type Cells, cellNamer, RowFault } from './cells.js';
import type { InspectedFile } from './inspect-file.js';
import { withoutHeader } from './read-rows.js';
import type { ImportSettings } from './settings.js';
import type { Tally } from './summary.js';

/** A row of a file that is small enough to be held whole. */
export interface TableRow<Value> {
  line: number;
  value: Value;
}

/** Reads a whole file of the organisation; rows that `read` refuses are rejected. */
export async function readTable<Value extends object>(
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
  read: (cells: Cells) => Value | RowFault,
): Promise<TableRow<Value>[]> {
  const nameCells = cellNamer(file.columns);
  const table: TableRow<Value>[] = [];
  let rows = 0;
  for await (const block of withoutHeader(file.path)) {
    for (const { line, cells } of block.rows) {
      const named = nameCells(cells);
      const value = named instanceof RowFault ? named : read(named);
      if (value instanceof RowFault) tally.reject(line, value.column, 'rowInvalid', value.reason);
      else table.push({ line, value });
    }
    rows += block.rows.length;
    settings.report({ stage: 'importing', bytes: block.bytes, totalBytes: file.bytes, rows });
  }
  tally.row(rows);
  return table;
}
