import type { Database } from '#database';
import { inSpan } from '#telemetry';

/** How long the queue has for a message before it is rung again. */
const RING_AGAIN_SECONDS = 30;

/** Messages that are due: most travel together, one that a worker has died over travels alone. */
export interface Rung {
  together: string[];
  alone: string[];
}

/**
 * Hands the messages that are due to `ring`, oldest first. They are marked as rung in the same transaction,
 * so that a ring that fails leaves them due, and no two relays ring the same message. A mark that is lost with the
 * server is one ring too many, so the disk is not waited for.
 * @param most largest number of messages handed over.
 * @returns how many were handed over.
 */
export async function relayOutbox(
  database: Database,
  ring: (rung: Rung) => Promise<void>,
  most: number,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ id: string; deaths: number; trace: string | null }>({
      name: 'relay-outbox',
      text: `with due as (
          select id from outbox
          where kind = 'notice' and settled_at is null and parked_at is null and ring_after <= now()
          order by ring_after limit $1 for update skip locked),
        unhurried as (select set_config('synchronous_commit', 'off', true))
        update outbox o set rung_at = now(), ring_after = now() + make_interval(secs => $2)
        from due, unhurried where o.id = due.id
        returning o.id, o.deaths, o.trace`,
      values: [most, RING_AGAIN_SECONDS],
    });
    if (rows.length > 0) {
      const rung = {
        together: rows.filter(({ deaths }) => deaths === 0).map(({ id }) => id),
        alone: rows.filter(({ deaths }) => deaths > 0).map(({ id }) => id),
      };
      // Many travel in one job; it goes on with the trace of the first.
      const trace = rows.find((row) => row.trace !== null)?.trace;
      await inSpan('outbox.relay', { 'outbox.messages': rows.length }, () => ring(rung), trace);
    }
    return rows.length;
  });
}
