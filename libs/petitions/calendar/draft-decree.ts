import { randomUUIDv7 } from 'node:crypto';
import type { DecreeBody } from '#contract';
import type { Transaction } from '#database';
import { type Actor, checkDecree, type Refusal } from '#domain';
import type { Office } from '../office.js';
import { today } from '../today.js';
import {
  calendarUnder,
  type DecreeOutcome,
  type DecreeRecord,
  decreeView,
  readDecrees,
  refuse,
} from './decree-record.js';
import { editionInForce } from './editions.js';

/** Enters what a paper decides; nothing is counted under it until it is applied. */
export function draftDecree(office: Office, actor: Actor, body: DecreeBody): Promise<DecreeOutcome> {
  const id = randomUUIDv7();
  return write(office, { id, body }, async (transaction) => {
    await transaction.query('insert into decree (id, content, state, drafted_by) values ($1, $2, $3, $4)', [
      id,
      JSON.stringify(body),
      'draft',
      actor.id,
    ]);
    return null;
  });
}

/** Changes a draft; what was previewed of it holds no more. */
export function changeDraft(office: Office, id: string, body: DecreeBody): Promise<DecreeOutcome> {
  return write(office, { id, body }, async (transaction, decrees) => {
    const refusal = refuseUnlessDraft(decrees, id);
    if (refusal) return refusal;
    await transaction.query('delete from decree_move where decree_id = $1', [id]);
    await transaction.query(
      'update decree set content = $2, preview = null, previewed_under = null where id = $1',
      [id, JSON.stringify(body)],
    );
    return null;
  });
}

/** Throws a draft away. @returns null, or why not. */
export function discardDraft(office: Office, id: string): Promise<Refusal | null> {
  return office.database.transaction(async (transaction) => {
    const decrees = await lockDecrees(transaction);
    const refusal = refuseUnlessDraft(decrees, id);
    if (!refusal) await transaction.query('delete from decree where id = $1', [id]);
    return refusal;
  });
}

interface Draft {
  id: string;
  body: DecreeBody;
}

type Write = (transaction: Transaction, decrees: readonly DecreeRecord[]) => Promise<Refusal | null>;

async function write(office: Office, draft: Draft, store: Write): Promise<DecreeOutcome> {
  // The calendar of this build enters the record outside the transaction: it stays, whatever becomes of this act.
  await office.policies.current(office.database.pool);
  const day = await today(office);
  return office.database.transaction(async (transaction) => {
    const decrees = await lockDecrees(transaction);
    const refusal = refuseBody(office, draft, decrees, day) ?? (await store(transaction, decrees));
    if (refusal) return { ok: false, refusal };
    const stored = (await readDecrees(transaction)).find(({ id }) => id === draft.id)!;
    return { ok: true, decree: decreeView(stored, await editionInForce(transaction)) };
  });
}

async function lockDecrees(transaction: Transaction): Promise<DecreeRecord[]> {
  await transaction.query('lock table decree in share row exclusive mode');
  return readDecrees(transaction);
}

function refuseBody(
  office: Office,
  { id, body }: Draft,
  decrees: readonly DecreeRecord[],
  day: string,
): Refusal | null {
  const { number } = body;
  const isTaken = decrees.some(
    (each) => each.id !== id && each.state !== 'retracted' && each.content.number === number,
  );
  if (isTaken) return refuse('decree.numberTaken', 'invalid', { number }, '/number').refusal;
  const [fault] = checkDecree({ decree: body, calendar: calendarUnder(office, decrees), today: day });
  return fault ?? null;
}

function refuseUnlessDraft(decrees: readonly DecreeRecord[], id: string): Refusal | null {
  const decree = decrees.find((each) => each.id === id);
  if (!decree) return refuse('decree.notFound', 'notFound').refusal;
  if (decree.state === 'draft') return null;
  return refuse('decree.notADraft', 'illegal', { number: decree.content.number }).refusal;
}
