import type { Transaction } from '#database';
import { type Actor, calendarOf, type Policy } from '#domain';
import type { CommandRequest } from '../command-request.js';
import { runCommandsIn } from '../door/index.js';
import type { Office } from '../office.js';
import { today } from '../today.js';
import { type DecreeRecord, readDecrees } from './decree-record.js';
import { type Move, moves } from './moves.js';

/** The calendar's own actor: it has no office and no name. */
const CALENDAR: Actor = { id: 'calendar', role: 'system', agencyCode: null };

/** Cases counted anew in one transaction. */
const BATCH = 500;

/** Any number, the same in every process: whoever holds this lock goes on with the decree. */
const LOCK = 20_261_124;

/**
 * Goes on with the decree that is being applied or retracted: gives every open case whose dates move the command
 * `calendarChanged`. How far it came is written with each batch, so whoever calls next, after a crash as well, goes on
 * from there; of several callers one works and the others return at once.
 * @param patienceMs stops after the batch in which this time has passed.
 * @returns false when nothing is left to do, or another caller is at it.
 */
export async function goOnWithDecree(office: Office, patienceMs: number): Promise<boolean> {
  if (!(await underWay(office))) return false;
  const until = performance.now() + patienceMs;
  return office.database.transaction(async (lock) => {
    const { rows } = await lock.query<{ isOurs: boolean }>(
      'select pg_try_advisory_xact_lock($1) as "isOurs"',
      [LOCK],
    );
    const decree = rows[0]?.isOurs ? await underWay(office) : undefined;
    return decree ? !(await recount(office, decree, until)) : false;
  });
}

async function underWay({ database }: Office): Promise<DecreeRecord | undefined> {
  const decrees = await readDecrees(database.pool);
  return decrees.find(({ state }) => state === 'applying' || state === 'retracting');
}

/** @returns true when every open case is done. */
async function recount(office: Office, decree: DecreeRecord, until: number): Promise<boolean> {
  const { pool } = office.database;
  const policy = await office.policies.current(pool);
  const from = calendarOf(policy, decree.replacedEdition ?? policy.calendar.edition);
  const after = decree.recountedThrough;
  for await (const page of moves(pool, { from, policy, today: await today(office), after })) {
    for (const caseIds of batchesOf(page)) {
      await recountBatch(office, decree, policy, caseIds);
      if (performance.now() > until) return false;
    }
  }
  await pool.query(
    `update decree set state = case state when 'applying' then 'applied' else 'retracted' end
     where id = $1 and state in ('applying', 'retracting')`,
    [decree.id],
  );
  return true;
}

/** The cases of a page, in order, in batches; a case with several clocks is counted anew once. */
function batchesOf(page: readonly Move[]): string[][] {
  const caseIds = [...new Set(page.map(({ caseId }) => caseId))];
  return Array.from({ length: Math.ceil(caseIds.length / BATCH) }, (_, index) =>
    caseIds.slice(index * BATCH, (index + 1) * BATCH),
  );
}

async function recountBatch(
  office: Office,
  decree: DecreeRecord,
  policy: Policy,
  caseIds: readonly string[],
): Promise<void> {
  const requests = caseIds.map((caseId) => requestFor(caseId, policy));
  await office.database.transaction(async (transaction: Transaction) => {
    const outcomes = await runCommandsIn(office, transaction, requests);
    await transaction.query(
      'update decree set recounted_through = $2, recounted = recounted + $3 where id = $1',
      [decree.id, caseIds.at(-1), outcomes.filter(({ ok }) => ok).length],
    );
  });
}

function requestFor(caseId: string, { calendar }: Policy): CommandRequest {
  const { edition } = calendar;
  return {
    actor: CALENDAR,
    caseId,
    commands: [{ type: 'calendarChanged', edition }],
    expectedVersion: null,
  };
}
