import type { ParkReason } from '#contract';
import type { Database, Transaction } from '#database';
import { ownerOf } from './park-reasons.js';

/** A message that cannot become notices is tried so often, over some two hours, and then parked. */
const TRIES = 15;

/** Why a message of the outbox could not be turned into notices. */
export interface MessageFailure {
  outboxId: string;
  reason: ParkReason;
  /** Codes for the person who looks into it. */
  detail: string;
}

/** The name and code of an error alone: its text and the driver's `detail` may hold values of the row. */
export function failureOf(outboxId: string, reason: ParkReason, error: Error): MessageFailure {
  const { code } = error as { code?: unknown };
  const fault = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return { outboxId, reason, detail: reason === 'fault' ? fault : reason };
}

/** Puts messages off, each time for longer, and parks those that have been tried long enough. */
export async function recordFailures(
  executor: Pick<Transaction, 'query'> | Database['pool'],
  failures: readonly MessageFailure[],
): Promise<void> {
  if (failures.length === 0) return;
  await executor.query(
    `update outbox o set attempts = attempts + 1, last_error = f.detail, addressed_at = null,
       ring_after = now() + make_interval(secs => least(900, 5 * power(2, least(attempts, 10)))),
       parked_at = case when attempts + 1 >= $5 then now() end,
       parked_for = case when attempts + 1 >= $5 then f.reason end,
       owner = case when attempts + 1 >= $5 then f.owner end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as f (id, reason, detail, owner)
     where o.id = f.id and o.settled_at is null and o.parked_at is null`,
    [
      failures.map(({ outboxId }) => outboxId),
      failures.map(({ reason }) => reason),
      failures.map(({ detail }) => detail),
      failures.map(({ reason }) => ownerOf(reason)),
      TRIES,
    ],
  );
}
