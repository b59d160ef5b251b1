import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '#database';
import type { Attention, Command, InstantText, Policy } from '#domain';
import { storePetitioners } from '#identity';
import type { AcceptedRequest } from './accepted-request.js';
import { caseRow } from './case-row.js';
import type { Registration } from './command-request.js';
import type { Office } from './office.js';

/** What a batch is written with: the transaction, the moment that PostgreSQL names, the policy in force. */
export interface Writing {
  office: Office;
  policy: Policy;
  transaction: Transaction;
  now: InstantText;
}

/**
 * Writes a batch: one statement per table, whatever its size. This file alone writes cases, clocks and
 * history.
 */
export async function storeEffects(writing: Writing, accepted: readonly AcceptedRequest[]): Promise<void> {
  if (accepted.length === 0) return;
  const { transaction, now } = writing;
  const registrations = accepted.filter(({ request }) => request.registration);
  await insertCases(writing, registrations);
  await insertPetitions(transaction, registrations);
  await updateCases(writing, onePerCase(accepted.filter(({ request }) => !request.registration)));
  await writeDeadlines(writing, onePerCase(accepted));
  await insertHistory(writing, accepted);
  await settleAttention(transaction, accepted, now);
  await insertOutbox(transaction, accepted);
}

async function insertCases(writing: Writing, entries: AcceptedRequest[]): Promise<void> {
  const { office, policy, transaction } = writing;
  if (entries.length === 0) return;
  await transaction.query(
    `insert into cases (id, number, tracking_hash, procedure, procedure_version, declared_kind, state, facts,
       handling, supervision, headline, level, owner_role, version, desk_agency_code, agency_code, received_on,
       channel, subject, topic, place_text, place_code, agency_named, due, due_clock, due_certainty, due_provisional, outcome, outcome_summary,
       resolved_on, settled_in_time, policy_version)
     select id, number, tracking_hash, procedure, procedure_version, declared_kind, state, facts,
       handling, supervision, headline, level, owner_role, version, desk_agency_code, agency_code, received_on,
       channel, subject, topic, place_text, place_code, agency_named, due, due_clock, due_certainty, due_provisional, outcome, outcome_summary,
       resolved_on, settled_in_time, policy_version
     from jsonb_populate_recordset(null::cases, $1)`,
    [JSON.stringify(entries.map((entry) => caseRow(office, policy, entry)))],
  );
}

/** How a case ended stands while it is resolved; a case that is reopened has not ended. */
const sinceTheEnd = (column: string) =>
  `case when next.headline = 'resolved' then coalesce(next.${column}, cases.${column}) end`;

async function updateCases(writing: Writing, entries: AcceptedRequest[]): Promise<void> {
  const { office, policy, transaction, now } = writing;
  if (entries.length === 0) return;
  await transaction.query(
    `update cases set procedure = next.procedure, procedure_version = next.procedure_version,
       state = next.state, facts = next.facts, handling = next.handling, supervision = next.supervision,
       headline = next.headline, level = next.level, owner_role = next.owner_role, version = next.version,
       agency_code = next.agency_code, place_code = coalesce(next.place_code, cases.place_code), received_on = next.received_on, due = next.due,
       due_clock = next.due_clock, due_certainty = next.due_certainty, due_provisional = next.due_provisional, outcome = ${sinceTheEnd('outcome')},
       outcome_summary = ${sinceTheEnd('outcome_summary')},
       resolved_on = ${sinceTheEnd('resolved_on')},
       settled_in_time = ${sinceTheEnd('settled_in_time')},
       policy_version = next.policy_version, updated_at = $2
     from jsonb_populate_recordset(null::cases, $1) as next
     where cases.id = next.id`,
    [JSON.stringify(entries.map((entry) => caseRow(office, policy, entry))), now],
  );
}

async function insertPetitions(transaction: Transaction, entries: AcceptedRequest[]): Promise<void> {
  if (entries.length === 0) return;
  const papers = entries.map((entry) => paperOf(entry));
  await storePetitioners(
    transaction,
    papers.flatMap(({ petitioner }) => (petitioner ? [petitioner] : [])),
  );
  await transaction.query(
    `insert into petition (id, case_id, received_on, channel, declared_kind, content, petitioner_ref,
       source_key, source_hash, source_url)
     select id, case_id, received_on, channel, declared_kind, content, petitioner_ref, source_key, source_hash,
       source_url
     from jsonb_populate_recordset(null::petition, $1)`,
    [JSON.stringify(papers.map(({ row }) => row))],
  );
  await transaction.query(
    `insert into attention_item (id, case_id, kind, column_name, value, candidates)
     select id, case_id, kind, column_name, value, candidates
     from jsonb_populate_recordset(null::attention_item, $1) on conflict do nothing`,
    [JSON.stringify(papers.flatMap(({ attention }) => attention))],
  );
}

/** The paper of a registration: its own row, the petitioner apart, and what a person must still decide. */
function paperOf({ request }: AcceptedRequest) {
  const { content, petitioner, source, attention } = request.registration as Registration;
  const register = request.commands[0] as Extract<Command, { type: 'register' }>;
  const ref = petitioner && randomUUIDv7();
  return {
    petitioner: petitioner && ref ? { ...petitioner, ref } : null,
    row: {
      id: randomUUIDv7(),
      case_id: request.caseId,
      received_on: register.receivedOn,
      channel: register.channel,
      declared_kind: register.declaredKind,
      content,
      petitioner_ref: ref,
      source_key: source?.key ?? null,
      source_hash: source?.hash ?? null,
      source_url: source?.url ?? null,
    },
    attention: attention.map(({ kind, column, value, candidates }) => ({
      id: randomUUIDv7(),
      case_id: request.caseId,
      kind,
      column_name: column,
      value,
      candidates,
    })),
  };
}

