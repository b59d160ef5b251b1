import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '#database';
import { NOTICE_TEMPLATES, type NoticeOrder } from '#domain';
import { lockMessages } from './lock-messages.js';
import type { NoticeOffice } from './notice-office.js';
import { readDirectory } from './read-directory.js';
import { type Recipient, recipientsOf } from './recipients.js';

interface OpenOrder {
  outboxId: string;
  caseId: string;
  order: NoticeOrder;
  due: string | null;
  dueClock: string | null;
}

/**
 * Turns messages of the outbox into notices, one per recipient and channel. A message that has notices
 * already is left alone, however often it is delivered and whoever has joined the office since.
 * @throws UnaddressableOrderError for a message that cannot be put into words or reaches nobody.
 */
export async function addressOrders(office: NoticeOffice, outboxIds: readonly string[]): Promise<void> {
  await office.database.transaction(async (transaction) => {
    const orders = await lockOrders(transaction, outboxIds);
    if (orders.length === 0) return;
    const directory = await readDirectory(
      transaction,
      orders.map(({ order }) => order),
      office.coordinationAgency,
    );
    const notices = orders.flatMap((open) => {
      const recipients = recipientsOf(open.order, directory);
      if (recipients.length === 0) throw new UnaddressableOrderError('there is nobody to tell');
      return recipients.flatMap((recipient) => noticesFor(open, recipient, office));
    });
    await insertNotices(transaction, notices);
  });
}

/** A message that cannot become notices as things stand. */
export class UnaddressableOrderError extends Error {
  override readonly name = 'UnaddressableOrderError';
}

/** The lock comes first: only a statement begun after it sees what the last holder of the lock wrote. */
async function lockOrders(transaction: Transaction, outboxIds: readonly string[]): Promise<OpenOrder[]> {
  await lockMessages(transaction, outboxIds);
  const { rows } = await transaction.query<OpenOrder>(
    `select o.id as "outboxId", o.case_id as "caseId", o.payload as "order", c.due, c.due_clock as "dueClock"
     from outbox o join cases c on c.id = o.case_id
     where o.id = any($1) and o.kind = 'notice' and o.settled_at is null and o.parked_at is null
       and not exists (select 1 from notice n where n.outbox_id = o.id)`,
    [outboxIds],
  );
  for (const { order } of rows) {
    if (!NOTICE_TEMPLATES.includes(order.template)) {
      throw new UnaddressableOrderError(`this version has no text for ${order.template}`);
    }
  }
  return rows;
}

/** Inside the application a notice has arrived when it is written; an e-mail has yet to be sent. */
function noticesFor(open: OpenOrder, recipient: Recipient, office: NoticeOffice) {
  const { due, dueClock, order } = open;
  const id = randomUUIDv7();
  const email = {
    id,
    outbox_id: open.outboxId,
    case_id: open.caseId,
    staff_id: recipient.staffId,
    channel: 'email',
    address: recipient.email as string | null,
    template: order.template,
    params: {
      ...(due && dueClock ? { due, clock: dueClock } : {}),
      ...order.params,
      ...(recipient.fallback ? { fallback: recipient.fallback } : {}),
    },
    state: 'pending',
    message_id: `<${id}@dan-nguyen.${new URL(office.publicUrl).hostname}>` as string | null,
  };
  if (recipient.staffId === null) return [email];
  const app = {
    ...email,
    id: randomUUIDv7(),
    channel: 'app',
    address: null,
    state: 'sent',
    message_id: null,
  };
  return [app, email];
}

async function insertNotices(
  transaction: Transaction,
  notices: readonly ReturnType<typeof noticesFor>[number][],
): Promise<void> {
  await transaction.query(
    `insert into notice
       (id, outbox_id, case_id, staff_id, channel, address, template, params, state, message_id, sent_at)
     select id, outbox_id, case_id, staff_id, channel, address, template, params, state, message_id,
       case when state = 'sent' then now() end
     from jsonb_to_recordset($1) as n (id uuid, outbox_id uuid, case_id uuid, staff_id text, channel text,
       address text, template text, params jsonb, state text, message_id text)
     on conflict do nothing`,
    [JSON.stringify(notices)],
  );
}
