import type { output } from 'zod';
import type { NoticePage, NoticeView, noticeQuery } from '#contract';
import type { Actor, NoticeTemplate } from '#domain';
import { readCountings } from './countings.js';
import { cursorOf, readCursor } from './cursor.js';
import type { NoticeOffice } from './notice-office.js';
import { type Counting, type NoticeParams, renderNotice } from './templates/render.js';

interface NoticeRow {
  id: string;
  caseId: string;
  caseNumber: string;
  template: NoticeTemplate;
  params: NoticeParams;
  createdAt: string;
  readAt: string | null;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** A page of a person's own notices, newest first, and how many they have not read. */
export async function listNotices(
  office: Pick<NoticeOffice, 'database' | 'policies'>,
  reader: Pick<Actor, 'id'>,
  query: output<typeof noticeQuery>,
): Promise<NoticePage> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const rows = await office.database.rows<NoticeRow>(
    `select n.id, n.case_id as "caseId", c.number as "caseNumber", n.template, n.params,
       to_char(n.created_at at time zone 'UTC', ${INSTANT}) as "createdAt",
       to_char(n.read_at at time zone 'UTC', ${INSTANT}) as "readAt"
     from notice n join cases c on c.id = n.case_id
     where n.staff_id = $1 and n.channel = 'app' and (not $2 or n.read_at is null)
       and ($3::timestamptz is null or (n.created_at, n.id) < ($3, $4::uuid))
     order by n.created_at desc, n.id desc limit $5`,
    [reader.id, query.unread ?? false, after?.at, after?.id, query.limit + 1],
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const countings = await readCountings(office, page);
  return {
    items: page.map((row, index) => viewOf(row, countings[index] ?? null)),
    nextCursor: last && rows.length > page.length ? cursorOf({ at: last.createdAt, id: last.id }) : null,
    unread: await countUnread(office, reader.id),
  };
}

/** Notes that a person has read their own notice. @returns when they first did; null when it is not theirs. */
export async function markNoticeRead(
  office: Pick<NoticeOffice, 'database'>,
  reader: Pick<Actor, 'id'>,
  id: string,
): Promise<{ readAt: string } | null> {
  const [read] = await office.database.rows<{ readAt: string }>(
    `update notice set read_at = coalesce(read_at, now())
     where id = $1 and staff_id = $2 and channel = 'app'
     returning to_char(read_at at time zone 'UTC', ${INSTANT}) as "readAt"`,
    [id, reader.id],
  );
  return read ?? null;
}

async function countUnread(office: Pick<NoticeOffice, 'database'>, staffId: string): Promise<number> {
  const [count] = await office.database.rows<{ unread: number }>(
    `select count(*)::int as unread from notice where staff_id = $1 and channel = 'app' and read_at is null`,
    [staffId],
  );
  return count?.unread ?? 0;
}

function viewOf(row: NoticeRow, counting: Counting | null): NoticeView {
  const { params, ...shown } = row;
  const { title, body, explanation } = renderNotice(row.template, params, counting);
  return { ...shown, title, body, explanation };
}
