import type { Database } from '#database';

/** How long the queue has for a message before it is rung again. */
const RING_AGAIN_SECONDS = 60;

/**
 * Hands the messages that are due to `ring`, oldest first. They are marked as rung in the same transaction,
 * so that a ring that fails leaves them due, and no two relays ring the same message.
 * @param most largest number of messages handed over.
 * @returns how many were handed over.
 */
export async function relayOutbox(
  database: Database,
  ring: (outboxIds: string[]) => Promise<void>,
  most: number,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ id: string }>(
      `with due as (
         select id from outbox
         where kind = 'notice' and settled_at is null and parked_at is null and ring_after <= now()
         order by ring_after limit $1 for update skip locked)
       update outbox o set rung_at = now(), ring_after = now() + make_interval(secs => $2)
       from due where o.id = due.id
       returning o.id`,
      [most, RING_AGAIN_SECONDS],
    );
    if (rows.length > 0) await ring(rows.map(({ id }) => id));
    return rows.length;
  });
}
