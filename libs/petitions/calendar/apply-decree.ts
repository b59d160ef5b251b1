import type { Transaction } from '#database';
import { type Actor, brokenCalendar, checkDecree, type Refusal } from '#domain';
import type { Office } from '../office.js';
import { today } from '../today.js';
import {
  calendarUnder,
  type DecreeOutcome,
  type DecreeRecord,
  decreeView,
  readDecrees,
  refuse,
  withState,
} from './decree-record.js';
import { editionInForce, named, putInForce } from './editions.js';
import { goOnWithDecree } from './recount-cases.js';

/** How long a request waits for the open cases to be counted anew; the worker's rounds do the rest. */
const PATIENCE_MS = 8_000;

/**
 * Puts a decree in force: from this moment everything is counted under the new calendar edition, and the open cases
 * whose dates move are counted anew, batch by batch. A repeated call goes on where the first was interrupted, and
 * changes nothing once all is done.
 */
export function applyDecree(office: Office, actor: Actor, id: string): Promise<DecreeOutcome> {
  return turn(office, actor, id, 'applying');
}

/** Takes a decree out of force in the same way: the open cases are counted as if it had never been. */
export function retractDecree(office: Office, actor: Actor, id: string): Promise<DecreeOutcome> {
  return turn(office, actor, id, 'retracting');
}

type Turning = 'applying' | 'retracting';

async function turn(office: Office, actor: Actor, id: string, to: Turning): Promise<DecreeOutcome> {
  // The calendar of this build enters the record outside the transaction: it stays, whatever becomes of this act.
  await office.policies.current(office.database.pool);
  const day = await today(office);
  const refusal = await office.database.transaction(async (transaction) => {
    // One at a time: two decrees that come into force together would each leave the other's days out.
    await transaction.query('lock table decree in share row exclusive mode');
    const [decrees, edition] = [await readDecrees(transaction), await editionInForce(transaction)];
    const decree = decrees.find((each) => each.id === id);
    if (!decree) return refuse('decree.notFound', 'notFound').refusal;
    if (isUnderWayOrDone(decree, to)) return null;
    const why = refuseTurn(office, { decree, decrees, to, edition, today: day });
    if (why) return why;
    await enforce(office, transaction, { actor, decree, decrees, to, replaced: edition });
    return null;
  });
  if (refusal) return { ok: false, refusal };
  await goOnWithDecree(office, PATIENCE_MS);
  return viewDecree(office, id);
}

function isUnderWayOrDone({ state }: DecreeRecord, to: Turning): boolean {
  return state === to || state === (to === 'applying' ? 'applied' : 'retracted');
}

interface Question {
  decree: DecreeRecord;
  decrees: readonly DecreeRecord[];
  to: Turning;
  /** Edition in force. */
  edition: string;
  today: string;
}

function refuseTurn(office: Office, question: Question): Refusal | null {
  const { decree, decrees, to } = question;
  const { number } = decree.content;
  const underWay = decrees.find(({ state }) => state === 'applying' || state === 'retracting');
  if (underWay)
    return refuse('decree.anotherUnderWay', 'illegal', { number: underWay.content.number }).refusal;
  if (to === 'retracting' && decree.state === 'draft')
    return refuse('decree.notInForce', 'illegal', { number }).refusal;
  if (to === 'applying' && decree.state === 'retracted')
    return refuse('decree.retracted', 'illegal', { number }).refusal;
  return (to === 'applying' ? refuseDraft(office, question) : null) ?? refuseCalendar(office, question);
}

/** Nobody applies what nobody has looked at, nor what the calendar of today no longer bears. */
function refuseDraft(office: Office, { decree, decrees, edition, today }: Question): Refusal | null {
  const { content } = decree;
  const [fault] = checkDecree({ decree: content, calendar: calendarUnder(office, decrees), today });
  if (fault) return fault;
  const isSeen = decree.preview?.act === 'apply' && decree.previewedUnder === edition;
  return isSeen ? null : refuse('decree.previewFirst', 'illegal', { number: content.number }).refusal;
}

function refuseCalendar(office: Office, { decree, decrees, to }: Question): Refusal | null {
  const [fault] = brokenCalendar(calendarUnder(office, withState(decrees, decree.id, to)));
  return fault ? { ...fault, kind: 'illegal' } : null;
}

interface Enforcement extends Pick<Question, 'decree' | 'decrees' | 'to'> {
  actor: Actor;
  /** Edition that was in force until now. */
  replaced: string;
}

async function enforce(
  office: Office,
  transaction: Transaction,
  { actor, decree, decrees, to, replaced }: Enforcement,
): Promise<void> {
  const calendar = await named(transaction, calendarUnder(office, withState(decrees, decree.id, to)));
  await putInForce(transaction, calendar, decree.id);
  const [by, at] = to === 'applying' ? ['applied_by', 'applied_at'] : ['retracted_by', 'retracted_at'];
  await transaction.query(
    `update decree set state = $2, ${by} = $3, ${at} = now(), replaced_edition = $4,
       recounted_through = null, recounted = 0
     where id = $1`,
    [decree.id, to, actor.id, replaced],
  );
}

async function viewDecree(office: Office, id: string): Promise<DecreeOutcome> {
  const { pool } = office.database;
  const decree = (await readDecrees(pool)).find((each) => each.id === id);
  if (!decree) return refuse('decree.notFound', 'notFound');
  return { ok: true, decree: decreeView(decree, await editionInForce(pool)) };
}
