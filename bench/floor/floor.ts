import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { childEnvironment } from '#config/env';
import { Database } from '#database';
import { type Measured, throughLanes } from '../measure.js';
import type { BenchOffice } from '../office/bench-office.js';
import { FIRST_VERSION, WAY } from '../office/way.js';

export const FLOOR = 'bench_floor';

/** What drives the floor's function: pgbench, or this process where pgbench is not installed. */
export type Harness = 'pgbench' | 'node';

export function harnessHere(): Harness {
  return spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0 ? 'pgbench' : 'node';
}

/** Leads the cases of a range through the way with the floor's function, so many at once. */
export function runFloor(
  bench: BenchOffice,
  harness: Harness,
  clients: number,
  range: readonly [from: number, to: number],
): Promise<Measured> {
  return harness === 'pgbench' ? withPgbench(bench, clients, range) : withNode(bench, clients, range);
}

/** Four commands, each a transaction, make one of pgbench's; every client has its own stretch of the range. */
async function withPgbench(
  { databaseUrl, folder }: BenchOffice,
  clients: number,
  [from, to]: readonly [number, number],
): Promise<Measured> {
  const span = (to - from) / clients;
  const script = join(folder, 'floor.sql');
  const calls = [...WAY.keys()].map((index) => `select ${FLOOR}(:place, ${FIRST_VERSION + index});`);
  await writeFile(
    script,
    `\\set place :from + :client_id * :span + :turn\n\\set turn :turn + 1\n${calls.join('\n')}\n`,
  );
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const variables = { from, span, turn: 0 };
  const child = spawn(
    'pgbench',
    ['--no-vacuum', '--protocol=prepared', `--client=${clients}`, `--jobs=${Math.min(2, clients)}`]
      .concat([`--transactions=${span}`, `--file=${script}`])
      .concat(Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`))
      .concat([`--host=${hostname}`, `--port=${port}`, `--username=${username}`, pathname.slice(1)]),
    { env: childEnvironment({ PGPASSWORD: password }), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [output, trouble] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const tps = /tps = ([\d.]+) \(without initial connection time\)/.exec(output)?.[1];
  const isWhole = output.includes(`actually processed: ${span * clients}/${span * clients}`);
  if (!tps || !isWhole) throw new Error(`pgbench did not finish: ${trouble || output}`);
  return { perSecond: Number(tps) * WAY.length };
}

async function withNode(
  { databaseUrl }: BenchOffice,
  clients: number,
  range: readonly [number, number],
): Promise<Measured> {
  const database = await Database.connect(databaseUrl, clients);
  try {
    return await throughLanes(clients, range, async (place, timed) => {
      for (const index of WAY.keys()) {
        const values = [place, FIRST_VERSION + index];
        await timed(() => database.pool.query({ name: FLOOR, text: `select ${FLOOR}($1, $2)`, values }));
      }
    });
  } finally {
    await database.close();
  }
}
