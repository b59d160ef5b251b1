import type { DecreeList, DecreeMove, DecreeMovePage, DecreeMoveQuery } from '#contract';
import { instantText } from '#database';
import type { Office } from '../office.js';
import { readCursor, writeCursor } from '../questions/cursor.js';
import { decreeView, readDecrees } from './decree-record.js';

/** Every decree with its latest preview, the latest signed first. */
export async function listDecrees({ database, policies }: Office): Promise<DecreeList> {
  const { calendar } = await policies.current(database.pool);
  const decrees = await readDecrees(database.pool);
  return { items: decrees.map((decree) => decreeView(decree, calendar.edition)) };
}

/** One page of the clocks that the latest preview of a decree found, the earliest due date first. */
export async function listDecreeMoves(
  office: Office,
  decreeId: string,
  query: DecreeMoveQuery,
): Promise<DecreeMovePage> {
  const parameters: unknown[] = [decreeId];
  const conditions = ['move.decree_id = $1'];
  if (query.effect) conditions.push(`move.effect = $${parameters.push(query.effect)}`);
  if (query.agency) conditions.push(`move.agency_code = $${parameters.push(query.agency)}`);
  const position = query.cursor ? readCursor(query.cursor) : null;
  if (position) {
    const [due, id] = [parameters.push(position.value), parameters.push(position.id)];
    conditions.push(`(move.old_due, move.deadline_id) > ($${due}::date, $${id}::uuid)`);
  }
  parameters.push(query.limit + 1);
  const rows = await office.database.rows<DecreeMove>(
    `select move.deadline_id as "deadlineId", move.case_id as "caseId", cases.number as "caseNumber",
       move.agency_code as "agencyCode", agency.name as "agencyName", move.clock,
       move.old_due as "oldDue", move.new_due as "newDue",
       ${instantText('move.old_alarm_at')} as "oldAlarmAt", ${instantText('move.new_alarm_at')} as "newAlarmAt",
       move.effect
     from decree_move as move join cases on cases.id = move.case_id
       left join agency on agency.code = move.agency_code
     where ${conditions.join(' and ')}
     order by move.old_due, move.deadline_id limit $${parameters.length}`,
    parameters,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return { items, nextCursor: hasMore ? writeCursor({ value: last.oldDue, id: last.deadlineId }) : null };
}
