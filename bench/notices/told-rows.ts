import type { Database } from '#database';
import { deliverNotices } from '#notices';
import { type LiteralRow, literalRows } from '../floor/written-rows.js';
import type { BenchOffice } from '../office/bench-office.js';
import { writableColumns } from '../office/seed-cases.js';

/** Table like `notice` that asks for no outbox row: peers have none. */
export async function makeNoticeTable(database: Database): Promise<void> {
  await database.rows(
    'create table if not exists bench_notice (like notice including defaults including indexes)',
  );
}

/** Tells people what a case's messages of one version say, and returns the notices as they were written. */
export async function toldRows(
  { office }: BenchOffice,
  caseId: string,
  version: number,
): Promise<LiteralRow[]> {
  const { database } = office;
  const messages = await database.rows<{ id: string }>(
    'select id from outbox where case_id = $1 and seq = $2',
    [caseId, version],
  );
  const ids = messages.map(({ id }) => id);
  await deliverNotices(office, null, ids);
  const columns = await writableColumns(database.pool, 'notice');
  const rows = await literalRows(database, 'notice', columns, 'outbox_id = any($1)', [ids]);
  if (rows.length === 0) throw new Error(`Nobody was told of version ${version}.`);
  return rows;
}

const OWN: Record<string, string> = {
  id: 'uuidv7()',
  outbox_id: 'message',
  case_id: 'held',
  created_at: 'now()',
  sent_at: 'now()',
};

/** The statement of plpgsql that writes such a notice again; `message` and `held` are its variables. */
export function noticeInsertion(row: LiteralRow): string {
  const columns = Object.keys(row).filter((column) => row[column] !== 'null');
  const values = columns.map((column) => OWN[column] ?? row[column]);
  return `insert into bench_notice (${columns.join(', ')}) values (${values.join(', ')});`;
}
