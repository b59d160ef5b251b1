import type { BoardView } from '#contract';
import { instantText } from '#database';
import type { Actor } from '#domain';
import type { Office } from '../office.js';
import { TODAY } from '../today.js';
import { IS_LATE, IS_OWING } from './case-summary.js';
import { reachCondition } from './reach.js';

const IS_OPEN = "cases.headline <> 'resolved'";
const COUNTS = `(count(*) filter (where ${IS_OPEN}))::int as open,
  (count(*) filter (where ${IS_LATE}))::int as late,
  (count(*) filter (where cases.headline = 'escalated'))::int as escalated,
  (count(*) filter (where ${IS_OPEN} and cases.due between ${TODAY} and ${TODAY} + 7))::int as "dueIn7Days",
  (count(*) filter (where ${IS_OWING}))::int as owed`;

/** Due date of the open case that is the longest past its limit. */
const OLDEST_DUE = `min(cases.due) filter (where ${IS_OPEN})`;

/**
 * The board of the HĐND: every open case by the agency that holds it, worst first, and beside them the resolved
 * ones that still owe something. Lateness is counted from due dates, so the board is right even when every worker
 * is dead.
 */
export async function readBoard(office: Office, actor: Actor): Promise<BoardView> {
  const parameters: unknown[] = [];
  const reach = reachCondition(actor, parameters);
  const rows = await office.database.rows<BoardView['rows'][number]>(
    `select cases.agency_code as "agencyCode", agency.name as "agencyName", ${COUNTS},
       ${OLDEST_DUE} as "oldestDue",
       case when ${OLDEST_DUE} < ${TODAY} then ${TODAY} - ${OLDEST_DUE} end as "mostDaysLate"
     from cases left join agency on agency.code = cases.agency_code
     where (${IS_OPEN} or ${IS_OWING}) and ${reach}
     group by cases.agency_code, agency.name
     order by late desc, escalated desc, owed desc, "oldestDue" asc nulls last, "agencyName" nulls first`,
    parameters,
  );
  const [totals] = await office.database.rows<BoardView['totals'] & { now: string; today: string }>(
    `select ${COUNTS},
       (count(*) filter (where ${IS_OPEN} and cases.agency_code is null))::int as unassigned,
       (count(*) filter (where cases.settled_in_time))::int as "resolvedInTime",
       (count(*) filter (where not cases.settled_in_time))::int as "resolvedLate",
       ${instantText('now()')} as now, to_char(${TODAY}, 'YYYY-MM-DD') as today
     from cases where ${reach}`,
    parameters,
  );
  const { now, today, ...counts } = totals!;
  return { asOf: now, today, totals: counts, rows };
}
