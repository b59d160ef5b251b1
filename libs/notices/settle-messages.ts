import type { Transaction } from '#database';
import { ownerOf } from './park-reasons.js';

/**
 * Closes the messages whose notices have all arrived or were given up, and parks those with a parked notice.
 * The lock comes first and always in the same order: only a statement begun after it sees what the last holder wrote,
 * and no two workers wait for each other.
 */
export async function settleMessages(transaction: Transaction, outboxIds: readonly string[]): Promise<void> {
  await transaction.query('select 1 from outbox where id = any($1) order by id for update', [outboxIds]);
  await transaction.query(SETTLE, [outboxIds, ownerOf('mailRefused'), ownerOf('mailServerAway')]);
}

const SETTLE = `
  update outbox o set
    addressed_at = coalesce(addressed_at, now()),
    ring_after = 'infinity',
    settled_at = case when n.waiting = 0 and n.parked = 0 then now() end,
    parked_at = case when n.parked > 0 then coalesce(parked_at, now()) end,
    parked_for = n.reason,
    owner = case when n.reason = 'mailRefused' then $2 when n.reason is not null then $3 end,
    last_error = n.error
  from (
    select outbox_id,
      count(*) filter (where state in ('pending', 'sending')) as waiting,
      count(*) filter (where state = 'parked') as parked,
      max(parked_for) filter (where state = 'parked') as reason,
      max(last_error) filter (where state in ('pending', 'sending', 'parked')) as error
    from notice where outbox_id = any($1) group by outbox_id) n
  where o.id = n.outbox_id and o.settled_at is null`;
