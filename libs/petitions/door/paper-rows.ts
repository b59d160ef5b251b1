import { randomUUIDv7 } from 'node:crypto';
import type { Attention, Command, InstantText } from '#domain';
import type { Registration } from '../command-request.js';
import type { AcceptedRequest } from './accepted-request.js';

/** Questions that a command answers by itself: once a case is assigned, nobody needs to ask to whom. */
const ANSWERS: Partial<Record<Command['type'], readonly Attention[]>> = {
  classify: ['kindMissing'],
  assign: ['agencyMissing', 'agencyUnknown', 'agencyAmbiguous'],
  setReceivedDate: ['receivedDateMissing'],
  setPlace: ['placeUnknown', 'placeAmbiguous'],
  resolve: ['answerWithoutStages', 'answerDateMissing'],
  markDuplicate: ['possibleDuplicate'],
};

type Paper = ReturnType<typeof paperOf>;

/** The papers of the registrations: each its own row, the petitioner apart. */
export function papersOf(accepted: readonly AcceptedRequest[]): Paper[] {
  return accepted.filter(({ request }) => request.registration).map(paperOf);
}

function paperOf({ request }: AcceptedRequest) {
  const { content, petitioner, source } = request.registration as Registration;
  const register = request.commands[0] as Extract<Command, { type: 'register' }>;
  const ref = petitioner && randomUUIDv7();
  return {
    request,
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
  };
}

/** What a person must still decide about new cases; what the registration answers itself is settled from the start. */
export function attentionRows(now: InstantText, papers: readonly Paper[]): object[] {
  return papers.flatMap(({ request }) => {
    const answered = new Set(request.commands.flatMap(({ type }) => ANSWERS[type] ?? []));
    return request.registration!.attention.map(({ kind, column, value, candidates }) => ({
      id: randomUUIDv7(),
      case_id: request.caseId,
      kind,
      column_name: column,
      value,
      candidates,
      ...(answered.has(kind) ? { settled_at: now, settled_by: request.actor.id } : {}),
    }));
  });
}

/** The questions about known cases that the commands of a batch answer. */
export function settledRows(now: InstantText, accepted: readonly AcceptedRequest[]): object[] {
  return accepted
    .filter(({ request }) => !request.registration)
    .flatMap(({ request: { caseId, commands, actor } }) =>
      commands.flatMap(({ type }) =>
        (ANSWERS[type] ?? []).map((kind) => ({
          case_id: caseId,
          kind,
          settled_at: now,
          settled_by: actor.id,
        })),
      ),
    );
}
