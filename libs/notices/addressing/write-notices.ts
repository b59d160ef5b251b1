import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '#database';
import { messageIdOf } from '../message-id.js';
import type { NoticeOffice } from '../notice-office.js';
import type { AddressedOrder, OpenOrder } from './read-orders.js';
import type { Recipient } from './recipients.js';

/**
 * Writes the notices of a batch and ends the try, in one statement. A message with nothing to mail is settled at
 * once: inside the application a notice has arrived when it is written.
 * @returns the messages that had some of their notices already, from a worker of an older version.
 */
export async function writeNotices(
  transaction: Transaction,
  office: NoticeOffice,
  orders: readonly AddressedOrder[],
  tryId: string,
): Promise<string[]> {
  const notices = orders.flatMap(({ open, recipients }) =>
    recipients.flatMap((recipient) => noticesFor(open, recipient, office)),
  );
  const column = <Key extends keyof Notice>(key: Key) => notices.map((notice) => notice[key]);
  const { rows } = await transaction.query<{ outboxId: string }>({
    name: 'write-notices',
    text: WRITE,
    values: [
      column('id'),
      column('outboxId'),
      column('caseId'),
      column('seq'),
      column('staffId'),
      column('address'),
      column('template'),
      column('params'),
      column('messageId'),
      withoutMail(orders, notices),
      tryId,
    ],
  });
  return rows.map(({ outboxId }) => outboxId);
}

function withoutMail(orders: readonly AddressedOrder[], notices: readonly Notice[]): string[] {
  const mailed = new Set(notices.flatMap(({ address, outboxId }) => (address === null ? [] : [outboxId])));
  return orders.map(({ open }) => open.outboxId).filter((id) => !mailed.has(id));
}

type Notice = ReturnType<typeof noticesFor>[number];

/** Staff are told in the application and by e-mail, an agency at its address. */
function noticesFor(open: OpenOrder, recipient: Recipient, office: NoticeOffice) {
  const { due, dueClock, order } = open;
  const id = randomUUIDv7();
  const params = {
    ...(due && dueClock ? { due, clock: dueClock } : {}),
    ...order.params,
    ...(recipient.fallback ? { fallback: recipient.fallback } : {}),
  };
  const email = {
    id,
    outboxId: open.outboxId,
    caseId: open.caseId,
    seq: open.seq,
    staffId: recipient.staffId,
    address: recipient.email as string | null,
    template: order.template,
    params: JSON.stringify(params),
    messageId: messageIdOf(id, office) as string | null,
  };
  if (recipient.staffId === null) return [email];
  return [{ ...email, id: randomUUIDv7(), address: null, messageId: null }, email];
}

/** A notice with an address is an e-mail, which has yet to be sent. */
const WRITE = `
  with written as (
    insert into notice
      (id, outbox_id, case_id, seq, staff_id, channel, address, template, params, state, message_id, sent_at)
    select id, outbox_id, case_id, seq, staff_id, case when address is null then 'app' else 'email' end, address,
      template, params, case when address is null then 'sent' else 'pending' end, message_id,
      case when address is null then now() end
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::jsonb[],
      $9::text[]) as n (id, outbox_id, case_id, seq, staff_id, address, template, params, message_id)
    on conflict do nothing returning outbox_id),
  settled as (
    update outbox set settled_at = now() where id = any($10::uuid[])),
  ended as (delete from delivery_try where id = $11)
  select meant.outbox_id as "outboxId"
  from (select outbox_id, count(*) as notices from unnest($2::uuid[]) as n (outbox_id) group by outbox_id) meant
    left join (select outbox_id, count(*) as notices from written group by outbox_id) written using (outbox_id)
  where meant.notices is distinct from written.notices`;
