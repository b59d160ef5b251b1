import { storePetitioners } from '#identity';
import { EDITION_IN_FORCE } from '../policies.js';
import type { AcceptedRequest } from './accepted-request.js';
import { answerRows, deadlineRows, historyRows, outboxRows } from './act-rows.js';
import { caseRow } from './case-row.js';
import { COLUMNS, type Columns, namesOf, rowsOf } from './columns.js';
import { attentionRows, papersOf, settledRows } from './paper-rows.js';
import type { Writing } from './writing.js';

/** One table's share of the statement: its SQL, given where its rows are, and the rows. */
interface Part {
  name: string;
  rows: readonly object[];
  sql: (parameter: string) => string;
}

/**
 * Stores a batch in one statement, whatever its size; this file alone writes cases, clocks and history. A case is
 * stored, with all that belongs to it, when it still has the version that was read and the calendar that was read is
 * still in force; otherwise nothing of it is.
 * @returns the cases that were overtaken.
 */
export async function writeBatch(
  writing: Writing,
  accepted: readonly AcceptedRequest[],
): Promise<ReadonlySet<string>> {
  if (accepted.length === 0) return new Set();
  const papers = papersOf(accepted);
  await storePetitioners(
    writing.executor,
    papers.flatMap(({ petitioner }) => petitioner ?? []),
  );
  const cases = onePerCase(accepted);
  const parts = [
    ...caseParts(writing, cases),
    insertion('deadline', deadlineRows(writing, cases), UPSERT_DEADLINE),
    insertion('history', historyRows(writing, accepted)),
    insertion('outbox', outboxRows(accepted)),
    insertion('idempotency_key', answerRows(accepted)),
    insertion(
      'petition',
      papers.map(({ row }) => row),
    ),
    insertion('attention_item', attentionRows(writing.read.now, papers), 'on conflict do nothing'),
    settlement(settledRows(writing.read.now, accepted)),
  ];
  const stored = new Set(await execute(writing, parts));
  return new Set(cases.map(({ request }) => request.caseId).filter((id) => !stored.has(id)));
}

/** Runs the parts that have rows as one statement, prepared once for each combination. @returns ids of the cases stored. */
async function execute({ executor, read }: Writing, all: readonly Part[]): Promise<string[]> {
  const parts = all.filter(({ rows }) => rows.length > 0);
  const ids = parts.filter(({ name }) => name === 'changed' || name === 'added');
  const stored = ids.map(({ name }) => `select id from ${name}`).join(' union all ');
  const expressions = parts.map(({ name, sql }, index) => {
    const part = `${name} as (${sql(`$${index + 2}`)})`;
    // What follows the cases belongs to them: it is written for those that were stored.
    return index === ids.length - 1 ? `${part},\n stored (case_id) as (${stored})` : part;
  });
  const combination = all.map(({ rows }) => (rows.length > 0 ? 1 : 0)).join('');
  const { rows } = await executor.query<{ id: string }>({
    name: `door-write-${combination}`,
    text: `with same_calendar as (select 1 where ${EDITION_IN_FORCE} is not distinct from $1),
 ${expressions.join(',\n ')}
 select case_id as id from stored`,
    values: [read.edition, ...parts.map((part) => JSON.stringify(part.rows))],
  });
  return rows.map(({ id }) => id);
}

function caseParts({ office, policy, read }: Writing, cases: readonly AcceptedRequest[]): Part[] {
  const rows = cases.map((entry) => ({
    ...caseRow(office, policy, entry),
    read_version: read.cases.get(entry.request.caseId)?.case.version,
    updated_at: read.now,
  }));
  const known = rows.filter(({ read_version }) => read_version !== undefined);
  return [
    { name: 'changed', rows: known.sort(byId), sql: updateCases },
    { name: 'added', rows: rows.filter(({ read_version }) => read_version === undefined), sql: insertCases },
  ];
}

/** Two batches that meet on several cases take them in the same order, so that neither waits for the other for ever. */
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

function updateCases(parameter: string): string {
  const given: Columns = {
    id: 'uuid',
    read_version: 'int',
    updated_at: 'timestamptz',
    place_code: 'text',
    ...COLUMNS.changing,
    ...COLUMNS.ending,
  };
  const settings = [
    ...[...Object.keys(COLUMNS.changing), 'updated_at'].map((name) => `${name} = next.${name}`),
    'place_code = coalesce(next.place_code, cases.place_code)',
    // How a case ended stands while it is resolved; a case that is reopened has not ended.
    ...Object.keys(COLUMNS.ending).map(
      (name) =>
        `${name} = case when next.headline = 'resolved' then coalesce(next.${name}, cases.${name}) end`,
    ),
  ];
  // The last line always holds; it tells the planner that a batch is small, so that it never reads the whole table.
  return `update cases set ${settings.join(', ')}
   from ${rowsOf(parameter, given)}, same_calendar
   where cases.id = next.id and cases.version = next.read_version
     and next.version > next.read_version and next.read_version > 0 returning cases.id`;
}

function insertCases(parameter: string): string {
  const names = namesOf(COLUMNS.cases);
  return `insert into cases (${names}) select ${names} from ${rowsOf(parameter, COLUMNS.cases)}, same_calendar
   returning id`;
}

const UPSERT_DEADLINE = `on conflict (id) do update set state = excluded.state, ledger = excluded.ledger,
   due = excluded.due, next_step = excluded.next_step, next_alarm_at = excluded.next_alarm_at,
   met_in_time = excluded.met_in_time`;

type Belonging = Exclude<keyof typeof COLUMNS, 'changing' | 'ending' | 'cases'>;

/** New rows of a table that belong to cases; each row names its case as `case_id`. */
function insertion(table: Belonging, rows: readonly object[], onConflict = ''): Part {
  const names = namesOf(COLUMNS[table]);
  const given = { ...COLUMNS[table], case_id: 'uuid' };
  return {
    name: `${table}_rows`,
    rows,
    sql: (parameter) => `insert into ${table} (${names})
   select ${names} from ${rowsOf(parameter, given)} join stored using (case_id) ${onConflict}`,
  };
}

/** Questions that the commands of the batch answer. */
function settlement(rows: readonly object[]): Part {
  const given = { case_id: 'uuid', kind: 'text', settled_at: 'timestamptz', settled_by: 'text' };
  return {
    name: 'settled',
    rows,
    sql: (parameter) => `update attention_item as item
   set settled_at = next.settled_at, settled_by = next.settled_by
   from ${rowsOf(parameter, given)} join stored using (case_id)
   where item.case_id = next.case_id and item.kind = next.kind and item.settled_at is null`,
  };
}

/** One entry per case: several requests of a batch may concern the same one, and each may set a column. */
function onePerCase(accepted: readonly AcceptedRequest[]): AcceptedRequest[] {
  const merged = new Map<string, AcceptedRequest>();
  for (const { request, decisions } of accepted) {
    const earlier = merged.get(request.caseId);
    merged.set(request.caseId, {
      request: {
        ...request,
        ...earlier?.request,
        commands: [...(earlier?.request.commands ?? []), ...request.commands],
      },
      decisions: [...(earlier?.decisions ?? []), ...decisions],
    });
  }
  return [...merged.values()];
}
