import { randomUUIDv7 } from 'node:crypto';
import {
  type CaseState,
  CHART_VERSION,
  type Decision,
  decide,
  mayRead,
  NO_FACTS,
  type Policy,
  REGISTERED,
  type Refusal,
  type Situation,
  type Verdict,
} from '#domain';
import type { CommandRequest, NamedAgency, Outcome } from '../command-request.js';
import type { AcceptedRequest } from './accepted-request.js';
import type { BatchRead, KnownAgency, LoadedCase } from './read-batch.js';

/** What becomes of a request: it is to be stored, or it is answered without storing anything. */
export type Judgement = { accepted: AcceptedRequest } | { answer: Outcome };

/**
 * Judges a batch in turn: a request sees what an earlier one of the batch did to its case. Nothing is stored.
 * @returns one judgement per request, in order.
 */
export function judgeBatch(
  requests: readonly CommandRequest[],
  read: BatchRead,
  policy: Policy,
): Judgement[] {
  const cases = new Map(read.cases);
  return requests.map((request) => {
    const known = answered(request, read);
    if (known) return { answer: known };
    const verdict = judge(request, cases, read, policy);
    return Array.isArray(verdict)
      ? { accepted: { request, decisions: verdict } }
      : { answer: { ok: false, refusal: verdict } };
  });
}

/** The commands of one request in turn; the first refusal refuses them all. */
function judge(
  request: CommandRequest,
  cases: Map<string, LoadedCase>,
  { now, agencies }: BatchRead,
  policy: Policy,
): Decision[] | Refusal {
  const stranger = refuseAgency(request.agencies ?? [], agencies);
  if (stranger) return stranger;
  let current = request.registration ? unregistered(request.caseId) : cases.get(request.caseId);
  if (!current) return notFound();
  const refusal = refuseUnseen(request, current.case) ?? refuseVersion(request, current.case);
  if (refusal) return refusal;
  const decisions: Decision[] = [];
  for (const command of request.commands) {
    const { actor } = request;
    const verdict = decideSoundly({ ...current, command, actor, now, policy, newId: randomUUIDv7 });
    if (!verdict.ok) return verdict.refusal;
    decisions.push(verdict.decision);
    current = { case: verdict.decision.case, deadlines: verdict.decision.deadlines };
  }
  cases.set(request.caseId, current);
  return decisions;
}

/** A case whose record the engine cannot read: what it holds was not written by this engine, or by another version of it. */
export class BrokenCaseError extends Error {
  override readonly name = 'BrokenCaseError';
}

function decideSoundly(situation: Situation): Verdict {
  try {
    return decide(situation);
  } catch (cause) {
    throw new BrokenCaseError(`The case ${situation.case.id} cannot be judged.`, { cause });
  }
}

/** The same request under the same key gets the same answer; another request under a used key is refused. */
function answered({ actor, idempotency }: CommandRequest, { answers }: BatchRead): Outcome | null {
  if (!idempotency) return null;
  const earlier = answers.find(({ actorId, key }) => actorId === actor.id && key === idempotency.key);
  if (!earlier) return null;
  if (earlier.requestHash === idempotency.requestHash) return { ok: true, result: earlier.response };
  return { ok: false, refusal: refused('idempotency.keyReused', 'keyReused') };
}

/** Refuses the first code that no agency carries, or whose agency was merged or dissolved and is to hold a case. */
function refuseAgency(named: readonly NamedAgency[], known: readonly KnownAgency[]): Refusal | null {
  for (const { pointer, code, isToHold } of named) {
    const agency = known.find((each) => each.code === code);
    if (!agency) return { ...refused('agency.unknown', 'invalid'), params: { code }, pointer };
    const { hasEnded, validTo } = agency;
    if (!isToHold || !hasEnded) continue;
    return { ...refused('agency.ended', 'invalid'), params: { code, on: validTo ?? '' }, pointer };
  }
  return null;
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
  return { ...refused('case.stale', 'stale'), params, currentVersion: version };
}

function notFound(): Refusal {
  return refused('case.notFound', 'notFound');
}

function refused(code: string, kind: Refusal['kind']): Refusal {
  return { code, kind, params: {}, source: null, whoCan: [] };
}
