import type { Transaction } from '#database';
import type { Actor } from '#domain';
import type { NoticeOffice } from '../notice-office.js';
import { settleMessages } from '../settle-messages.js';

type Office = Pick<NoticeOffice, 'database'>;

/**
 * Has a parked message tried again: it is addressed anew, to whom it concerns today and at today's address. Whom it
 * has reached is not told twice.
 * @returns null when no such message is parked.
 */
export async function retryParked(office: Office, by: Pick<Actor, 'id'>, id: string): Promise<true | null> {
  return decide(office, id, { decision: 'retry', reason: null, by }, async (transaction) => {
    await transaction.query(`delete from notice where outbox_id = $1 and state = 'parked'`, [id]);
    await transaction.query(
      `update outbox set parked_at = null, parked_for = null, owner = null, attempts = 0, deaths = 0,
         last_error = null, addressed_at = null, ring_after = now()
       where id = $1`,
      [id],
    );
  });
}

/**
 * Closes a parked message although not everybody was told.
 * @param reason how the people concerned are told instead, or why not.
 * @returns null when no such message is parked.
 */
export async function giveUpParked(
  office: Office,
  by: Pick<Actor, 'id'>,
  id: string,
  reason: string,
): Promise<true | null> {
  return decide(office, id, { decision: 'giveUp', reason, by }, async (transaction) => {
    const { rowCount } = await transaction.query(
      `update notice set state = 'givenUp' where outbox_id = $1 and state = 'parked'`,
      [id],
    );
    await transaction.query('update outbox set given_up_at = now() where id = $1', [id]);
    if (rowCount) return settleMessages(transaction, [id]);
    await transaction.query('update outbox set settled_at = now() where id = $1', [id]);
  });
}

interface Decision {
  decision: 'retry' | 'giveUp';
  /** In the words of the person; null keeps what the message was parked for. */
  reason: string | null;
  by: Pick<Actor, 'id'>;
}

/** Carries out a decision about a parked message and keeps who took it and when. */
async function decide(
  { database }: Office,
  id: string,
  { decision, reason, by }: Decision,
  carryOut: (transaction: Transaction) => Promise<void>,
): Promise<true | null> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ reason: string | null }>(
      `select concat_ws(' ', parked_for, last_error) as reason from outbox
       where id = $1 and parked_at is not null and settled_at is null for update`,
      [id],
    );
    const [parked] = rows;
    if (!parked) return null;
    await carryOut(transaction);
    await transaction.query(
      'insert into message_decision (outbox_id, decision, reason, staff_id) values ($1, $2, $3, $4)',
      [id, decision, reason ?? parked.reason, by.id],
    );
    return true;
  });
}
