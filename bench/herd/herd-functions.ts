import type { Database } from '#database';
import { sweepDeadlines } from '#petitions';
import { type CapturedStep, captureStep } from '../floor/capture.js';
import type { LiteralRow } from '../floor/written-rows.js';
import { makeNoticeTable, noticeInsertion, toldRows } from '../notices/told-rows.js';
import type { BenchOffice } from '../office/bench-office.js';
import { caseIdAt, type Register } from '../office/seed-cases.js';

/**
 * Makes the two functions that write again, value for value, what one real ring of a clock wrote: `bench_sweep(most)`
 * claims due deadlines and rings them set by set; `bench_ring(place)` rings the one clock of a case and writes its
 * notices in the place of the outbox row, for a peer whose job it is.
 */
export async function makeHerdFunctions(bench: BenchOffice, register: Register): Promise<void> {
  const { database } = bench.office;
  const [place] = await register.grow(1);
  const ring = await captureRing(bench, caseIdAt(place));
  await makeNoticeTable(database);
  await database.rows(sweepFunction(ring));
  await database.rows(ringFunction(ring, await toldRows(bench, caseIdAt(place), ring.version + 1)));
}

/** Rings the one clock of a case through the door and notes what that wrote. */
async function captureRing({ office }: BenchOffice, caseId: string): Promise<CapturedStep> {
  const { database } = office;
  await database.rows(
    `update deadline set next_alarm_at = now() where case_id = $1 and state = 'running' and next_alarm_at is not null`,
    [caseId],
  );
  const version = await versionOf(database, caseId);
  const ring = await captureStep(database, caseId, version, async () => {
    const { fired } = await sweepDeadlines(office, 10);
    if (fired !== 1) throw new Error(`Instead of one clock of the template, ${fired} rang.`);
  });
  if (ring.movedClocks.length !== 1) throw new Error('A ring of the herd moves more than one clock.');
  return ring;
}

async function versionOf(database: Database, caseId: string): Promise<number> {
  const [row] = await database.rows<{ version: number }>('select version from cases where id = $1', [caseId]);
  return row!.version;
}

const NOW: Record<string, string> = {
  at: 'now()',
  created_at: 'now()',
  updated_at: 'now()',
  ring_after: 'now()',
};

function sweepFunction({ changed, movedClocks, added }: CapturedStep): string {
  return `create function bench_sweep(most int) returns int language sql as $sweep$
with due as (
  select deadline.id, cases.id as case_id from deadline join cases on cases.id = deadline.case_id
  where deadline.state = 'running' and deadline.next_alarm_at <= now()
  order by deadline.next_alarm_at limit most for update of cases skip locked),
rung as (update deadline set ${settings(movedClocks[0]!.changed)} from due where deadline.id = due.id),
moved as (update cases set ${settings(changed)} from due where cases.id = due.case_id),
${added.map(({ table, row }, index) => `added_${index} as (${insertion(table, row)})`).join(',\n')}
select count(*)::int from due $sweep$`;
}

function insertion(table: string, row: LiteralRow): string {
  const values = valuesOf(row, 'due.case_id');
  return `insert into ${table} (${Object.keys(row).join(', ')}) select ${values.join(', ')} from due`;
}

function ringFunction({ changed, movedClocks, added }: CapturedStep, notices: readonly LiteralRow[]): string {
  const inserts = added
    .filter(({ table }) => table !== 'outbox')
    .map(({ table, row }) => {
      const values = valuesOf(row, 'held');
      return `insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')});`;
    });
  return `create function bench_ring(place bigint) returns void language plpgsql as $ring$
declare
  held uuid := ('01980000-0000-7000-8000-' || lpad(to_hex(place), 12, '0'))::uuid;
  message uuid := uuidv7();
begin
  update deadline set ${settings(movedClocks[0]!.changed)}
  where case_id = held and state = 'running' and next_alarm_at <= now();
  if not found then return; end if;
  update cases set ${settings(changed)} where id = held;
  ${[...inserts, ...notices.map(noticeInsertion)].join('\n  ')}
end $ring$`;
}

/** Values of a new row; `caseId` is SQL. */
function valuesOf(row: LiteralRow, caseId: string): string[] {
  const own: Record<string, string> = { ...NOW, id: 'uuidv7()', case_id: caseId };
  return Object.entries(row).map(([column, literal]) => own[column] ?? literal);
}

function settings(changed: LiteralRow): string {
  return Object.entries(changed)
    .map(([column, literal]) => `${column} = ${NOW[column] ?? literal}`)
    .join(', ');
}
