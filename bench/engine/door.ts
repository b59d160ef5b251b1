import { type Measured, throughLanes } from '../measure.js';
import type { BenchOffice } from '../office/bench-office.js';
import { accepted, giveStep, leadThrough } from '../office/way.js';

/** Leads the cases of a range through the way, command by command through the door of this process. */
export function runDoor(
  bench: BenchOffice,
  inFlight: number,
  range: readonly [from: number, to: number],
): Promise<Measured> {
  return throughLanes(inFlight, range, (place, timed) =>
    leadThrough(place, (caseId, version) =>
      timed(async () => accepted(await giveStep(bench, caseId, version))),
    ),
  );
}
