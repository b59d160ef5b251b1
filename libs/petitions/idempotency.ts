import type { CommandResult } from '#contract';
import type { Transaction } from '#database';
import { type AcceptedRequest, resultOf } from './accepted-request.js';
import type { CommandRequest, Idempotency, Outcome } from './command-request.js';

type Keyed = CommandRequest & { idempotency: Idempotency };
const isKeyed = (request: CommandRequest): request is Keyed => request.idempotency !== undefined;

/** Another process has just committed an answer under one of the batch's keys. */
export class KeyTaken extends Error {}

/**
 * Answers that are already recorded for the keys of a batch: the same request gets the same answer, another
 * request under a used key is refused.
 */
export async function findAnswers(
  transaction: Transaction,
  requests: readonly CommandRequest[],
): Promise<Map<CommandRequest, Outcome>> {
  const keyed = requests.filter(isKeyed);
  const found = new Map<CommandRequest, Outcome>();
  if (keyed.length === 0) return found;
  const { rows } = await transaction.query<{
    actorId: string;
    key: string;
    requestHash: string;
    response: CommandResult;
  }>(
    `select actor_id as "actorId", key, request_hash as "requestHash", response
     from idempotency_key join unnest($1::text[], $2::text[]) as asked(actor_id, key) using (actor_id, key)`,
    [keyed.map(({ actor }) => actor.id), keyed.map(({ idempotency }) => idempotency.key)],
  );
  for (const request of keyed) {
    const { actor, idempotency } = request;
    const row = rows.find(({ actorId, key }) => actorId === actor.id && key === idempotency.key);
    if (!row) continue;
    found.set(
      request,
      row.requestHash === idempotency.requestHash ? { ok: true, result: row.response } : keyReused(),
    );
  }
  return found;
}

/**
 * Records the answers of a batch beside what it changed. Refusals are not recorded: nothing happened, and a
 * later attempt may succeed.
 * @throws KeyTaken when another transaction was faster with one of the keys.
 */
export async function rememberAnswers(
  transaction: Transaction,
  accepted: readonly AcceptedRequest[],
): Promise<void> {
  const keyed = accepted.filter(({ request }) => request.idempotency);
  if (keyed.length === 0) return;
  const rows = keyed.map((entry) => ({
    actor_id: entry.request.actor.id,
    key: entry.request.idempotency!.key,
    request_hash: entry.request.idempotency!.requestHash,
    response: resultOf(entry),
  }));
  const { rowCount } = await transaction.query(
    `insert into idempotency_key (actor_id, key, request_hash, response)
     select actor_id, key, request_hash, response
     from json_populate_recordset(null::idempotency_key, $1)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  if (rowCount !== rows.length) throw new KeyTaken();
}

function keyReused(): Outcome {
  return {
    ok: false,
    refusal: { code: 'idempotency.keyReused', kind: 'keyReused', params: {}, source: null, whoCan: [] },
  };
}
