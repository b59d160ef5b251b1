import type { Transaction } from '#database';
import { legalDateOf } from '#domain';
import { countCommand, inSpan, observeBatch } from '#telemetry';
import type { CommandRequest, Outcome } from '../command-request.js';
import type { Office } from '../office.js';
import type { Executor } from '../policies.js';
import { resultOf } from './accepted-request.js';
import { allocateNumbers } from './case-number.js';
import { BrokenCaseError, judgeBatch } from './judge.js';
import { readBatch } from './read-batch.js';
import { writeBatch } from './write-batch.js';

/** A batch that meets others on the same cases so often locks them before it reads. */
const PATIENCE = 3;

/** Somebody else was faster with a case of the batch, or with the calendar. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/**
 * The one door: every change of a case, one click or a hundred thousand rows, goes through here. One statement reads
 * what a batch is judged by, `decide` judges each command in memory, one statement stores state, history, clocks,
 * outbox and answers together; a case that somebody else changed in between is judged again. A refused request never
 * fails its neighbours.
 * @returns one outcome per request, in order.
 */
export async function runCommands(office: Office, requests: readonly CommandRequest[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let open = requests.map((_, index) => index);
  for (let round = 1; open.length > 0; round += 1) {
    const batch = open.map((index) => requests[index]!);
    const results = await attempt(office, batch, round);
    results.forEach((outcome, position) => {
      if (outcome) outcomes[open[position]!] = outcome;
    });
    open = open.filter((_, position) => !results[position]);
  }
  return outcomes;
}

/** The door inside a transaction that the caller has opened (the sweep, which claims its cases first). */
export async function runCommandsIn(
  office: Office,
  transaction: Transaction,
  requests: readonly CommandRequest[],
): Promise<Outcome[]> {
  await transaction.query('select 1 from cases where id = any($1) order by id for update', [
    requests.map(({ caseId }) => caseId),
  ]);
  return wholly(await pass(office, transaction, requests));
}

/** One attempt at a batch: an outcome for each request, null for one that is to be judged again. */
type Attempt = (Outcome | null)[];

async function attempt(office: Office, requests: readonly CommandRequest[], round: number): Promise<Attempt> {
  const { database } = office;
  try {
    if (round > PATIENCE) return await database.transaction((own) => runCommandsIn(office, own, requests));
    if (!requests.some(({ registration }) => registration))
      return await pass(office, database.pool, requests);
    // Numbers have no gaps: they are given out in the transaction that stores their cases.
    return await database.transaction(async (own) => wholly(await pass(office, own, requests)));
  } catch (error) {
    if (round < 2 * PATIENCE && isPassing(error)) return requests.map(() => null);
    throw error;
  }
}

async function pass(
  office: Office,
  executor: Executor,
  requests: readonly CommandRequest[],
): Promise<Attempt> {
  const began = performance.now();
  const outcomes = await inSpan('commands.batch', { 'batch.size': requests.length }, () =>
    judgeAndWrite(office, executor, requests),
  );
  observeBatch(requests.length, (performance.now() - began) / 1000);
  outcomes.forEach((outcome, index) => {
    if (outcome) count(requests[index]!, outcome);
  });
  return outcomes;
}

function count({ commands }: CommandRequest, outcome: Outcome): void {
  const result = outcome.ok ? 'accepted' : outcome.refusal.code;
  for (const { type } of commands) countCommand(type, result);
}

async function judgeAndWrite(
  office: Office,
  executor: Executor,
  requests: readonly CommandRequest[],
): Promise<Attempt> {
  const read = await readBatch(executor, requests);
  // A calendar met for the first time is recorded for good, whatever becomes of this batch.
  const policy = await office.policies.under(read.edition, office.database.pool);
  const judgements = judgeBatch(requests, read, policy);
  const accepted = judgements.flatMap((judgement) => ('accepted' in judgement ? [judgement.accepted] : []));
  await allocateNumbers(executor, office.registerCode, legalDateOf(read.now), accepted);
  const overtaken = await writeBatch({ office, policy, executor, read }, accepted);
  return judgements.map((judgement, index) => {
    // What was refused because of a neighbour that is not stored may be accepted after all.
    if (overtaken.has(requests[index]!.caseId)) return null;
    return 'answer' in judgement ? judgement.answer : { ok: true, result: resultOf(judgement.accepted) };
  });
}

/** @throws Overtaken, which rolls a transaction back, unless every request came to its outcome. */
function wholly(outcomes: Attempt): Outcome[] {
  const whole = outcomes.filter((outcome) => outcome !== null);
  if (whole.length < outcomes.length) throw new Overtaken();
  return whole;
}

/** What goes by when the batch is tried again: others were faster with a case or a key, or two batches met. */
function isPassing(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  const isKeyTaken = code === '23505' && constraint === 'idempotency_key_pkey';
  return error instanceof Overtaken || isKeyTaken || code === '40P01' || code === '40001';
}

/**
 * One request broke the batch: PostgreSQL refused a value (SQLSTATE 22) or a constraint (23), or a case cannot be judged.
 * Nothing was stored, and the others may be tried without it. After any other error it is not known what was stored.
 */
export function isAboutOneRequest(error: unknown): boolean {
  return error instanceof BrokenCaseError || /^2[23]/.test((error as { code?: string }).code ?? '');
}
