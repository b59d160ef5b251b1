import type { measureCommands } from './engine/commands.js';
import type { measureHerd } from './herd/herd.js';
import type { measureIdle } from './idle/idle.js';
import type { measureNotices } from './notices/notices.js';

/** Everything that was measured; what was not asked for is absent. */
export interface Results {
  commands?: Awaited<ReturnType<typeof measureCommands>>;
  notices?: Awaited<ReturnType<typeof measureNotices>>;
  herd?: Awaited<ReturnType<typeof measureHerd>>;
  idle?: Awaited<ReturnType<typeof measureIdle>>;
}

/** A figure that stands for itself on any machine, and the goal it is held against. */
export interface Ratio {
  name: string;
  value: number;
  goal: { atLeast: number } | { atMost: number };
  isMet: boolean;
}

/** The ratios of docs/performance.md, as far as they were measured. */
export function ratiosOf({ commands, notices, herd, idle }: Results): Ratio[] {
  return [
    ...(commands ? commandRatios(commands.inFlight) : []),
    ...(notices ? noticeRatios(notices.inFlight[32]) : []),
    ...(herd ? herdRatios(herd) : []),
    ...(idle ? idleFigures(idle) : []),
  ];
}

function commandRatios(at: NonNullable<Results['commands']>['inFlight']): Ratio[] {
  return [
    atLeast(0.8, 'door / floor, 32 in flight', at[32].door.perSecond / at[32].floor.perSecond),
    atLeast(0.45, 'door / floor, 1 in flight', at[1].door.perSecond / at[1].floor.perSecond),
    atLeast(0.25, 'HTTP / floor, 32 in flight', at[32].http.perSecond / at[32].floor.perSecond),
  ];
}

/** How many times faster than each peer a command with its notice has to be. */
const PEER_GOALS: Record<string, number> = {
  dbosLeastSteps: 10,
  dbosAsDocumented: 10,
  pgBoss: 3,
  graphileWorker: 3,
  bullmqEverysec: 1.5,
  bullmqAlways: 1.5,
};

function noticeRatios(ways: Record<string, { perSecond: number }>): Ratio[] {
  const ours = ways.oursOnRedis ?? ways.oursOnPostgres;
  return Object.entries(PEER_GOALS).flatMap(([peer, goal]) => {
    const other = ways[peer];
    if (!ours || !other) return [];
    return atLeast(goal, `command and notice / ${peer}, 32 in flight`, ours.perSecond / other.perSecond);
  });
}

function herdRatios({ perSecond, great }: NonNullable<Results['herd']>): Ratio[] {
  const { bare, ours, told, bullmq } = perSecond;
  return [
    atLeast(0.2, 'herd / bare SQL loop, last ring', ours / bare),
    atLeast(0.2, 'herd / bare SQL loop, last notice', told / bare),
    ...(bullmq ? [atLeast(2.5, 'herd / BullMQ, last notice', told / bullmq)] : []),
    atMost(0.5, 'herd: seconds to the first ring', great.firstMs / 1_000),
    atMost(3, 'herd: p99 of the API / normal', great.apiP99Ms.during / great.apiP99Ms.normal),
  ];
}

function idleFigures({ cpuPercent, residentMb }: NonNullable<Results['idle']>): Ratio[] {
  return [
    ...(cpuPercent.worker === null ? [] : [atMost(2, 'idle: CPU of the worker, %', cpuPercent.worker)]),
    atMost(400, 'idle: API and worker resident, MB', residentMb.together),
  ];
}

function atLeast(goal: number, name: string, value: number): Ratio {
  return { name, value: rounded(value), goal: { atLeast: goal }, isMet: value >= goal };
}

function atMost(goal: number, name: string, value: number): Ratio {
  return { name, value: rounded(value), goal: { atMost: goal }, isMet: value <= goal };
}

const rounded = (value: number) => Number(value.toPrecision(3));
