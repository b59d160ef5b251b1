import { inSpan } from '#telemetry';
import { readCountings } from '../countings.js';
import { messageIdOf } from '../message-id.js';
import type { NoticeOffice } from '../notice-office.js';
import { renderDigest } from '../templates/digest.js';
import { type Counting, renderMail } from '../templates/render.js';
import { areMailsDue, type Claim, type ClaimedMail, claimMails } from './claim-mails.js';
import { type Mail, type Mailer, MailFailure } from './mailer.js';
import { type MailOutcome, recordMails } from './record-mails.js';

/** Which mails to send, and for how long. */
export interface Sending {
  /** Only the mails of these messages; all that are due when it is left out. */
  outboxIds?: readonly string[];
  /** Asked before each handful; false ends the sending. */
  goesOn?: () => boolean;
}

/**
 * Sends the mails that are due. Before the server is asked, the ledger says `sending`; after it has taken the mail,
 * `sent`: a crash in between sends the mail again when the lease is over, with the same Message-ID, and never after
 * that. Mails of one case to one address go out in the order of its events; a long backlog of one recipient goes out
 * as a digest. While the server is away, nothing is tried.
 */
export async function sendMails(office: NoticeOffice, mailer: Mailer, sending: Sending = {}): Promise<void> {
  const { outboxIds, goesOn = () => true } = sending;
  const scope = { perMinute: mailer.perMinute, ...(outboxIds && { outboxIds }) };
  if (!(await areMailsDue(office.database))) return;
  while (goesOn() && !mailer.isResting()) {
    const claim = await claimMails(office.database, scope);
    if (!claim) return;
    await sendClaim(office, mailer, claim);
  }
}

/** Each mail is recorded as soon as the server has answered for it: what a crash can send twice is what is under way. */
async function sendClaim(office: NoticeOffice, mailer: Mailer, { mails, digestId, neverEnding }: Claim) {
  const { database } = office;
  await recordMails(database, neverEnding.map(givenUpOn));
  if (digestId) {
    const failure = await attempt(mailer, () => digestOf(office, mails, digestId), mails[0]?.trace);
    return recordMails(
      database,
      mails.map(({ id }) => ({ id, failure })),
    );
  }
  const countings = await readCountings(office, mails);
  await Promise.all(
    mails.map(async (mail, index) => {
      const failure = await attempt(mailer, () => mailOf(office, mail, countings[index] ?? null), mail.trace);
      await recordMails(database, [{ id: mail.id, failure }]);
    }),
  );
}

function givenUpOn(id: string): MailOutcome {
  return { id, failure: new MailFailure('neverEnds', 'neverEnds') };
}

/** @returns why the mail was not taken, null when it was. */
async function attempt(
  mailer: Mailer,
  write: () => Mail,
  trace: string | null | undefined,
): Promise<MailFailure | null> {
  try {
    await inSpan('mail.send', {}, () => mailer.send(write()), trace);
    return null;
  } catch (error) {
    return error instanceof MailFailure ? error : new MailFailure((error as Error).name, 'fault');
  }
}

function mailOf(office: NoticeOffice, mail: ClaimedMail, counting: Counting | null): Mail {
  const link = `${office.publicUrl}/vu-viec/${mail.caseId}`;
  return {
    ...renderMail(mail.template, mail.params, link, counting),
    to: mail.address,
    messageId: mail.messageId,
  };
}

function digestOf(office: NoticeOffice, mails: readonly ClaimedMail[], digestId: string): Mail {
  const { address = '', staffId = null } = mails[0] ?? {};
  const link = staffId === null ? office.publicUrl : `${office.publicUrl}/thong-bao`;
  return { ...renderDigest(mails, link), to: address, messageId: messageIdOf(digestId, office) };
}
