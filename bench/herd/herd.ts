import { signIn } from '../engine/http.js';
import { median } from '../measure.js';
import { installPeers } from '../notices/peers.js';
import type { BenchOffice } from '../office/bench-office.js';
import { startApi } from '../office/processes.js';
import { hasRedis, startRedis } from '../office/redis.js';
import type { Register } from '../office/seed-cases.js';
import { say } from '../say.js';
import type { Sizes } from '../sizes.js';
import { GentleLoad } from './gentle-load.js';
import { type HerdSize, openHerdRegister } from './herd-cases.js';
import { makeHerdFunctions } from './herd-functions.js';
import { ringBare, ringBullmq, ringOurs } from './ring.js';

/** Cases that the gentle load looks at. */
const LOOKED_AT = 100;

/** Deadlines that are due at one instant: the bare SQL loop, our worker and bare BullMQ by turns, then one great herd. */
export async function measureHerd(bench: BenchOffice, register: Register, sizes: Sizes, withPeers: boolean) {
  const herd = await openHerdRegister(bench);
  await makeHerdFunctions(bench, herd);
  if (withPeers) installPeers();
  const redis = hasRedis() ? await startRedis(bench.folder, 'everysec') : null;
  const queueUrl = redis?.url ?? bench.databaseUrl;
  const size = { count: sizes.herdRound, leadSeconds: sizes.herdLeadSeconds };
  const perSecond = new Rounds(size.count);
  try {
    for (let round = 0; round < sizes.rounds; round += 1) {
      perSecond.note('bare', await ringBare(bench, herd, size));
      const { lastMs, toldMs } = await ringOurs(bench, queueUrl, herd, size);
      perSecond.note('ours', lastMs);
      perSecond.note('told', toldMs);
      if (!redis || !withPeers) continue;
      perSecond.note('bullmq', (await ringBullmq(bench, redis.url, herd, size)).lastMs);
    }
    return {
      perSecond: perSecond.medians(),
      great: await ringGreatHerd(bench, register, herd, queueUrl, { ...size, count: sizes.herd }),
    };
  } finally {
    await redis?.stop();
  }
}

type Way = 'bare' | 'ours' | 'told' | 'bullmq';

/** Deadlines per second of each way, round by round. */
class Rounds {
  private readonly noted: Record<Way, number[]> = { bare: [], ours: [], told: [], bullmq: [] };

  constructor(private readonly count: number) {}

  note(way: Way, milliseconds: number): void {
    const perSecond = Math.round((this.count / milliseconds) * 1_000);
    say(`  herd ${way} ${perSecond}/s`);
    this.noted[way].push(perSecond);
  }

  medians() {
    const { bare, ours, told, bullmq } = this.noted;
    return {
      bare: median(bare),
      ours: median(ours),
      told: median(told),
      bullmq: bullmq.length > 0 ? median(bullmq) : null,
    };
  }
}

/** One herd of the full size, while an office works through the API. */
async function ringGreatHerd(
  bench: BenchOffice,
  register: Register,
  herd: Register,
  queueUrl: string,
  size: HerdSize,
) {
  const api = await startApi(bench);
  const load = await GentleLoad.start(api.url, await signIn(api.url), await register.grow(LOOKED_AT));
  try {
    const rung = await ringOurs(bench, queueUrl, herd, size, (phase) => load.enter(phase));
    const [normal, during] = [load.p99Ms('normal'), load.p99Ms('herd')];
    return { count: size.count, ...rung, apiP99Ms: { normal, during } };
  } finally {
    await load.stop();
    await api.stop();
  }
}
