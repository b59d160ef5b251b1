import type { Actor, Clock } from '#domain';
import type { CommandRequest } from '../command-request.js';
import { runCommandsIn } from '../door/index.js';
import type { Office } from '../office.js';

/** The clock's own actor: it has no office and no name. */
const CLOCK: Actor = { id: 'clock', role: 'system', agencyCode: null };

interface DueDeadline {
  id: string;
  caseId: string;
  clock: Clock;
  step: number;
}

/**
 * Fires the deadlines that PostgreSQL's `now()` has reached, oldest first, each through the door. Cases that
 * another worker holds are skipped; a deadline that has moved meanwhile is refused by `decide` and rings later.
 * @param batchSize most cases fired in one transaction.
 * @returns how many rang; a full batch means there may be more.
 */
export async function sweepDeadlines(office: Office, batchSize: number): Promise<{ fired: number }> {
  return office.database.transaction(async (transaction) => {
    const { rows } = await transaction.query<DueDeadline>(
      `select deadline.id, cases.id as "caseId", deadline.clock, deadline.next_step as step
       from deadline join cases on cases.id = deadline.case_id
       where deadline.state = 'running' and deadline.next_alarm_at <= now()
       order by deadline.next_alarm_at
       limit $1
       for update of cases skip locked`,
      [batchSize],
    );
    const outcomes = await runCommandsIn(office, transaction, rows.map(requestOf));
    return { fired: outcomes.filter(({ ok }) => ok).length };
  });
}

function requestOf({ id, caseId, clock, step }: DueDeadline): CommandRequest {
  return {
    actor: CLOCK,
    caseId,
    commands: [{ type: 'deadlinePassed', clock, deadlineId: id, step }],
    expectedVersion: null,
  };
}
