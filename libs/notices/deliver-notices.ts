import { addressOrders } from './addressing/address-orders.js';
import type { Mailer } from './mail/mailer.js';
import { sendMails } from './mail/send-mails.js';
import { failureOf, recordFailures } from './message-failure.js';
import type { NoticeOffice } from './notice-office.js';
import { settleMessages } from './settle-messages.js';
import { beginTry, endTry } from './tries.js';

/**
 * Tells people what these messages of the outbox say: in the application at once, by e-mail when the mail
 * server takes it. Safe to call twice, in any number of processes; a message that fails holds up no other.
 * @param mailer null to leave the e-mails waiting, for `sendMails` or until a mail server is configured.
 */
export async function deliverNotices(
  office: NoticeOffice,
  mailer: Mailer | null,
  outboxIds: readonly string[],
): Promise<void> {
  if (outboxIds.length === 0) return;
  await addressAll(office, outboxIds);
  if (mailer) await sendMails(office, mailer, { outboxIds });
}

/** All in one transaction; one that fails is halved until the message at fault is found. */
async function addressAll(office: NoticeOffice, outboxIds: readonly string[]): Promise<void> {
  const { database } = office;
  const tryId = await beginTry(database, outboxIds);
  try {
    const known = await addressOrders(office, outboxIds, tryId);
    if (known.length > 0) await database.transaction((transaction) => settleMessages(transaction, known));
  } catch (error) {
    await endTry(database, tryId);
    const [only] = outboxIds;
    if (outboxIds.length === 1 && only) {
      await recordFailures(database.pool, [failureOf(only, 'fault', error as Error)]);
      return;
    }
    const middle = Math.ceil(outboxIds.length / 2);
    await addressAll(office, outboxIds.slice(0, middle));
    await addressAll(office, outboxIds.slice(middle));
  }
}
