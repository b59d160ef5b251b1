import type { Database, Transaction } from '#database';
import { TODAY } from '../../today.js';

/** Any number, the same in every process: only one of them folds at a time. */
const LOCK = 20_261_125;
/** The floor stays so many days behind, so that a clock that is set back a little finds its days still apart. */
const DAYS_BEHIND = 3;
const AT_ONCE = 50_000;

/**
 * Folds what transactions have changed of the board into its figures, so that reading it stays quick. Nothing depends
 * on when, how often or by how many processes at once it is called: the board adds up the same before and after.
 * @returns how many changes were folded; 0 also while another process is at it.
 */
export async function foldBoard(database: Database): Promise<number> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1) as mine',
      [LOCK],
    );
    if (!rows[0]?.mine) return 0;
    await raiseFloor(transaction);
    const folded = await transaction.query<{ count: number }>(FOLD, [AT_ONCE]);
    return folded.rows[0]!.count;
  });
}

/** Days that have passed are added up: from now on they are late whatever the day. */
async function raiseFloor(transaction: Transaction): Promise<void> {
  await transaction.query(
    `with raised as (
       update board_floor set due = ${TODAY} - ${DAYS_BEHIND} where due < ${TODAY} - ${DAYS_BEHIND} returning due),
     passed as (delete from board_day using raised where board_day.due < raised.due returning board_day.*)
     insert into board_total as total (desk_agency_code, agency_code, open, escalated, stopped_late, running_before,
       owed_before, in_time, out_of_time)
     select desk_agency_code, agency_code, 0, 0, 0, sum(running), sum(owed), 0, 0
     from passed group by desk_agency_code, agency_code
     on conflict (desk_agency_code, agency_code) do update set
       running_before = total.running_before + excluded.running_before,
       owed_before = total.owed_before + excluded.owed_before`,
  );
}

const FOLD = `
  with taken as (
    delete from board_delta where ctid = any(array(select ctid from board_delta limit $1)) returning *),
  days as (
    insert into board_day as day (due, desk_agency_code, agency_code, open, running, owed)
    select taken.due, desk_agency_code, agency_code, sum(open), sum(open - stopped_late), sum(owed)
    from taken, board_floor where taken.due >= board_floor.due group by 1, 2, 3
    on conflict (due, desk_agency_code, agency_code) do update set
      open = day.open + excluded.open, running = day.running + excluded.running, owed = day.owed + excluded.owed),
  totals as (
    insert into board_total as total (desk_agency_code, agency_code, open, escalated, stopped_late, running_before,
      owed_before, in_time, out_of_time)
    select desk_agency_code, agency_code, sum(open), sum(escalated), sum(stopped_late),
      coalesce(sum(open - stopped_late) filter (where taken.due < board_floor.due), 0),
      coalesce(sum(owed) filter (where taken.due < board_floor.due), 0), sum(in_time), sum(out_of_time)
    from taken, board_floor group by 1, 2
    on conflict (desk_agency_code, agency_code) do update set
      open = total.open + excluded.open, escalated = total.escalated + excluded.escalated,
      stopped_late = total.stopped_late + excluded.stopped_late,
      running_before = total.running_before + excluded.running_before,
      owed_before = total.owed_before + excluded.owed_before,
      in_time = total.in_time + excluded.in_time, out_of_time = total.out_of_time + excluded.out_of_time)
  select count(*)::int as count from taken`;
