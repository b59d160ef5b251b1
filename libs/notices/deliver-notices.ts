import type { Database } from '#database';
import { addressOrders, UnaddressableOrderError } from './address-orders.js';
import { lockMessages } from './lock-messages.js';
import type { Mailer } from './mailer.js';
import type { NoticeOffice } from './notice-office.js';
import { sendMails } from './send-mails.js';

/** A message that cannot become notices is tried so often, over some two hours, and then parked. */
const TRIES = 15;

/**
 * Tells people what these messages of the outbox say: in the application at once, by e-mail when the mail
 * server takes it. Safe to call twice, in any number of processes; a message that fails holds up no other.
 * @param mailer null while no mail server is configured: e-mails then wait as pending.
 */
export async function deliverNotices(
  office: NoticeOffice,
  mailer: Mailer | null,
  outboxIds: readonly string[],
): Promise<void> {
  const addressed = await addressEach(office, outboxIds);
  if (mailer) await sendMails(office, mailer, addressed);
  await settle(office.database, addressed);
}

/** All in one transaction; only when that fails one by one, so that the fault is found. */
async function addressEach(office: NoticeOffice, outboxIds: readonly string[]): Promise<readonly string[]> {
  try {
    await addressOrders(office, outboxIds);
    return outboxIds;
  } catch (error) {
    const [only] = outboxIds;
    if (outboxIds.length === 1 && only) {
      await recordFailure(office.database, only, error as Error);
      return [];
    }
  }
  const addressed: string[] = [];
  for (const outboxId of outboxIds) addressed.push(...(await addressEach(office, [outboxId])));
  return addressed;
}

async function recordFailure(database: Database, outboxId: string, error: Error): Promise<void> {
  // The driver puts values of the row into `detail`; the message alone names no one.
  const reason = error instanceof UnaddressableOrderError ? error.message : `${error.name}: ${error.message}`;
  await database.rows(
    `update outbox set attempts = attempts + 1, last_error = $2,
       parked_at = case when attempts + 1 >= $3 then now() end,
       ring_after = now() + make_interval(secs => least(900, 5 * power(2, least(attempts, 10))))
     where id = $1 and settled_at is null`,
    [outboxId, reason.slice(0, 500), TRIES],
  );
}

/**
 * Closes the messages whose notices have all arrived, parks those with a notice given up, and has the
 * others rung again when their next notice is due.
 */
async function settle(database: Database, outboxIds: readonly string[]): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockMessages(transaction, outboxIds);
    await transaction.query(SETTLE, [outboxIds]);
  });
}

const SETTLE = `
  update outbox o set
    settled_at = case when n.waiting = 0 and n.parked = 0 then now() end,
    parked_at = case when n.waiting = 0 and n.parked > 0 then now() end,
    last_error = n.error,
    ring_after = coalesce(n.next_try, now() + interval '15 minutes')
  from (
    select outbox_id,
      count(*) filter (where state in ('pending', 'sending')) as waiting,
      count(*) filter (where state = 'parked') as parked,
      min(coalesce(lease_until, retry_at)) filter (where state in ('pending', 'sending')) as next_try,
      max(last_error) filter (where state <> 'sent') as error
    from notice where outbox_id = any($1) group by outbox_id) n
  where o.id = n.outbox_id and o.settled_at is null and o.parked_at is null`;
