import type { Database } from '#database';
import type { BenchOffice } from '../office/bench-office.js';
import { caseIdAt, type Register, writableColumns } from '../office/seed-cases.js';
import { accepted, FIRST_VERSION, giveStep, WAY } from '../office/way.js';
import { type LiteralRow, literalRows, transactionOf, type WrittenTable, writtenBy } from './written-rows.js';

/** Tables that the door writes itself; whatever else a command leaves is written by triggers. */
const DOOR_TABLES = ['deadline', 'history', 'outbox', 'idempotency_key'] as const;
type DoorTable = (typeof DOOR_TABLES)[number];

/** All that one real command wrote, as the floor has to write it again. */
export interface CapturedStep {
  version: number;
  /** Columns of the case that the command changed. */
  changed: LiteralRow;
  /** Clocks that were there before and were written, by their place in the order of ids, with what changed. */
  movedClocks: { place: number; changed: LiteralRow }[];
  /** New rows by table. */
  added: { table: DoorTable; row: LiteralRow }[];
  written: WrittenTable[];
}

/** Gives the commands of the way to one case through the door and notes what each of them wrote. */
export async function captureWay(bench: BenchOffice, register: Register): Promise<CapturedStep[]> {
  const [place] = await register.grow(1);
  const caseId = caseIdAt(place);
  const steps: CapturedStep[] = [];
  for (const index of WAY.keys()) {
    const version = FIRST_VERSION + index;
    const give = async () => void accepted(await giveStep(bench, caseId, version));
    steps.push(await captureStep(bench.office.database, caseId, version, give));
  }
  return steps;
}

/** Notes what `act` writes, which moves a case on from a version to the next one. */
export async function captureStep(
  database: Database,
  caseId: string,
  version: number,
  act: () => Promise<void>,
): Promise<CapturedStep> {
  const before = await readCase(database, caseId);
  await act();
  const xid = await transactionOf(database, caseId, version + 1);
  const after = await readCase(database, caseId);
  const known = new Set(before.clocks.map(({ id }) => id));
  const added: CapturedStep['added'] = [];
  for (const table of DOOR_TABLES) {
    const columns = await writableColumns(database.pool, table);
    const rows = await literalRows(database, table, columns, `t.xmin::text = $1`, [xid]);
    const isNew = ({ id }: LiteralRow) => table !== 'deadline' || !known.has(id);
    added.push(...rows.filter(isNew).map((row) => ({ table, row: withoutNulls(row) })));
  }
  const written = await idsWritten(database, xid);
  const movedClocks = before.clocks.flatMap((clock, place) =>
    written.has(clock.id!)
      ? [{ place: place + 1, changed: differences(clock, after.clocks.find(({ id }) => id === clock.id)!) }]
      : [],
  );
  return {
    version,
    changed: differences(before.row, after.row),
    movedClocks,
    added,
    written: await writtenBy(database, xid),
  };
}

async function readCase(database: Database, caseId: string) {
  const caseColumns = await writableColumns(database.pool, 'cases');
  const clockColumns = await writableColumns(database.pool, 'deadline');
  const [row] = await literalRows(database, 'cases', caseColumns, 'id = $1', [caseId]);
  const clocks = await literalRows(database, 'deadline', clockColumns, 'case_id = $1 order by t.id', [
    caseId,
  ]);
  return { row: row!, clocks };
}

/** Ids, as literals, of the clocks that a transaction wrote. */
async function idsWritten(database: Database, xid: string): Promise<Set<string>> {
  const rows = await literalRows(database, 'deadline', ['id'], 't.xmin::text = $1', [xid]);
  return new Set(rows.map(({ id }) => id!));
}

function differences(before: LiteralRow, after: LiteralRow): LiteralRow {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => before[column] !== value));
}

function withoutNulls(row: LiteralRow): LiteralRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 'null'));
}
