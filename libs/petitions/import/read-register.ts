import { cellNamer, RowFault } from './cells.js';
import type { InspectedFile } from './inspect-file.js';
import { type PetitionRow, readPetition } from './read-petition.js';
import { withoutHeader } from './read-rows.js';
import type { ImportSettings } from './settings.js';

/** A row of a register that is right in itself. */
export interface RegisterEntry {
  line: number;
  /** Source and id: by it the row is known again. */
  key: string;
  row: PetitionRow;
}

/** Rows that go through the door together, and those among them that are wrong in themselves. */
export interface RegisterBatch {
  entries: RegisterEntry[];
  faults: { line: number; fault: RowFault }[];
  /** Bytes of the file up to about the end of the batch. */
  bytes: number;
}

/**
 * Reads a register batch by batch.
 * @param size rows of a batch; the last one may be smaller.
 */
export async function* readRegister(
  file: InspectedFile,
  { source, today }: ImportSettings,
  size: number,
): AsyncGenerator<RegisterBatch> {
  const nameCells = cellNamer(file.columns);
  let batch = emptyBatch();
  for await (const { rows, bytes } of withoutHeader(file.path)) {
    for (const { line, cells } of rows) {
      const named = nameCells(cells);
      const row = named instanceof RowFault ? named : readPetition(named, today);
      if (row instanceof RowFault) batch.faults.push({ line, fault: row });
      else batch.entries.push({ line, key: `${source}:${row.id}`, row });
      if (rowsOf(batch) < size) continue;
      yield { ...batch, bytes };
      batch = emptyBatch();
    }
  }
  if (rowsOf(batch) > 0) yield { ...batch, bytes: file.bytes };
}

/** How many rows of the file a batch stands for. */
export function rowsOf({ entries, faults }: RegisterBatch): number {
  return entries.length + faults.length;
}

function emptyBatch(): RegisterBatch {
  return { entries: [], faults: [], bytes: 0 };
}
