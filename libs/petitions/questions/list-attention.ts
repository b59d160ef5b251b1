import type { AttentionQuery, AttentionView } from '#contract';
import { instantText } from '#database';
import type { Actor } from '#domain';
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

/** The list for a person to decide, oldest first; never guessed, never dropped. */
export async function listAttention(
  office: Office,
  actor: Actor,
  query: AttentionQuery,
): Promise<{ items: AttentionView[]; nextCursor: string | null }> {
  const parameters: unknown[] = [];
  const conditions = [reachCondition(actor, parameters), 'item.settled_at is null'];
  if (query.kind) conditions.push(`item.kind = $${parameters.push(query.kind)}`);
  const position = query.cursor ? readCursor(query.cursor) : null;
  if (position) {
    const [at, id] = [parameters.push(position.value), parameters.push(position.id)];
    conditions.push(`(item.created_at, item.id) > ($${at}::timestamptz, $${id}::uuid)`);
  }
  parameters.push(query.limit + 1);
  const rows = await office.database.rows<AttentionView>(
    `select ${COLUMNS} from ${FROM} where ${conditions.join(' and ')}
     order by item.created_at, item.id limit $${parameters.length}`,
    parameters,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return { items, nextCursor: hasMore ? writeCursor({ value: last.createdAt, id: last.id }) : null };
}
