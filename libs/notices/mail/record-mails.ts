import { setTimeout as sleep } from 'node:timers/promises';
import type { ParkReason } from '#contract';
import type { Database, Transaction } from '#database';
import { countMailFailure, countNotices } from '#telemetry';
import { settleMessages } from '../settle-messages.js';
import { passGate } from './mail-gate.js';
import type { MailFailure } from './mailer.js';

/** What became of a mail; null: the server has taken it. */
export interface MailOutcome {
  id: string;
  failure: Pick<MailFailure, 'message' | 'reason'> | null;
}

/** A mail refused for good is tried so often before it is parked; the second look is for a server that errs. */
const TRIES_WHEN_REFUSED = 3;

/** At one try every 15 minutes this is five days, after which mail servers give up too (RFC 5321, 4.5.4.1). */
const TRIES_WHEN_AWAY = 480;

const TRIES: Partial<Record<ParkReason, number>> = {
  mailRefused: TRIES_WHEN_REFUSED,
  fault: TRIES_WHEN_REFUSED,
  mailServerAway: TRIES_WHEN_AWAY,
  neverEnds: 1,
};

/** Waits 5 s after the first try, twice as long after each further one, 15 minutes at most. */
const BACK_OFF = `now() + make_interval(secs => least(900, 5 * power(2, least(attempts, 10) - 1)))`;

/** A database that is away is asked again for so long: a mail that went out should not go out twice. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/**
 * Records what became of mails in hand, and settles or parks their messages, in one transaction.
 * @throws when the database does not answer for 30 seconds; the mails are then sent again when their lease is over.
 */
export async function recordMails(database: Database, outcomes: readonly MailOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      count(outcomes, await database.transaction((transaction) => record(transaction, outcomes)));
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** For the figures of this process: what became of the mails, and why the server took some of them not. */
function count(outcomes: readonly MailOutcome[], states: readonly string[]): void {
  for (const { failure } of outcomes) {
    if (failure) countMailFailure(failure.reason === 'mailRefused' ? 'refused' : 'away');
  }
  for (const state of ['sent', 'parked'] as const) {
    countNotices('email', state, states.filter((each) => each === state).length);
  }
}

/** @returns the states the mails are in now. */
async function record(transaction: Transaction, outcomes: readonly MailOutcome[]): Promise<string[]> {
  const failed = outcomes.filter(({ failure }) => failure !== null).map(({ id }) => id);
  // What is put off must not be claimed meanwhile; what was sent is out of everybody's way.
  if (failed.length > 0) await passGate(transaction, null);
  const { rows } = await transaction.query<{ outboxId: string; state: string }>(RECORD, [
    outcomes.map(({ id }) => id),
    outcomes.map(({ failure }) => failure?.message ?? null),
    outcomes.map(({ failure }) => failure?.reason ?? null),
    outcomes.map(({ failure }) => (failure && TRIES[failure.reason]) ?? TRIES_WHEN_AWAY),
  ]);
  if (failed.length > 0) await transaction.query(HOLD_FOLLOWERS, [failed]);
  await settleMessages(transaction, [...new Set(rows.map(({ outboxId }) => outboxId))]);
  return rows.map(({ state }) => state);
}

/** A mail that was sent is sent, also when a crash of the database has forgotten who was sending it. */
const RECORD = `
  update notice n set
    state = case when o.error is null then 'sent' when n.attempts >= o.tries then 'parked' else 'pending' end,
    sent_at = case when o.error is null then now() end,
    last_error = o.error,
    parked_for = case when o.error is not null and n.attempts >= o.tries then o.reason end,
    lease_until = null,
    retry_at = case when o.error is not null then ${BACK_OFF} end
  from unnest($1::uuid[], $2::text[], $3::text[], $4::int[]) as o (id, error, reason, tries)
  where n.id = o.id and (n.state = 'sending' or n.state = 'pending' and o.error is null)
  returning n.outbox_id as "outboxId", n.state`;

/** Whatever stands in line behind a mail that waits need not be looked at before it. */
const HOLD_FOLLOWERS = `
  update notice f set retry_at = greatest(f.retry_at, n.retry_at)
  from notice n
  where n.id = any($1) and n.state = 'pending' and f.case_id = n.case_id and f.address = n.address
    and f.channel = 'email' and f.state = 'pending' and (f.seq, f.id) > (n.seq, n.id)`;
