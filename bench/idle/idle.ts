import { setTimeout as sleep } from 'node:timers/promises';
import { legalDateOf } from '#domain';
import type { BenchOffice } from '../office/bench-office.js';
import { startApi, startWorker } from '../office/processes.js';
import { hasRedis, startRedis } from '../office/redis.js';
import { makeTemplate, Register } from '../office/seed-cases.js';
import type { Sizes } from '../sizes.js';
import { type Usage, usageOf } from './process-usage.js';

const FIRST_PLACE = 200_000_000;
/** Every clock rings in its own second, from a month ahead on. */
const ALARM_AT = `now() + interval '30 days' + make_interval(secs => place - ${FIRST_PLACE})`;
const SEED_BATCH = 100_000;
/** What starting cost is over by then. */
const SETTLE_MS = 15_000;

/** What API and worker use while nothing happens, with so many cases and armed deadlines in the record. */
export async function measureIdle(bench: BenchOffice, { idleCases, idleSeconds }: Sizes) {
  await fill(bench, idleCases);
  const redis = hasRedis() ? await startRedis(bench.folder, 'everysec') : null;
  const api = await startApi(bench);
  const worker = startWorker(bench, redis?.url ?? bench.databaseUrl);
  try {
    await sleep(Math.min(SETTLE_MS, idleSeconds * 1_000));
    const before = await Promise.all([usageOf(api.pid), usageOf(worker.pid)]);
    await sleep(idleSeconds * 1_000);
    const after = await Promise.all([usageOf(api.pid), usageOf(worker.pid)]);
    const cpuPercent = (place: 0 | 1) => percentOf(before[place], after[place], idleSeconds);
    const residentMb = { api: after[0]?.residentMb ?? null, worker: after[1]?.residentMb ?? null };
    return {
      ...(await countArmed(bench)),
      cpuPercent: { api: cpuPercent(0), worker: cpuPercent(1) },
      residentMb: { ...residentMb, together: (residentMb.api ?? 0) + (residentMb.worker ?? 0) },
    };
  } finally {
    await worker.stop();
    await api.stop();
    await redis?.stop();
  }
}

/** Cases that are registered and classified, with the clocks of the reception running. */
async function fill({ office, staff }: BenchOffice, count: number): Promise<void> {
  const today = legalDateOf(new Date().toISOString());
  const template = await makeTemplate(office, staff.desk, today, [
    { type: 'classify', procedure: 'complaintFirst' },
  ]);
  const register = new Register(office.database, template, {
    first: FIRST_PLACE,
    alarmAt: ALARM_AT,
    isSilent: true,
  });
  for (let seeded = 0; seeded < count; seeded += SEED_BATCH) {
    await register.grow(Math.min(SEED_BATCH, count - seeded));
  }
  await register.settle();
}

async function countArmed({ office }: BenchOffice) {
  const [row] = await office.database.rows<{ cases: number; armed: number }>(
    `select (select count(*)::int from cases) as cases,
       (select count(*)::int from deadline where state = 'running' and next_alarm_at is not null) as armed`,
  );
  return row!;
}

function percentOf(before: Usage | null, after: Usage | null, seconds: number): number | null {
  if (!before || !after) return null;
  return Number((((after.cpuSeconds - before.cpuSeconds) / seconds) * 100).toFixed(2));
}
