import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#database';
import { runDoor } from '../engine/door.js';
import type { Measured } from '../measure.js';
import type { BenchOffice } from '../office/bench-office.js';
import { startWorker } from '../office/processes.js';

const POLL_MS = 5;
const GIVE_UP_AFTER_MS = 120_000;

/** The commands of one round: how many at once, on which cases, and a case that the processes warm up on. */
export interface Round {
  inFlight: number;
  range: readonly [from: number, to: number];
  warmUp: readonly [from: number, to: number];
}

/**
 * Commands through the door of this process, their notices through outbox, relay, queue and one worker process. The
 * round ends when the last notice is written.
 */
export async function runOurs(
  bench: BenchOffice,
  queueUrl: string,
  { inFlight, range, warmUp }: Round,
): Promise<Measured> {
  const { database } = bench.office;
  await clearMessages(database);
  const worker = startWorker(bench, queueUrl);
  try {
    await runDoor(bench, 1, warmUp);
    await untilAllTold(database);
    await clearMessages(database);
    const startedAt = performance.now();
    const { perSecond: accepted } = await runDoor(bench, inFlight, range);
    const commands = (accepted * (performance.now() - startedAt)) / 1_000;
    await untilAllTold(database);
    return { perSecond: commands / ((performance.now() - startedAt) / 1_000) };
  } finally {
    await worker.stop();
  }
}

/** What earlier rounds left must not be relayed in this one. */
export async function clearMessages(database: Database): Promise<void> {
  await database.rows('truncate outbox, notice cascade');
}

/** Waits until every message of the outbox has its notices. @throws when that takes for ever. */
export async function untilAllTold(database: Database): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const [row] = await database.rows<{ waits: boolean }>(
      `select exists (
         select from outbox where addressed_at is null and settled_at is null and parked_at is null) as waits`,
    );
    if (!row?.waits) return;
    if (performance.now() > giveUpAt) throw new Error('Messages were not delivered within two minutes.');
    await sleep(POLL_MS);
  }
}
