import type { BoardView } from '#contract';
import type { Actor } from '#domain';
import type { Office } from '#petitions';

const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
const IS_OPEN = "cases.headline <> 'resolved'";
const STOPPED_LATE = `(cases.handling in ('assigned.suspended', 'assigned.awaitingExpertise')
  and coalesce((cases.facts ->> 'stoppedLate')::boolean, false))`;
const IS_LATE = `(${IS_OPEN} and (cases.due < ${TODAY} or ${STOPPED_LATE}))`;
const IS_OWING = `(cases.headline = 'resolved' and cases.due < ${TODAY})`;
const OLDEST_DUE = `min(cases.due) filter (where ${IS_OPEN})`;
const COUNTS = `(count(*) filter (where ${IS_OPEN}))::int as open,
  (count(*) filter (where ${IS_LATE}))::int as late,
  (count(*) filter (where cases.headline = 'escalated'))::int as escalated,
  (count(*) filter (where ${IS_OPEN} and cases.due between ${TODAY} and ${TODAY} + 7))::int as "dueIn7Days",
  (count(*) filter (where ${IS_OWING}))::int as owed`;

/** The board counted case by case, as slowly and as plainly as it can be: what `readBoard` is compared with. */
export async function countBoard(
  { database }: Office,
  { role, agencyCode }: Actor,
): Promise<Pick<BoardView, 'totals' | 'rows'>> {
  const column = role === 'deskOfficer' ? 'desk_agency_code' : 'agency_code';
  const isOwn = ['deskOfficer', 'agencyOfficer', 'agencyHead'].includes(role);
  const reach = isOwn ? `cases.${column} = $1` : `$1::text is not distinct from $1`;
  const rows = await database.rows<BoardView['rows'][number]>(
    `select cases.agency_code as "agencyCode", agency.name as "agencyName", ${COUNTS},
       ${OLDEST_DUE} as "oldestDue",
       case when ${OLDEST_DUE} < ${TODAY} then ${TODAY} - ${OLDEST_DUE} end as "mostDaysLate"
     from cases left join agency on agency.code = cases.agency_code
     where (${IS_OPEN} or ${IS_OWING}) and ${reach}
     group by cases.agency_code, agency.name
     order by late desc, escalated desc, owed desc, "oldestDue" asc nulls last, "agencyName" nulls first`,
    [agencyCode],
  );
  const [totals] = await database.rows<BoardView['totals']>(
    `select ${COUNTS},
       (count(*) filter (where ${IS_OPEN} and cases.agency_code is null))::int as unassigned,
       (count(*) filter (where cases.settled_in_time))::int as "resolvedInTime",
       (count(*) filter (where not cases.settled_in_time))::int as "resolvedLate"
     from cases where ${reach}`,
    [agencyCode],
  );
  return { totals: totals!, rows };
}
