import type { Transaction } from '#database';
import type { Actor, Clock } from '#domain';
import { observeFired } from '#telemetry';
import type { CommandRequest } from '../command-request.js';
import { isAboutOneRequest, runCommandsIn } from '../door/index.js';
import type { Office } from '../office.js';
import { IS_STUCK, type RingingClock, reportStuck } from './stuck-clocks.js';

/** The clock's own actor: it has no office and no name. */
const CLOCK: Actor = { id: 'clock', role: 'system', agencyCode: null };

interface DueDeadline extends RingingClock {
  caseId: string;
  clock: Clock;
  secondsLate: number;
}

/** How many rang, and whether there may be more that are due. */
export interface Swept {
  fired: number;
  mayHaveMore: boolean;
}

/**
 * Fires the deadlines that PostgreSQL's `now()` has reached, oldest first, each through the door. Cases that
 * another worker holds are skipped; a deadline that has moved meanwhile is refused by `decide` and rings later.
 * A clock that cannot ring goes on the list of what people look at, and holds up no other.
 * @param batchSize most deadlines fired in one transaction.
 */
export async function sweepDeadlines(office: Office, batchSize: number): Promise<Swept> {
  let due: DueDeadline[] = [];
  try {
    const fired = await office.database.transaction(async (transaction) => {
      due = await claim(transaction, batchSize);
      const outcomes = await runCommandsIn(office, transaction, due.map(requestOf));
      const refused = due.filter((_, index) => !outcomes[index]!.ok);
      for (const deadline of refused) await reportStuck(transaction, deadline, 'deadline.refused');
      return due.filter((_, index) => outcomes[index]!.ok);
    });
    for (const { secondsLate } of fired) observeFired(secondsLate);
    return { fired: fired.length, mayHaveMore: due.length === batchSize };
  } catch (error) {
    const [only, ...others] = due;
    if (!only || !isAboutOneRequest(error)) throw error;
    if (others.length > 0) return sweepOneByOne(office, due.length);
    await reportStuck(office.database.pool, only, (error as Error).name);
    return { fired: 0, mayHaveMore: true };
  }
}

/**
 * How long until the next deadline is due, in milliseconds by PostgreSQL's clock; null when none is armed. A hint for
 * when to look: only the sweep decides.
 */
export async function nextAlarmIn({ database }: Office): Promise<number | null> {
  const [row] = await database.rows<{ milliseconds: number | null }>(
    `select (extract(epoch from min(next_alarm_at) - now()) * 1000)::float8 as milliseconds
     from deadline where state = 'running' and next_alarm_at > now()`,
  );
  return row?.milliseconds ?? null;
}

/** A batch that one case breaks rings one by one, in transactions of their own. */
async function sweepOneByOne(office: Office, count: number): Promise<Swept> {
  let fired = 0;
  for (let tried = 0; tried < count; tried += 1) fired += (await sweepDeadlines(office, 1)).fired;
  return { fired, mayHaveMore: true };
}

async function claim(transaction: Transaction, batchSize: number): Promise<DueDeadline[]> {
  const { rows } = await transaction.query<DueDeadline>(
    `select deadline.id, cases.id as "caseId", deadline.clock, deadline.next_step as step,
       extract(epoch from now() - deadline.next_alarm_at)::float8 as "secondsLate"
     from deadline join cases on cases.id = deadline.case_id
     where deadline.state = 'running' and deadline.next_alarm_at <= now() and not ${IS_STUCK}
     order by deadline.next_alarm_at
     limit $1
     for update of cases skip locked`,
    [batchSize],
  );
  return rows;
}

function requestOf({ id, caseId, clock, step }: DueDeadline): CommandRequest {
  return {
    actor: CLOCK,
    caseId,
    commands: [{ type: 'deadlinePassed', clock, deadlineId: id, step }],
    expectedVersion: null,
  };
}
