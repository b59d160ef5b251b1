import { randomUUIDv7 } from 'node:crypto';
import { traceOf } from '#telemetry';
import { type AcceptedRequest, resultOf } from './accepted-request.js';
import type { Writing } from './writing.js';

/** The clocks that a batch started or changed; the others stay as they are. */
export function deadlineRows({ policy, read }: Writing, cases: readonly AcceptedRequest[]): object[] {
  return cases.flatMap(({ request: { caseId }, decisions }) => {
    const known = new Set(read.cases.get(caseId)?.deadlines);
    return decisions
      .at(-1)!
      .deadlines.filter((deadline) => !known.has(deadline))
      .map((deadline) => ({
        id: deadline.id,
        case_id: caseId,
        clock: deadline.clock,
        procedure: deadline.procedure,
        state: deadline.state,
        ledger: deadline.ledger,
        due: deadline.due,
        next_step: deadline.nextStep,
        next_alarm_at: deadline.nextAlarmAt,
        met_in_time: deadline.metInTime,
        policy_version: policy.version,
      }));
  });
}

/** One row for each command. */
export function historyRows({ policy, read }: Writing, accepted: readonly AcceptedRequest[]): object[] {
  return accepted.flatMap(({ request, decisions }) =>
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
        at: read.now,
        legal_on: decision.legalOn,
        handling_from: decision.handlingFrom,
        handling_to: decision.handling,
        headline: decision.headline,
        source: decision.source,
        policy_version: policy.version,
      };
    }),
  );
}

/** One message for each notice that a decision orders. */
export function outboxRows(accepted: readonly AcceptedRequest[]): object[] {
  return accepted.flatMap(({ request, decisions }) =>
    decisions.flatMap(({ notices, case: after }) =>
      notices.map((order) => ({
        id: randomUUIDv7(),
        case_id: request.caseId,
        seq: after.version,
        kind: 'notice',
        payload: { ...order, params: { caseNumber: after.number, ...order.params } },
        trace: traceOf(request),
      })),
    ),
  );
}

/** What requests with a key are answered; refusals are not kept, for a later attempt may succeed. */
export function answerRows(accepted: readonly AcceptedRequest[]): object[] {
  return accepted.flatMap((entry) => {
    const { idempotency, actor, caseId } = entry.request;
    if (!idempotency) return [];
    const { key, requestHash } = idempotency;
    return [
      { case_id: caseId, actor_id: actor.id, key, request_hash: requestHash, response: resultOf(entry) },
    ];
  });
}
