import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '#database';
import type { NoticeTemplate } from '#domain';
import type { NoticeParams } from '../templates/render.js';
import { passGate, payAtGate } from './mail-gate.js';
import { MAIL_LANES } from './mailer.js';

/** A mail in the hands of this process until `LEASE_SECONDS` are over. */
export interface ClaimedMail {
  id: string;
  caseId: string;
  address: string;
  /** null for the address of an agency. */
  staffId: string | null;
  template: NoticeTemplate;
  params: NoticeParams;
  messageId: string;
  /** Trace of the command that it tells of; null when nothing was traced. */
  trace: string | null;
  /** Day of the event in Asia/Ho_Chi_Minh. */
  writtenOn: string;
}

/** What one worker may send now: mails of their own, or many that go out as one digest. */
export interface Claim {
  mails: readonly ClaimedMail[];
  digestId: string | null;
  /** Mails over which worker after worker has died; they are sent no more. */
  neverEnding: readonly string[];
}

/** Which mails to claim, and how many a minute all workers together may send. */
export interface MailScope {
  /** Only the mails of these messages; all that are due when it is left out. */
  outboxIds?: readonly string[];
  /** null: as fast as the server takes them. */
  perMinute: number | null;
}

/** Longer than an attempt can take: a lease that is over means that the process died. */
const LEASE_SECONDS = 60;

/** A mail that two workers died over is handed to no third one. */
const DEATHS = 2;

/** Whoever has more mails waiting than this, each older than an hour, gets one that lists them. */
const BACKLOG = 20;

/** Largest digest; what is beyond it goes into the next one. */
const DIGEST_MAILS = 200;

const WAITING = `channel = 'email' and state in ('pending', 'sending')`;
const OLD = `created_at < now() - interval '1 hour'`;

/** Whether a claim is worth its while; asked every second in a quiet office, and writes nothing. */
export async function areMailsDue(database: Database): Promise<boolean> {
  const due = await database.rows(
    `select from notice where ${WAITING} and coalesce(lease_until, retry_at, created_at) <= now() limit 1`,
  );
  return due.length > 0;
}

/**
 * Claims mails that are due, in the order of their cases: of one case to one address only the first in line. A mail
 * whose worker died is claimed alone.
 * @returns null when nothing is due or the pace allows no more.
 */
export async function claimMails(
  database: Database,
  { outboxIds, perMinute }: MailScope,
): Promise<Claim | null> {
  return database.transaction(async (transaction) => {
    const most = Math.min(MAIL_LANES, await passGate(transaction, perMinute));
    if (most < 1) return null;
    const heads = await readHeads(transaction, outboxIds ?? null, most);
    const claim = await claimFirst(transaction, heads);
    const sent = claim?.digestId ? 1 : (claim?.mails.length ?? 0);
    if (perMinute !== null && sent > 0) await payAtGate(transaction, sent);
    return claim;
  });
}

/** The first mail of a line, as the gate is passed. */
interface Head {
  id: string;
  address: string;
  digestId: string | null;
  state: 'pending' | 'sending';
  deaths: number;
  isBacklog: boolean;
}

/**
 * The due mails that no earlier one of their case stands before: neither in the ledger nor, not yet addressed, in
 * the outbox. A message that cannot be addressed has lost its place. Who is first is asked in the order of an index, one
 * step for each mail, which the planner also sees while its statistics are those of a quiet hour.
 */
async function readHeads(
  transaction: Transaction,
  outboxIds: readonly string[] | null,
  most: number,
): Promise<Head[]> {
  const { rows } = await transaction.query<Head>(
    `select n.id, n.address, n.digest_id as "digestId", n.state, n.deaths,
       n.${OLD} and n.digest_id is null and (
         select count(*) from (
           select from notice where address = n.address and ${WAITING} and ${OLD} order by created_at limit $3) old
       ) = $3 as "isBacklog"
     from notice n
     where ${WAITING} and coalesce(n.lease_until, n.retry_at, n.created_at) <= now()
       and ($1::uuid[] is null or n.outbox_id = any($1))
       and n.id = (
         select id from notice where case_id = n.case_id and address = n.address and ${WAITING}
         order by seq, id limit 1)
       and n.seq <= coalesce((
         select seq from outbox where case_id = n.case_id and addressed_at is null and settled_at is null
           and parked_at is null and attempts = 0 and deaths = 0 order by seq limit 1), n.seq)
     order by coalesce(n.lease_until, n.retry_at, n.created_at) limit $2`,
    [outboxIds, most, BACKLOG + 1],
  );
  return rows;
}

/** What the longest waiting head leads to. */
async function claimFirst(transaction: Transaction, heads: readonly Head[]): Promise<Claim | null> {
  const [first] = heads;
  if (!first) return null;
  const neverEnding = heads.filter(({ state, deaths }) => state === 'sending' && deaths >= DEATHS);
  if (neverEnding.length > 0) {
    return { mails: [], digestId: null, neverEnding: neverEnding.map(({ id }) => id) };
  }
  const digestId = first.digestId ?? (first.isBacklog ? randomUUID() : null);
  if (digestId) {
    const mails = first.digestId
      ? await take(transaction, IN_DIGEST, [digestId])
      : await take(transaction, IN_BACKLOG, [first.address, DIGEST_MAILS], digestId);
    if (mails.length > 0) return { mails, digestId, neverEnding: [] };
  }
  const mails = await take(transaction, 'select unnest($2::uuid[]) as id', [matesOf(first, heads)]);
  return { mails, digestId: null, neverEnding: [] };
}

/** The heads that go out together with the first; one that a worker died over goes alone. */
function matesOf(first: Head, heads: readonly Head[]): string[] {
  const isLost = ({ state, deaths }: Head) => state === 'sending' || deaths > 0;
  if (isLost(first)) return [first.id];
  const others = heads.filter((head) => !isLost(head) && !head.isBacklog && !head.digestId);
  return [...new Set([first.id, ...others.map(({ id }) => id)])];
}

const IN_DIGEST = `select id from notice where ${WAITING} and digest_id = $2`;

/**
 * Mails for a digest, whole lines or their beginnings: a mail behind one that the digest cannot carry stays where
 * it is.
 */
const IN_BACKLOG = `
  select id from (
    select id, case_id, seq, bool_and(state = 'pending' and digest_id is null and ${OLD})
      over (partition by case_id order by seq, id) as fits
    from notice where address = $2 and ${WAITING}) line
  where fits order by case_id, seq, id limit $3`;

/**
 * Leases mails; the attempt counts from now on, whatever becomes of the worker. A worker of an earlier release passes
 * no gate: what it has leased since the heads were read is left to it.
 * @param which a query for their ids, with parameters from `$2` on.
 */
async function take(
  transaction: Transaction,
  which: string,
  parameters: readonly unknown[],
  digestId: string | null = null,
): Promise<ClaimedMail[]> {
  const { rows } = await transaction.query<ClaimedMail>(
    `with chosen as materialized (${which}),
     taken as (
       update notice n set state = 'sending', attempts = attempts + 1,
         deaths = deaths + case when state = 'sending' then 1 else 0 end,
         lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), digest_id = coalesce(digest_id, $1)
       from chosen where n.id = chosen.id and ${WAITING} and (lease_until is null or lease_until <= now())
       returning n.*)
     select id, case_id as "caseId", address, staff_id as "staffId", template, params, message_id as "messageId",
       to_char(created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "writtenOn",
       (select trace from outbox where outbox.id = taken.outbox_id) as trace
     from taken order by created_at, case_id, seq, id`,
    [digestId, ...parameters],
  );
  return rows;
}
