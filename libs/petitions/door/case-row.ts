import { type Command, type Deadline, type Decision, leadingDeadline, type Policy, replay } from '#domain';
import type { Office } from '../office.js';
import { trackingCode, trackingHash } from '../tracking-code.js';
import type { AcceptedRequest } from './accepted-request.js';

/** A case as the table keeps it after a request: state, what is derived from it, and the registration's own words. */
export function caseRow(office: Office, policy: Policy, { request, decisions }: AcceptedRequest) {
  const last = decisions.at(-1)!;
  const { case: after } = last;
  const leading = leadingDeadline(last.deadlines, last.handling);
  return {
    id: after.id,
    number: after.number,
    procedure: after.procedure,
    procedure_version: after.procedureVersion,
    state: after.state,
    facts: after.facts,
    handling: last.handling,
    supervision: last.supervision,
    headline: last.headline,
    level: after.facts.level,
    owner_role: last.ownerRole,
    version: after.version,
    desk_agency_code: after.deskAgencyCode,
    agency_code: after.agencyCode,
    received_on: after.facts.receivedOn,
    ...dueColumns(policy, leading),
    policy_version: policy.version,
    ...endingColumns(decisions),
    ...registrationColumns(office, request),
    ...placeColumn(request),
  };
}

/** The date that lists show, and how far it can be relied on. */
function dueColumns(policy: Policy, leading: Deadline | null) {
  const derivation = leading && replay(leading.ledger, policy, leading.procedure);
  return {
    due: leading?.due ?? null,
    due_clock: leading?.clock ?? null,
    due_certainty: derivation?.certainty ?? null,
    due_provisional: derivation?.provisional ?? false,
  };
}

function endingColumns(decisions: readonly Decision[]) {
  const ending = decisions.findLast((decision) => decision.ending !== null)?.ending;
  return {
    outcome: ending?.outcome ?? null,
    outcome_summary: ending?.summary ?? null,
    resolved_on: ending?.on ?? null,
    settled_in_time: ending?.settledInTime ?? null,
  };
}

function placeColumn({ commands }: AcceptedRequest['request']) {
  const setPlace = commands.findLast((command) => command.type === 'setPlace');
  return setPlace ? { place_code: setPlace.placeCode } : {};
}

function registrationColumns(office: Office, { registration, caseId, commands }: AcceptedRequest['request']) {
  if (!registration) return {};
  const register = commands[0] as Extract<Command, { type: 'register' }>;
  const { subject, topic, placeText, placeCode, agencyNamed } = registration;
  return {
    tracking_hash: `\\x${trackingHash(trackingCode(office.secretKey, caseId)).toString('hex')}`,
    declared_kind: register.declaredKind,
    channel: register.channel,
    subject,
    topic,
    place_text: placeText,
    place_code: placeCode,
    agency_named: agencyNamed,
  };
}
