import type { Phrase } from '#domain';
import { figures } from '../questions/board/board-figures.js';
import { IS_LATE, IS_OWING } from '../questions/case-summary.js';

const IS_OPEN = "headline <> 'resolved'";

/** The figures of the board counted from the cases themselves. */
const COUNTED = `select agency_code as "agencyCode", count(*) filter (where ${IS_OPEN})::int as open,
    count(*) filter (where ${IS_LATE})::int as late, count(*) filter (where headline = 'escalated')::int as escalated,
    count(*) filter (where ${IS_OWING})::int as owed, count(*) filter (where settled_in_time)::int as "inTime",
    count(*) filter (where not settled_in_time)::int as "outOfTime"
  from cases group by agency_code`;

const NOTHING = "'(0,0,0,0,0,0)'";
const FIGURES = '(open, late, escalated, owed, "inTime", "outOfTime")::text';

/** A sum that must come out: what is asked for are the places where it does not. */
export interface Balance {
  /** Rows `number` (of the case, or null), `recorded` and `counted`, as text. */
  sql: string;
  /** What such a row means. */
  fault(recorded: string, counted: string): Phrase;
}

/**
 * Sums over the whole record, each in one statement, so that what is written meanwhile is seen on both sides or on
 * neither. What can be told from a case alone is the replay's business.
 */
export const BALANCES: readonly Balance[] = [
  {
    sql: `select number, version::text as recorded, steps || ' (' || first || '–' || last || ')' as counted
      from (select number, version, coalesce(steps, 0) as steps, coalesce(first, 0) as first, coalesce(last, 0) as last
        from cases left join (select case_id, count(*) as steps, min(seq) as first, max(seq) as last
          from history group by case_id) as held on held.case_id = cases.id) as counts
      where steps <> version or first <> 1 or last <> version`,
    fault: (recorded, counted) => ({
      vi: `vụ việc ghi ${recorded} bước, lịch sử có ${counted}`,
      en: `the case counts ${recorded} steps, its history has ${counted}`,
    }),
  },
  {
    sql: `select null as number, coalesce(last, 0)::text as recorded, registered || ' (' || greatest || ')' as counted, year
      from case_counter full join (select split_part(number, '-', 2)::int as year, count(*) as registered,
          max(split_part(number, '-', 3)::int) as greatest from cases group by 1) as held using (year)
      where coalesce(last, 0) <> coalesce(registered, 0) or coalesce(last, 0) <> coalesce(greatest, 0)`,
    fault: (recorded, counted) => ({
      vi: `số thứ tự trong năm là ${recorded}, số vụ việc (số lớn nhất) là ${counted}`,
      en: `the counter of the year stands at ${recorded}, cases (greatest number) at ${counted}`,
    }),
  },
  {
    sql: `select number, '0' as recorded, '1' as counted from cases
      where not exists (select from petition where case_id = cases.id)`,
    fault: () => ({ vi: 'vụ việc không có đơn nào', en: 'the case has no petition' }),
  },
  {
    sql: `select cases.number, outbox.seq::text as recorded, outbox.id::text as counted
      from outbox left join history using (case_id, seq) left join cases on cases.id = outbox.case_id
      where history.case_id is null`,
    fault: (recorded, counted) => ({
      vi: `thông báo ${counted} thuộc bước ${recorded} không có trong lịch sử`,
      en: `message ${counted} is of step ${recorded}, which the history does not have`,
    }),
  },
  {
    sql: `select cases.number, notice.id::text as recorded, coalesce(notice.outbox_id::text, '-') as counted
      from notice left join outbox on outbox.id = notice.outbox_id left join cases on cases.id = notice.case_id
      where outbox.id is null or outbox.case_id <> notice.case_id`,
    fault: (recorded, counted) => ({
      vi: `tin ${recorded} không thuộc thông báo ${counted} của vụ việc này`,
      en: `notice ${recorded} does not belong to message ${counted} of this case`,
    }),
  },
  {
    sql: `select cases.number, outbox.id::text as recorded, count(*)::text as counted
      from outbox join notice on notice.outbox_id = outbox.id left join cases on cases.id = outbox.case_id
      where outbox.settled_at is not null and notice.state in ('pending', 'sending')
      group by cases.number, outbox.id`,
    fault: (recorded, counted) => ({
      vi: `thông báo ${recorded} đã đóng nhưng còn ${counted} tin chưa gửi`,
      en: `message ${recorded} is settled with ${counted} notices not sent`,
    }),
  },
  {
    sql: `select null as number, coalesce(added.agency, counted.agency) || ' ' || coalesce(told, ${NOTHING}) as recorded,
        coalesce(was, ${NOTHING}) as counted
      from (select coalesce("agencyCode", '-') as agency, ${FIGURES} as told from (${figures('true')}) as board) as added
        full join (select coalesce("agencyCode", '-') as agency, ${FIGURES} as was from (${COUNTED}) as cases) as counted
        on counted.agency = added.agency
      where coalesce(told, ${NOTHING}) <> coalesce(was, ${NOTHING})`,
    fault: (recorded, counted) => ({
      vi: `số liệu của bảng theo dõi là ${recorded}, đếm lại là ${counted}`,
      en: `the board's figures are ${recorded}, counting gives ${counted}`,
    }),
  },
  {
    sql: `select cases.number, '0' as recorded, '1' as counted
      from cases left join register_entry on register_entry.id = cases.id
      where register_entry.id is null or register_entry.received_on is distinct from cases.received_on`,
    fault: () => ({
      vi: 'sổ đăng ký không có vụ việc này',
      en: 'the register lacks this case or its day of receipt',
    }),
  },
];
