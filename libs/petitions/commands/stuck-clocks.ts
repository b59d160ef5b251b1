import { randomUUIDv7 } from 'node:crypto';
import type { Executor } from '../policies.js';

/** A clock and the step of its ladder that is due. */
export interface RingingClock {
  id: string;
  step: number;
}

/** A case whose clock could not ring is left alone until somebody has looked at it; a condition on `cases`. */
export const IS_STUCK = `exists (select from attention_item as item
  where item.case_id = cases.id and item.kind = 'clockStuck' and item.settled_at is null)`;

/**
 * Puts the case of a clock that is due and cannot ring on the list of what people look at. Once they have dealt with it,
 * the clock is tried again. A clock that has moved meanwhile is not reported.
 * @param reason a code or the name of an error; nothing that tells of people.
 */
export async function reportStuck(
  executor: Executor,
  { id, step }: RingingClock,
  reason: string,
): Promise<void> {
  await executor.query(
    `insert into attention_item (id, case_id, kind, column_name, value)
     select $1, case_id, 'clockStuck', clock, $4 from deadline
     where id = $2 and next_step = $3 and state = 'running' and next_alarm_at <= now()
     on conflict (case_id, kind) do update set value = excluded.value, created_at = now(),
       settled_at = null, settled_by = null, settled_note = null`,
    [randomUUIDv7(), id, step, reason],
  );
}
