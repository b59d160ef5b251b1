import { TODAY } from '../../today.js';

/**
 * The board's figures by agency, as SQL: what was folded, the days that today's date decides about, and what
 * transactions have changed since, whatever has been folded of it.
 * @param reach condition on the offices of `cases`.
 */
export function figures(reach: string): string {
  return `select agency_code as "agencyCode", sum(open)::int as open, sum(late)::int as late,
      sum(escalated)::int as escalated, sum(soon)::int as "dueIn7Days", sum(owed)::int as owed,
      sum(in_time)::int as "inTime", sum(out_of_time)::int as "outOfTime"
    from (
      select desk_agency_code, agency_code, open, escalated, stopped_late + running_before as late, 0 as soon,
        owed_before as owed, in_time, out_of_time
      from board_total
      union all
      select desk_agency_code, agency_code, 0, 0, case when due < ${TODAY} then running else 0 end,
        case when due >= ${TODAY} then open else 0 end, case when due < ${TODAY} then owed else 0 end, 0, 0
      from board_day where due <= ${TODAY} + 7
      union all
      select desk_agency_code, agency_code, open, escalated,
        stopped_late + case when due < ${TODAY} then open - stopped_late else 0 end,
        case when due between ${TODAY} and ${TODAY} + 7 then open else 0 end,
        case when due < ${TODAY} then owed else 0 end, in_time, out_of_time
      from board_delta
    ) as cases where ${reach} group by agency_code`;
}
