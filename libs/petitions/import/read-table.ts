import { type Cells, nameCells, RowFault } from './cells.js';
import type { InspectedFile } from './inspect-file.js';
import { readRows } from './read-rows.js';
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
  const table: TableRow<Value>[] = [];
  let isHeader = true;
  for await (const { line, cells } of readRows(file.path)) {
    if (!isHeader) {
      tally.row();
      settings.onRow();
      const named = nameCells(file.columns, cells);
      const value = named instanceof RowFault ? named : read(named);
      if (value instanceof RowFault) tally.reject(line, value.column, 'rowInvalid', value.reason);
      else table.push({ line, value });
    }
    isHeader = false;
  }
  return table;
}
