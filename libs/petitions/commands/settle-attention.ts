import type { z } from 'zod';
import type { settleAttentionBody } from '#contract';
import type { Actor, Refusal } from '#domain';
import type { Office } from '../office.js';
import { reachCondition } from '../questions/reach.js';
import { commandCase } from './command-case.js';

/**
 * A person says that a question about a case is dealt with. A place they chose is recorded through the
 * door first.
 * @returns null, or why not.
 */
export async function settleAttention(
  office: Office,
  actor: Actor,
  id: string,
  { note, placeCode }: z.output<typeof settleAttentionBody>,
): Promise<Refusal | null> {
  const caseId = await openItem(office, actor, id);
  if (!caseId) return { code: 'case.notFound', kind: 'notFound', params: {}, source: null, whoCan: [] };
  if (placeCode) {
    const command = { type: 'setPlace' as const, placeCode, ...(note ? { reason: note } : {}) };
    const outcome = await commandCase(office, actor, { caseId, expectedVersion: null, command });
    if (!outcome.ok) return outcome.refusal;
  }
  await office.database.rows(
    `update attention_item set settled_at = coalesce(settled_at, now()), settled_by = $2, settled_note = $3
     where id = $1`,
    [id, actor.id, note ?? null],
  );
  return null;
}

async function openItem(office: Office, actor: Actor, id: string): Promise<string | undefined> {
  const parameters: unknown[] = [id];
  const [item] = await office.database.rows<{ caseId: string }>(
    `select cases.id as "caseId" from attention_item as item join cases on cases.id = item.case_id
     where item.id = $1 and item.settled_at is null and ${reachCondition(actor, parameters)}`,
    parameters,
  );
  return item?.caseId;
}
