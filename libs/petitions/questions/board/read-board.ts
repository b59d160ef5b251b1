import type { BoardView } from '#contract';
import { instantText } from '#database';
import type { Actor } from '#domain';
import type { Office } from '../../office.js';
import { TODAY } from '../../today.js';
import { reachCondition } from '../reach.js';
import { figures } from './board-figures.js';

type Row = BoardView['rows'][number];
type Totals = BoardView['totals'];

/** The figures of one agency: what its line shows, and what only the totals do. */
interface AgencyFigures extends Row {
  inTime: number;
  outOfTime: number;
}

/**
 * The board of the HĐND: every open case by the agency that holds it, worst first, and beside them the resolved
 * ones that still owe something. The figures were added up when the cases were written and are exact at any moment;
 * lateness is counted from due dates, so the board is right even when every worker is dead.
 */
export async function readBoard(office: Office, actor: Actor): Promise<BoardView> {
  const parameters: unknown[] = [];
  const reach = reachCondition(actor, parameters);
  const lines = await office.database.rows<AgencyFigures & { asOf: string; today: string }>(
    `with agencies as (${figures(reach)}),
     lines as (
       select agencies.*, agency.name as "agencyName", oldest.due as "oldestDue",
         case when oldest.due < ${TODAY} then ${TODAY} - oldest.due end as "mostDaysLate"
       from agencies left join agency on agency.code = agencies."agencyCode"
         left join lateral (${oldestDue(reach)}) as oldest on agencies.open > 0)
     select lines.*, ${instantText('now()')} as "asOf", to_char(${TODAY}, 'YYYY-MM-DD') as today
     from (select) as moment left join lines on true
     order by late desc, escalated desc, owed desc, "oldestDue" asc nulls last, "agencyName" nulls first`,
    parameters,
  );
  const { asOf, today } = lines[0]!;
  const agencies = lines.filter(({ open }) => open !== null);
  return {
    asOf,
    today,
    totals: totalsOf(agencies),
    rows: agencies.filter(({ open, owed }) => open > 0 || owed > 0).map(lineOf),
  };
}

/** Due date of an agency's open case that is the longest past its limit: the first of its index. */
function oldestDue(reach: string): string {
  const first = (holder: string) =>
    `(select due from cases where ${holder} and headline <> 'resolved' and due is not null and ${reach}
       order by due limit 1)`;
  return `select case when agencies."agencyCode" is null then ${first('agency_code is null')}
    else ${first('agency_code = agencies."agencyCode"')} end as due`;
}

function totalsOf(agencies: readonly AgencyFigures[]): Totals {
  const sum = (figure: (agency: AgencyFigures) => number) =>
    agencies.reduce((total, agency) => total + figure(agency), 0);
  return {
    open: sum(({ open }) => open),
    late: sum(({ late }) => late),
    escalated: sum(({ escalated }) => escalated),
    dueIn7Days: sum(({ dueIn7Days }) => dueIn7Days),
    owed: sum(({ owed }) => owed),
    unassigned: sum(({ agencyCode, open }) => (agencyCode === null ? open : 0)),
    resolvedInTime: sum(({ inTime }) => inTime),
    resolvedLate: sum(({ outOfTime }) => outOfTime),
  };
}

function lineOf(figures: AgencyFigures): Row {
  const { agencyCode, agencyName, open, late, escalated, dueIn7Days, owed, oldestDue, mostDaysLate } =
    figures;
  return { agencyCode, agencyName, open, late, escalated, dueIn7Days, owed, oldestDue, mostDaysLate };
}
