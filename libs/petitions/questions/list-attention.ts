import type { AttentionQuery, AttentionView } from '#contract';
import { instantText } from '#database';
import { type Actor, reachOf } from '#domain';
import type { Office } from '../office.js';
import { readCursor, writeCursor } from './cursor.js';
import { reachCondition } from './reach.js';

const COLUMNS = `item.id, item.case_id as "caseId", cases.number as "caseNumber", item.kind,
  item.column_name as "column", item.value, ${instantText('item.created_at')} as "createdAt",
  coalesce((select jsonb_agg(jsonb_build_object('code', agency.code, 'name', agency.name) order by agency.name)
    from agency where agency.code = any(item.candidates)), '[]') as candidates`;
const FROM = 'attention_item as item join cases on cases.id = item.case_id';

/** What people must still decide about one case. */
export async function attentionOf(office: Office, caseId: string): Promise<AttentionView[]> {
  return office.database.rows<AttentionView>(
    `select ${COLUMNS} from ${FROM} where item.case_id = $1 and item.settled_at is null order by item.kind`,
    [caseId],
  );
}

/** So many are looked at for one page: those of one office lie among those of all others. */
const MOST_LOOKED_AT = 2_000;

type Listed = AttentionView & { fits: boolean; seen: number };

/**
 * The list for a person to decide, oldest first; never guessed, never dropped. Where few of many are the reader's, a page
 * is partial: the next one goes on from there.
 */
export async function listAttention(
  office: Office,
  actor: Actor,
  query: AttentionQuery,
): Promise<{ items: AttentionView[]; nextCursor: string | null; partial: boolean }> {
  const reach = reachOf(actor);
  if (reach === 'none') return { items: [], nextCursor: null, partial: false };
  const most = reach === 'all' ? query.limit + 1 : MOST_LOOKED_AT;
  const seen = await readSeen(office, actor, query, most);
  const fitting = seen.filter(({ fits }) => fits);
  const shown = fitting.slice(0, query.limit);
  const hasMore = fitting.length > query.limit;
  const isCut = !hasMore && seen.at(-1)?.seen === most;
  const end = hasMore ? shown.at(-1) : isCut ? seen.at(-1) : undefined;
  return {
    items: shown.map(({ fits: _, seen: __, ...item }) => item),
    nextCursor: end ? writeCursor({ value: end.createdAt, id: end.id }) : null,
    partial: isCut,
  };
}

/** The next open items that are the reader's, up to one more than a page, and the last that was looked at. */
function readSeen(office: Office, actor: Actor, query: AttentionQuery, most: number): Promise<Listed[]> {
  const values: unknown[] = [];
  const conditions = ['settled_at is null'];
  if (query.kind) conditions.push(`kind = $${values.push(query.kind)}`);
  const position = query.cursor ? readCursor(query.cursor) : null;
  if (position) {
    const [at, id] = [values.push(position.value), values.push(position.id)];
    conditions.push(`(created_at, id) > ($${at}::timestamptz, $${id}::uuid)`);
  }
  const reach = reachCondition(actor, values);
  return office.database.rows<Listed>(
    `with line as materialized (
       select *, row_number() over (order by created_at, id) as place from (
         select * from attention_item where ${conditions.join(' and ')}
         order by created_at, id limit ${most}) as next),
     judged as (
       select line.*, (select ${reach} from cases where cases.id = line.case_id) as fits,
         (select count(*) from line) as seen from line),
     shown as (
       (select * from judged where fits order by place limit ${query.limit + 1})
       union (select * from judged order by place desc limit 1))
     select ${COLUMNS}, item.fits, item.seen from shown as item join cases on cases.id = item.case_id
     order by item.place`,
    values,
  );
}
