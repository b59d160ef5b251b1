import { captureWay } from '../floor/capture.js';
import { FLOOR, harnessHere, runFloor } from '../floor/floor.js';
import { floorFunction } from '../floor/floor-function.js';
import { compareWrites } from '../floor/same-writes.js';
import { alternate } from '../measure.js';
import type { BenchOffice } from '../office/bench-office.js';
import { startApi } from '../office/processes.js';
import type { Register } from '../office/seed-cases.js';
import { WAY } from '../office/way.js';
import type { InFlight, Sizes } from '../sizes.js';
import { runDoor } from './door.js';
import { runHttp, signIn } from './http.js';

/** Commands per second: the floor, the door in this process, and the API, each with 1, 8 and 32 in flight. */
export async function measureCommands(bench: BenchOffice, register: Register, sizes: Sizes) {
  const steps = await captureWay(bench, register);
  await bench.office.database.rows(floorFunction(steps, { name: FLOOR, hasOutbox: true }));
  const sameWrites = await compareWrites(bench.office.database, register, steps);
  const harness = harnessHere();
  const api = await startApi(bench);
  try {
    const cookies = await signIn(api.url);
    const cases = (commands: number) => register.grow(commands / WAY.length);
    const measure = (lanes: InFlight) => {
      const commands = sizes.commands[lanes];
      const httpCommands = sizes.httpCommands[lanes];
      const ways = {
        floor: async () => runFloor(bench, harness, lanes, await cases(commands)),
        door: async () => runDoor(bench, lanes, await cases(commands)),
        http: async () => runHttp(api.url, cookies, lanes, await cases(httpCommands)),
      };
      return alternate(ways, sizes.rounds);
    };
    const inFlight = { 1: await measure(1), 8: await measure(8), 32: await measure(32) };
    return { harness, sameWrites, inFlight };
  } finally {
    await api.stop();
  }
}
