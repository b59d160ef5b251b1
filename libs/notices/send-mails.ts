import type { Database } from '#database';
import type { NoticeTemplate } from '#domain';
import { readCountings } from './countings.js';
import { MAIL_LANES, type Mailer, MailFailure } from './mailer.js';
import type { NoticeOffice } from './notice-office.js';
import { type Counting, type NoticeParams, renderMail } from './templates/render.js';

/** A mail in the hands of this process until `LEASE_SECONDS` are over. */
interface ClaimedMail {
  id: string;
  caseId: string;
  address: string;
  template: NoticeTemplate;
  params: NoticeParams;
  messageId: string;
}

/** Longer than an attempt can take: a lease that is over means that the process died. */
const LEASE_SECONDS = 60;

/** A mail refused for good is tried so often before it is parked; the second look is for a server that errs. */
const TRIES_WHEN_REFUSED = 3;

/** At one try every 15 minutes this is five days, after which mail servers give up too (RFC 5321, 4.5.4.1). */
const TRIES_WHEN_AWAY = 480;

/** Waits 5 s after the first try, twice as long after each further one, 15 minutes at most. */
const BACK_OFF = `now() + make_interval(secs => least(900, 5 * power(2, least(attempts, 10) - 1)))`;

/**
 * Sends the mails of these messages that are due. Before the server is asked, the ledger says `sending`;
 * after it has taken the mail, `sent`: a crash in between sends the mail again when the lease is over, with
 * the same Message-ID, and never after that.
 */
export async function sendMails(
  office: NoticeOffice,
  mailer: Mailer,
  outboxIds: readonly string[],
): Promise<void> {
  for (;;) {
    const mails = await claimMails(office.database, outboxIds);
    if (mails.length === 0) return;
    const countings = await readCountings(office, mails);
    const failures = await Promise.all(
      mails.map((mail, index) => send(office, mailer, mail, countings[index] ?? null)),
    );
    await recordOutcome(office.database, mails, failures);
  }
}

async function claimMails(database: Database, outboxIds: readonly string[]): Promise<ClaimedMail[]> {
  return database.rows<ClaimedMail>(
    `update notice set state = 'sending', attempts = attempts + 1,
       lease_until = now() + make_interval(secs => $2)
     where id in (
       select id from notice
       where outbox_id = any($1) and channel = 'email'
         and (state = 'pending' and (retry_at is null or retry_at <= now())
           or state = 'sending' and lease_until <= now())
       order by created_at, id limit $3 for update skip locked)
     returning id, case_id as "caseId", address, template, params, message_id as "messageId"`,
    [outboxIds, LEASE_SECONDS, MAIL_LANES],
  );
}

/** @returns why the mail was not taken, null when it was. */
async function send(
  office: NoticeOffice,
  mailer: Mailer,
  mail: ClaimedMail,
  counting: Counting | null,
): Promise<MailFailure | null> {
  const link = `${office.publicUrl}/vu-viec/${mail.caseId}`;
  const { subject, text } = renderMail(mail.template, mail.params, link, counting);
  try {
    await mailer.send({ to: mail.address, subject, text, messageId: mail.messageId });
    return null;
  } catch (error) {
    return error instanceof MailFailure ? error : new MailFailure(String(error), false);
  }
}

async function recordOutcome(
  database: Database,
  mails: readonly ClaimedMail[],
  failures: readonly (MailFailure | null)[],
): Promise<void> {
  const outcomes = mails.map(({ id }, index) => {
    const failure = failures[index];
    return {
      id,
      error: failure?.message ?? null,
      tries: failure?.isFinal ? TRIES_WHEN_REFUSED : TRIES_WHEN_AWAY,
    };
  });
  await database.rows(
    `update notice n set
       state = case when o.error is null then 'sent' when attempts >= o.tries then 'parked' else 'pending' end,
       sent_at = case when o.error is null then now() end,
       last_error = o.error,
       lease_until = null,
       retry_at = case when o.error is not null then ${BACK_OFF} end
     from jsonb_to_recordset($1) as o (id uuid, error text, tries int)
     where n.id = o.id and n.state = 'sending'`,
    [JSON.stringify(outcomes)],
  );
}
