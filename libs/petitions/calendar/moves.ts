import type { MoveEffect } from '#contract';
import { alarmText } from '#database';
import {
  type CalendarEdition,
  changeCalendar,
  type Deadline,
  firstDueTouched,
  type InstantText,
  type LegalDate,
  type Policy,
} from '#domain';
import type { Executor } from '../policies.js';

/** Where another calendar leaves a clock. */
export interface NewDates {
  due: LegalDate | null;
  alarmAt: InstantText | null;
  effect: MoveEffect;
}

/** A clock that another calendar moves. */
export interface Move {
  deadlineId: string;
  caseId: string;
  clock: string;
  oldDue: LegalDate | null;
  oldAlarmAt: InstantText | null;
  to: NewDates;
}

/** The question which clocks move: from one calendar, which their dates were counted under, to the policy's. */
export interface Recount {
  from: CalendarEdition;
  policy: Policy;
  today: LegalDate;
  /** Goes on after this case; null begins at the first. */
  after: string | null;
}

/** A running clock as it is read here: the ledger stays text until it must be replayed. */
interface ClockRow extends Pick<Deadline, 'id' | 'clock' | 'procedure' | 'due' | 'nextStep' | 'nextAlarmAt'> {
  caseId: string;
  ledger: string;
}

const PAGE = 10_000;
/** Histories remembered at most; beyond that they are worked out anew. */
const REMEMBERED = 100_000;

/**
 * The clocks that another calendar moves, in the order of their cases, a page of clocks at a time; every case is whole
 * within its page. Clocks that stand still have no date to move, closed ones have their verdict; of those that run only
 * the ones that `firstDueTouched` cannot rule out are read. Clocks with one history have one answer, worked out once.
 */
export async function* moves(executor: Executor, recount: Recount): AsyncGenerator<Move[]> {
  const { from, policy, today } = recount;
  const firstDue = firstDueTouched(from, policy.calendar, policy.ladders);
  if (firstDue === null) return;
  const known = new Map<string, NewDates | null>();
  let waiting = readPage(executor, firstDue, recount.after);
  for (;;) {
    const rows = await waiting;
    const last = rows.at(-1);
    // PostgreSQL reads the next page while this one is counted.
    if (last && rows.length >= PAGE) waiting = readPage(executor, firstDue, last.caseId);
    // Who stops in the middle waits for no further page: that one may fail in silence.
    waiting.catch(() => {});
    yield rows.flatMap((row) => moveOf(row, policy, today, known));
    if (!last || rows.length < PAGE) return;
  }
}

/** A page of running clocks, filled up with the rest of its last case. */
async function readPage(executor: Executor, firstDue: LegalDate, after: string | null): Promise<ClockRow[]> {
  const { rows } = await executor.query<ClockRow>(
    `select id, case_id as "caseId", clock, procedure, ledger::text as ledger, due, next_step as "nextStep",
       ${alarmText('next_alarm_at')} as "nextAlarmAt"
     from deadline
     where state = 'running' and due >= $1 and ($2::uuid is null or case_id > $2)
     order by case_id
     fetch first ${PAGE} rows with ties`,
    [firstDue, after],
  );
  return rows;
}

function moveOf(
  row: ClockRow,
  policy: Policy,
  today: LegalDate,
  known: Map<string, NewDates | null>,
): Move[] {
  const { id: deadlineId, caseId, clock, procedure, due: oldDue, nextStep, nextAlarmAt: oldAlarmAt } = row;
  const history = `${clock} ${procedure} ${nextStep} ${oldAlarmAt} ${row.ledger}`;
  let to = known.get(history);
  if (to === undefined) {
    to = newDatesOf(row, policy, today);
    if (known.size >= REMEMBERED) known.clear();
    known.set(history, to);
  }
  return to === null ? [] : [{ deadlineId, caseId, clock, oldDue, oldAlarmAt, to }];
}

/** The same pure act that the door applies to the clock; null when it leaves the clock alone. */
function newDatesOf(row: ClockRow, policy: Policy, today: LegalDate): NewDates | null {
  const { caseId: _, ledger, ...columns } = row;
  const deadline: Deadline = { ...columns, state: 'running', metInTime: null, ledger: JSON.parse(ledger) };
  const next = changeCalendar(deadline, today, policy);
  if (next === deadline) return null;
  return { due: next.due, alarmAt: next.nextAlarmAt, effect: effectOf(deadline, next, today) };
}

function effectOf(before: Deadline, next: Deadline, today: LegalDate): MoveEffect {
  if (before.due !== next.due) {
    const [wasLate, isLate] = [before, next].map(({ due }) => due !== null && due < today);
    return wasLate === isLate ? 'dueMoves' : isLate ? 'becomesLate' : 'stopsBeingLate';
  }
  return before.nextAlarmAt === next.nextAlarmAt ? 'groundsMove' : 'alarmMoves';
}