async function writeDeadlines({ policy, transaction }: Writing, entries: AcceptedRequest[]): Promise<void> {
  const rows = entries.flatMap(({ request, decisions }) =>
    decisions.at(-1)!.deadlines.map((deadline) => ({
      id: deadline.id,
      case_id: request.caseId,
      clock: deadline.clock,
      procedure: deadline.procedure,
      state: deadline.state,
      ledger: deadline.ledger,
      due: deadline.due,
      next_step: deadline.nextStep,
      next_alarm_at: deadline.nextAlarmAt,
      met_in_time: deadline.metInTime,
      policy_version: policy.version,
    })),
  );
  if (rows.length === 0) return;
  await transaction.query(
    `insert into deadline (id, case_id, clock, procedure, state, ledger, due, next_step, next_alarm_at,
       met_in_time, policy_version)
     select id, case_id, clock, procedure, state, ledger, due, next_step, next_alarm_at, met_in_time,
       policy_version
     from jsonb_populate_recordset(null::deadline, $1)
     on conflict (id) do update set state = excluded.state, ledger = excluded.ledger, due = excluded.due,
       next_step = excluded.next_step, next_alarm_at = excluded.next_alarm_at,
       met_in_time = excluded.met_in_time`,
    [JSON.stringify(rows)],
  );
}

async function insertHistory(
  { policy, transaction }: Writing,
  accepted: readonly AcceptedRequest[],
): Promise<void> {
  const rows = accepted.flatMap(({ request, decisions }) =>
    decisions.map((decision, position) => {
      const { type, ...payload } = request.commands[position]!;
      return {
        case_id: request.caseId,
        seq: decision.case.version,
        command: type,
        payload: { ...payload, ...decision.noted },
        actor_id: request.actor.id,
        actor_role: request.actor.role,
        agency_code: request.actor.agencyCode,
        legal_on: decision.legalOn,
        handling_from: decision.handlingFrom,
        handling_to: decision.handling,
        headline: decision.headline,
        source: decision.source,
        policy_version: policy.version,
      };
    }),
  );
  await transaction.query(
    `insert into history (case_id, seq, command, payload, actor_id, actor_role, agency_code, legal_on,
       handling_from, handling_to, headline, source, policy_version)
     select case_id, seq, command, payload, actor_id, actor_role, agency_code, legal_on, handling_from,
       handling_to, headline, source, policy_version
     from jsonb_populate_recordset(null::history, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Questions that a command answers by itself: once a case is assigned, nobody needs to ask to whom. */
const ANSWERS: Partial<Record<Command['type'], readonly Attention[]>> = {
  classify: ['kindMissing'],
  assign: ['agencyMissing', 'agencyUnknown', 'agencyAmbiguous'],
  setReceivedDate: ['receivedDateMissing'],
  setPlace: ['placeUnknown', 'placeAmbiguous'],
  resolve: ['answerWithoutStages', 'answerDateMissing'],
  markDuplicate: ['possibleDuplicate'],
};

async function settleAttention(
  transaction: Transaction,
  accepted: readonly AcceptedRequest[],
  now: InstantText,
): Promise<void> {
  const rows = accepted.flatMap(({ request }) =>
    request.commands.flatMap(({ type }) =>
      (ANSWERS[type] ?? []).map((kind) => ({ case_id: request.caseId, kind, settled_by: request.actor.id })),
    ),
  );
  if (rows.length === 0) return;
  await transaction.query(
    `update attention_item as item set settled_at = $2, settled_by = answer.settled_by
     from jsonb_populate_recordset(null::attention_item, $1) as answer
     where item.case_id = answer.case_id and item.kind = answer.kind and item.settled_at is null`,
    [JSON.stringify(rows), now],
  );
}

async function insertOutbox(transaction: Transaction, accepted: readonly AcceptedRequest[]): Promise<void> {
  const rows = accepted.flatMap(({ request, decisions }) =>
    decisions.flatMap(({ notices, case: after }) =>
      notices.map((order) => ({
        id: randomUUIDv7(),
        case_id: request.caseId,
        seq: after.version,
        kind: 'notice',
        payload: { ...order, params: { caseNumber: after.number, ...order.params } },
      })),
    ),
  );
  if (rows.length === 0) return;
  await transaction.query(
    `insert into outbox (id, case_id, seq, kind, payload)
     select id, case_id, seq, kind, payload from jsonb_populate_recordset(null::outbox, $1)`,
    [JSON.stringify(rows)],
  );
}

/** One entry per case: several requests of a batch may concern the same one, and each may set a column. */
function onePerCase(accepted: readonly AcceptedRequest[]): AcceptedRequest[] {
  const merged = new Map<string, AcceptedRequest>();
  for (const { request, decisions } of accepted) {
    const earlier = merged.get(request.caseId);
    merged.set(request.caseId, {
      request: { ...request, commands: [...(earlier?.request.commands ?? []), ...request.commands] },
      decisions: [...(earlier?.decisions ?? []), ...decisions],
    });
  }
  return [...merged.values()];
}
