import type { output } from 'zod';
import type { MessageOwner, ParkedMessage, ParkedPage, ParkReason, parkedQuery } from '#contract';
import type { Actor, NoticeTemplate } from '#domain';
import { cursorOf, readCursor } from '../cursor.js';
import type { NoticeOffice } from '../notice-office.js';
import { type NoticeParams, renderNotice } from '../templates/render.js';

interface ParkedRow {
  id: string;
  caseId: string;
  caseNumber: string;
  template: NoticeTemplate;
  params: NoticeParams;
  reason: ParkReason;
  owner: MessageOwner;
  detail: string | null;
  addresses: string[];
  tries: number;
  retries: number;
  createdAt: string;
  parkedAt: string;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/**
 * A page of the messages that wait for a person's decision, the longest parked first. An administrator, who sees no
 * case, gets its number and no way to it.
 */
export async function listParked(
  { database }: Pick<NoticeOffice, 'database'>,
  reader: Pick<Actor, 'role'>,
  query: output<typeof parkedQuery>,
): Promise<ParkedPage> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const rows = await database.rows<ParkedRow>(LIST, [query.owner, after?.at, after?.id, query.limit + 1]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => viewOf(row, reader)),
    nextCursor: last && rows.length > page.length ? cursorOf({ at: last.parkedAt, id: last.id }) : null,
  };
}

function viewOf(
  { template, params, caseId, detail, ...row }: ParkedRow,
  { role }: Pick<Actor, 'role'>,
): ParkedMessage {
  return {
    ...row,
    caseId: role === 'administrator' ? null : caseId,
    detail: detail === row.reason ? null : detail,
    title: titleOf(template, params, row.caseNumber),
  };
}

/** A message that this version has no words for is called by its number. */
function titleOf(template: NoticeTemplate, params: NoticeParams, caseNumber: string): ParkedMessage['title'] {
  try {
    return renderNotice(template, params, null).title;
  } catch {
    return { vi: `Vụ việc ${caseNumber}`, en: `Case ${caseNumber}` };
  }
}

const LIST = `
  select o.id, o.case_id as "caseId", c.number as "caseNumber", o.payload ->> 'template' as template,
    coalesce(o.payload -> 'params', '{}') as params, coalesce(o.parked_for, 'fault') as reason,
    coalesce(o.owner, 'administrator') as owner, o.last_error as detail,
    array(select n.address from notice n
      where n.outbox_id = o.id and n.state = 'parked' and n.address is not null order by n.address) as addresses,
    greatest(o.attempts, o.deaths, (select max(n.attempts) from notice n
      where n.outbox_id = o.id and n.state = 'parked')) as tries,
    (select count(*)::int from message_decision d where d.outbox_id = o.id and d.decision = 'retry') as retries,
    to_char(o.created_at at time zone 'UTC', ${INSTANT}) as "createdAt",
    to_char(o.parked_at at time zone 'UTC', ${INSTANT}) as "parkedAt"
  from outbox o join cases c on c.id = o.case_id
  where o.parked_at is not null and o.settled_at is null
    and ($1::text is null or coalesce(o.owner, 'administrator') = $1)
    and ($2::timestamptz is null or (o.parked_at, o.id) > ($2, $3::uuid))
  order by o.parked_at, o.id limit $4`;
