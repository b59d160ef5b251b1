import { setTimeout as sleep } from 'node:timers/promises';
import { emptyQueue } from './queue.mjs';

/** Kills, by what dies; the queue is a process of its own only when it is Redis. */
const KILLS = { api: 30, worker: 30, postgres: 12, backend: 8, queue: 14, mail: 6 };
const CUTS = { api: 2, worker: 2, queue: 2, mail: 1 };
/** A share of the kills is followed by a cut wire, which is no kill and is counted apart. */
const CUT_AFTER = 0.5;
const HOLE_AFTER = 0.1;

/**
 * Breaks a stage as long as the load goes on: one fault each time the load has moved on by its share.
 * @param plan.kills processes killed altogether.
 * @param plan.empties times that the queue is emptied.
 * @param plan.moved how much of the load is done, 0 to 1.
 * @returns how many of each there were.
 */
export async function breakStage(stage, plan, random) {
  const counts = { kills: 0, cuts: 0, holes: 0, empties: 0 };
  const kinds = Object.fromEntries(Object.entries(KILLS).filter(([kind]) => kind !== 'queue' || stage.queue));
  const total = plan.kills + plan.empties;
  for (let done = 0; done < total; ) {
    if (plan.moved() * total < done && !plan.isOver()) {
      await sleep(20);
      continue;
    }
    await sleep(random.between(plan.pause[0], plan.pause[1]));
    const isEmptied = counts.empties < plan.empties && counts.empties * total <= done * plan.empties;
    if (isEmptied) {
      if (!(await empty(stage, counts.empties % 2 === 0, random))) continue;
      counts.empties += 1;
    } else {
      const kind = random.weighted(kinds);
      if (!(await kill(stage, kind, random))) continue;
      counts.kills += 1;
      counts[kind] = (counts[kind] ?? 0) + 1;
      await disturb(stage, counts, random);
    }
    done += 1;
  }
  return counts;
}

async function kill(stage, kind, random) {
  const pause = random.between(0, 400);
  switch (kind) {
    case 'api':
      return random.pick(stage.apis).killAndReturn(pause);
    case 'worker':
      return random.pick(stage.workers).killAndReturn(pause);
    case 'postgres':
      return stage.postgres.killAndReturn(pause);
    case 'backend':
      return stage.postgres.killBackend(random.pick).catch(() => false);
    default:
      return stage[kind].killAndReturn(pause);
  }
}

async function disturb(stage, counts, random) {
  const wire = random.weighted(CUTS);
  if (random.chance(HOLE_AFTER)) {
    counts.holes += 1;
    stage.note('hole', wire);
    void stage.wires[wire].blackHole(random.between(200, 2_000)).then(() => stage.note('holeOver', wire));
  } else if (random.chance(CUT_AFTER)) {
    const isWhole = random.chance(0.3);
    counts.cuts += stage.wires[wire].cut(() => isWhole || random.chance(0.3));
    stage.note('cut', wire);
  }
}

/**
 * Empties the queue: now under the hands of its workers, now while they are away and something waits in it.
 * @returns false when not everything was there to begin with, or the queue could not be reached.
 */
async function empty(stage, areAway, random) {
  if (!stage.isWhole()) {
    await sleep(50);
    return false;
  }
  if (areAway) {
    await Promise.all(stage.workers.map((worker) => worker.killAndReturn(2_000)));
    await sleep(random.between(500, 1_500));
  }
  try {
    await emptyQueue(stage.queueAddress);
    stage.note('emptied', 'queue');
    return true;
  } catch {
    return false;
  }
}
