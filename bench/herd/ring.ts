import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#database';
import { clearMessages, untilAllTold } from '../notices/ours.js';
import { runPeerScript } from '../notices/peers.js';
import type { BenchOffice } from '../office/bench-office.js';
import { startWorker } from '../office/processes.js';
import type { Register } from '../office/seed-cases.js';
import { arm, armHerd, type Herd, type HerdSize, idsOf, msSinceDue, untilDue } from './herd-cases.js';

const BARE_LANES = 2;
const BARE_BATCH = 1_000;
const POLL_MS = 5;

/** How a herd was rung: milliseconds after the instant. */
export interface Rung {
  firstMs: number;
  /** The last ring is stored. */
  lastMs: number;
  /** The last notice is written. */
  toldMs: number;
  /** Rings in all, those before the instant, and clocks that rang again. */
  rings: number;
  early: number;
  twice: number;
}

/** The least PostgreSQL needs: set-based SQL in two lanes of a thousand, with nothing decided. */
export async function ringBare(bench: BenchOffice, register: Register, size: HerdSize): Promise<number> {
  const herd = await armHerd(bench.office.database, register, size);
  const database = await Database.connect(bench.databaseUrl, BARE_LANES);
  const lane = async () => {
    for (;;) {
      const [row] = await database.rows<{ rung: number }>(`select bench_sweep(${BARE_BATCH}) as rung`);
      if (!row?.rung) return;
    }
  };
  await untilDue(database, herd);
  await Promise.all(Array.from({ length: BARE_LANES }, lane));
  const lastMs = await msSinceDue(database, herd.dueAt);
  await database.close();
  return lastMs;
}

/** Our worker process, which finds by itself that the instant has come. `during` is told what phase begins. */
export async function ringOurs(
  bench: BenchOffice,
  queueUrl: string,
  register: Register,
  size: HerdSize,
  during: (phase: 'normal' | 'herd' | 'over') => void = () => {},
): Promise<Rung> {
  const { database } = bench.office;
  await clearMessages(database);
  const worker = startWorker(bench, queueUrl);
  try {
    await untilAwake(database, register);
    const herd = await armHerd(database, register, size);
    during('normal');
    await untilDue(database, herd);
    during('herd');
    await until(() => hasRung(database, herd));
    const firstMs = await msSinceDue(database, herd.dueAt);
    await until(async () => !(await isWaiting(database, herd)));
    const lastMs = await msSinceDue(database, herd.dueAt);
    await untilAllTold(database);
    const toldMs = await msSinceDue(database, herd.dueAt);
    during('over');
    return { firstMs, lastMs, toldMs, ...(await countRings(database, herd)) };
  } finally {
    await worker.stop();
  }
}

/** A worker that has rung one clock has started. */
async function untilAwake(database: Database, register: Register): Promise<void> {
  const range = await register.grow(1);
  const dueAt = await arm(database, range, 0);
  await until(async () => !(await isWaiting(database, { range, dueAt })));
}

/** Bare BullMQ: a delayed job for every deadline, which does the same database work. */
export async function ringBullmq(
  bench: BenchOffice,
  redisUrl: string,
  register: Register,
  size: HerdSize,
): Promise<{ firstMs: number; lastMs: number }> {
  const { database } = bench.office;
  const herd = await armHerd(database, register, size);
  const settings = { databaseUrl: bench.databaseUrl, redisUrl, range: herd.range };
  return JSON.parse(await runPeerScript('bullmq-herd.mjs', [JSON.stringify(settings)]));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(POLL_MS);
}

async function hasRung(database: Database, herd: Herd): Promise<boolean> {
  return exists(
    database,
    `select from history where case_id between $1 and $2 and command = 'deadlinePassed'`,
    idsOf(herd),
  );
}

async function isWaiting(database: Database, { dueAt }: Herd): Promise<boolean> {
  return exists(database, `select from deadline where state = 'running' and next_alarm_at = $1`, [dueAt]);
}

async function exists(database: Database, sql: string, parameters: unknown[]): Promise<boolean> {
  const [row] = await database.rows<{ found: boolean }>(`select exists (${sql}) as found`, parameters);
  return row!.found;
}

/** @throws unless every clock of the herd rang once, and none before the instant. */
async function countRings(database: Database, herd: Herd): Promise<Pick<Rung, 'rings' | 'early' | 'twice'>> {
  const [row] = await database.rows<Pick<Rung, 'rings' | 'early' | 'twice'>>(
    `select count(*)::int as rings, (count(*) - count(distinct case_id))::int as twice,
       count(*) filter (where at < $3)::int as early
     from history where case_id between $1 and $2 and command = 'deadlinePassed'`,
    [...idsOf(herd), herd.dueAt],
  );
  const { rings, early, twice } = row!;
  const count = herd.range[1] - herd.range[0];
  if (rings === count && early === 0 && twice === 0) return row!;
  throw new Error(`${count} deadlines rang ${rings} times, ${early} of them early, ${twice} again.`);
}
