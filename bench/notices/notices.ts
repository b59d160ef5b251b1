import { captureWay } from '../floor/capture.js';
import { floorFunction } from '../floor/floor-function.js';
import { alternate, type Way } from '../measure.js';
import type { BenchOffice } from '../office/bench-office.js';
import { hasRedis, startRedis } from '../office/redis.js';
import type { Register } from '../office/seed-cases.js';
import { WAY } from '../office/way.js';
import type { InFlight, Sizes } from '../sizes.js';
import { makeNoticeFunction } from './notice-function.js';
import { type Round, runOurs } from './ours.js';
import { installPeers, runPeer } from './peers.js';

const WARM_UP_CASES = 2;

/** Slow ways get so small a share of a round's commands, so that every round takes seconds. */
const SHARES: Record<string, number> = {
  pgBoss: 0.25,
  graphileWorker: 0.25,
  dbosLeastSteps: 0.1,
  dbosAsDocumented: 0.1,
};

/** Commands per second whose notice has reached its channel, durably: ours on both queues, and the peers. */
export async function measureNotices(
  bench: BenchOffice,
  register: Register,
  sizes: Sizes,
  withPeers: boolean,
) {
  await makeNoticeFunction(bench, register);
  const redis = hasRedis() ? await startRedis(bench.folder, 'everysec') : null;
  const strict = redis && withPeers ? await startRedis(bench.folder, 'always') : null;
  const ours = {
    oursOnPostgres: (round: Round) => runOurs(bench, bench.databaseUrl, round),
    ...(redis && { oursOnRedis: (round: Round) => runOurs(bench, redis.url, round) }),
  };
  const peers = withPeers ? await openPeers(bench, register, redis?.url, strict?.url) : {};
  try {
    const measure = (lanes: InFlight, most: number) => {
      const ways = Object.entries({ ...ours, ...peers }).map(([name, run]): [string, Way] => [
        name,
        async () => {
          const commands = most * (SHARES[name] ?? 1);
          const warmUp = await register.grow(WARM_UP_CASES);
          const range = await register.grow(Math.max(lanes, Math.round(commands / WAY.length)));
          return run({ inFlight: lanes, range, warmUp });
        },
      ]);
      return alternate<string>(Object.fromEntries(ways), sizes.rounds);
    };
    const { 1: one, 8: eight, 32: many } = sizes.notices;
    return {
      inFlight: {
        ...(one && { 1: await measure(1, one) }),
        ...(eight && { 8: await measure(8, eight) }),
        32: await measure(32, many),
      },
    };
  } finally {
    await Promise.all([redis?.stop(), strict?.stop()]);
  }
}

type Run = (round: Round) => ReturnType<Way>;

async function openPeers(
  bench: BenchOffice,
  register: Register,
  redisUrl: string | undefined,
  strictUrl: string | undefined,
): Promise<Record<string, Run>> {
  installPeers();
  const steps = await captureWay(bench, register);
  await bench.office.database.rows(floorFunction(steps, { name: 'bench_peer', hasOutbox: false }));
  return {
    ...(redisUrl && {
      bullmqEverysec: (round) => runPeer(bench, 'bullmq', round, { redisUrl }),
      bullmqAlways: (round) => runPeer(bench, 'bullmq', round, { redisUrl: strictUrl }),
    }),
    graphileWorker: (round) => runPeer(bench, 'graphile-worker', round),
    pgBoss: (round) => runPeer(bench, 'pg-boss', round),
    dbosLeastSteps: (round) => runPeer(bench, 'dbos', round, { leastSteps: true }),
    dbosAsDocumented: (round) => runPeer(bench, 'dbos', round, { leastSteps: false }),
  };
}
