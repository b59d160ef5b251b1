import type { ParkReason } from '#contract';
import { NOTICE_TEMPLATES } from '#domain';
import { failureOf, type MessageFailure, recordFailures } from '../message-failure.js';
import type { NoticeOffice } from '../notice-office.js';
import { type AddressedOrder, type OpenOrder, readDirectory, takeOrders } from './read-orders.js';
import { type Directory, type Recipient, recipientsOf } from './recipients.js';
import { writeNotices } from './write-notices.js';

/**
 * Turns messages of the outbox into notices, one per recipient and channel, in one transaction of four statements.
 * A message that has notices already is left alone, however often it is delivered and whoever has joined the
 * office since. One that cannot be put into words or reaches nobody is put off, and holds up no other.
 * @param tryId the try under which these messages are in hand; it ends with the transaction.
 * @returns the messages that had been addressed before, all or in part.
 */
export async function addressOrders(
  office: NoticeOffice,
  outboxIds: readonly string[],
  tryId: string,
): Promise<readonly string[]> {
  return office.database.transaction(async (transaction) => {
    const orders = await takeOrders(transaction, outboxIds);
    const directory = await readDirectory(
      transaction,
      orders.map(({ order }) => order),
      office.coordinationAgency,
    );
    const { addressed, failures } = addressEach(orders, directory);
    const begun = await writeNotices(transaction, office, addressed, tryId);
    await recordFailures(transaction, failures);
    const found = new Set(orders.map(({ outboxId }) => outboxId));
    return [...begun, ...outboxIds.filter((id) => !found.has(id))];
  });
}

function addressEach(orders: readonly OpenOrder[], directory: Directory) {
  const addressed: AddressedOrder[] = [];
  const failures: MessageFailure[] = [];
  for (const open of orders) {
    try {
      addressed.push({ open, recipients: reach(open, directory) });
    } catch (error) {
      const reason = error instanceof UnaddressableOrder ? error.reason : 'fault';
      failures.push(failureOf(open.outboxId, reason, error as Error));
    }
  }
  return { addressed, failures };
}

function reach({ order }: OpenOrder, directory: Directory): Recipient[] {
  if (!NOTICE_TEMPLATES.includes(order.template)) throw new UnaddressableOrder('unknownWords');
  const recipients = recipientsOf(order, directory);
  if (recipients.length === 0) throw new UnaddressableOrder('nobodyThere');
  return recipients;
}

/** A message that cannot become notices as things stand. */
class UnaddressableOrder extends Error {
  override readonly name = 'UnaddressableOrder';
  constructor(readonly reason: ParkReason) {
    super(reason);
  }
}
