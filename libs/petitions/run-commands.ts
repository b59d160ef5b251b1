import { randomUUIDv7 } from 'node:crypto';
import { instantText, type Transaction } from '#database';
import {
  type CaseState,
  CHART_VERSION,
  type Decision,
  decide,
  type InstantText,
  legalDateOf,
  mayRead,
  NO_FACTS,
  type Policy,
  REGISTERED,
  type Refusal,
} from '#domain';
import { type AcceptedRequest, resultOf } from './accepted-request.js';
import { allocateNumbers } from './case-number.js';
import type { CommandRequest, Outcome } from './command-request.js';
import { findAnswers, KeyTaken, rememberAnswers } from './idempotency.js';
import { type LoadedCase, loadCases } from './load-cases.js';
import type { Office } from './office.js';
import { EDITION_IN_FORCE } from './policies.js';
import { storeEffects } from './store-effects.js';

/**
 * The one door: every change of a case, one click or a hundred thousand rows, goes through here. One
 * transaction locks the cases, lets `decide` judge each command, and stores state, history, clocks,
 * outbox and answers together. A refused request never fails its neighbours.
 * @returns one outcome per request, in order.
 */
export async function runCommands(
  office: Office,
  requests: readonly CommandRequest[],
  attempts = 3,
): Promise<Outcome[]> {
  try {
    return await office.database.transaction((transaction) => runCommandsIn(office, transaction, requests));
  } catch (error) {
    // The same key was committed by another process meanwhile: now its answer is there to be repeated.
    if (error instanceof KeyTaken && attempts > 1) return runCommands(office, requests, attempts - 1);
    throw error;
  }
}

/** The door inside a transaction that the caller has opened (the sweep, which claims its cases first). */
export async function runCommandsIn(
  office: Office,
  transaction: Transaction,
  requests: readonly CommandRequest[],
): Promise<Outcome[]> {
  const { now, policy } = await momentOf(office, transaction);
  const cases = await loadCases(transaction, existingIds(requests));
  const answered = await findAnswers(transaction, requests);
  const accepted: AcceptedRequest[] = [];
  const judged = requests.map((request) => {
    const earlier = answered.get(request);
    if (earlier) return earlier;
    const judgement = judge(request, cases, now, policy);
    if ('refusal' in judgement) return { ok: false as const, refusal: judgement.refusal };
    accepted.push(judgement.accepted);
    return judgement.accepted;
  });
  await allocateNumbers(transaction, office.registerCode, legalDateOf(now), accepted);
  await storeEffects({ office, policy, transaction, now }, accepted);
  await rememberAnswers(transaction, accepted);
  return judged.map((entry) => ('decisions' in entry ? { ok: true, result: resultOf(entry) } : entry));
}

/** Judges the commands of one request in turn; the first refusal refuses them all. */
function judge(
  request: CommandRequest,
  cases: Map<string, LoadedCase>,
  now: InstantText,
  policy: Policy,
): { accepted: AcceptedRequest } | { refusal: Refusal } {
  let current = request.registration ? unregistered(request.caseId) : cases.get(request.caseId);
  if (!current) return { refusal: notFound() };
  const refusal = refuseUnseen(request, current.case) ?? refuseVersion(request, current.case);
  if (refusal) return { refusal };
  const decisions: Decision[] = [];
  for (const command of request.commands) {
    const { actor } = request;
    const verdict = decide({ ...current, command, actor, now, policy, newId: randomUUIDv7 });
    if (!verdict.ok) return { refusal: verdict.refusal };
    decisions.push(verdict.decision);
    current = { case: verdict.decision.case, deadlines: verdict.decision.deadlines };
  }
  cases.set(request.caseId, current);
  return { accepted: { request, decisions } };
}

/** Now, as PostgreSQL sees it: the only clock that counts; and the policy that the record says is in force. */
async function momentOf(office: Office, transaction: Transaction) {
  const { rows } = await transaction.query<{ now: InstantText; edition: string | null }>(
    `select ${instantText('now()')} as now, ${EDITION_IN_FORCE} as edition`,
  );
  const { now, edition } = rows[0]!;
  return { now, policy: await office.policies.under(edition, transaction) };
}

function existingIds(requests: readonly CommandRequest[]): string[] {
  return [...new Set(requests.filter(({ registration }) => !registration).map(({ caseId }) => caseId))];
}

/** A case that is not in the record yet; `register` gives it its first state. */
function unregistered(id: string): LoadedCase {
  const blank: CaseState = {
    id,
    number: '',
    procedure: 'unclassified',
    procedureVersion: CHART_VERSION,
    state: REGISTERED,
    facts: NO_FACTS,
    version: 0,
    deskAgencyCode: '',
    agencyCode: null,
  };
  return { case: blank, deadlines: [] };
}

/** A case the actor may not see is answered as if there were none. */
function refuseUnseen({ actor, registration }: CommandRequest, known: CaseState): Refusal | null {
  return registration || mayRead(actor, known) ? null : notFound();
}

function refuseVersion({ expectedVersion }: CommandRequest, { version }: CaseState): Refusal | null {
  if (expectedVersion === null || expectedVersion === version) return null;
  const params = { currentVersion: version };
  return { code: 'case.stale', kind: 'stale', params, source: null, whoCan: [], currentVersion: version };
}

function notFound(): Refusal {
  return { code: 'case.notFound', kind: 'notFound', params: {}, source: null, whoCan: [] };
}
