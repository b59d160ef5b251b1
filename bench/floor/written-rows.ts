import type { Database } from '#database';

/** What one transaction left in one table. */
export interface WrittenTable {
  table: string;
  rows: number;
  /** Size of the rows as PostgreSQL stores them. */
  bytes: number;
}

/** Tables that a command may write, of whatever schema but the queue's and PostgreSQL's own. */
async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('bullmq', 'information_schema') and n.nspname not like 'pg\\_%'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The transaction that wrote an entry of a case's history. */
export async function transactionOf(database: Database, caseId: string, seq: number): Promise<string> {
  const [row] = await database.rows<{ xid: string }>(
    'select xmin::text as xid from history where case_id = $1 and seq = $2',
    [caseId, seq],
  );
  if (!row) throw new Error(`The case ${caseId} has no entry ${seq}.`);
  return row.xid;
}

/** Rows that a transaction left, table by table: what it wrote itself and what triggers wrote for it. */
export async function writtenBy(database: Database, xid: string): Promise<WrittenTable[]> {
  const written: WrittenTable[] = [];
  for (const table of await tablesOf(database)) {
    const [found] = await database.rows<{ rows: number; bytes: number }>(
      `select count(*)::int as rows, coalesce(sum(pg_column_size(t.*)), 0)::int as bytes
       from ${table} as t where t.xmin::text = $1`,
      [xid],
    );
    if (found && found.rows > 0) written.push({ table, ...found });
  }
  return written;
}

/** A row with every value as SQL text: a literal with its type, or `null`. */
export type LiteralRow = Record<string, string>;

/** Rows of a table that meet a condition, as literals, by their id. */
export async function literalRows(
  database: Database,
  table: string,
  columns: readonly string[],
  where: string,
  parameters: unknown[],
): Promise<LiteralRow[]> {
  const literals = columns.map(
    (column) => `
    case when ${column} is null then 'null'
      else quote_literal(${column}::text) || '::' || pg_typeof(${column}) end as ${column}`,
  );
  return database.rows<LiteralRow>(
    `select ${literals.join(',')} from ${table} as t where ${where}`,
    parameters,
  );
}
