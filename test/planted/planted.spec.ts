import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOOR_BUGS } from './bugs/door.js';
import { MESSAGE_BUGS } from './bugs/messages.js';
import { TIME_BUGS } from './bugs/time.js';
import { type PlantedBug, plant } from './planted-bug.js';
import { type Run, SourceCopy } from './source-copy.js';

/*
 * Is a test that passes a test that sees? Each of these mistakes is made in a copy of the sources, one at a time,
 * and the test that is there to see it must fail; without the mistake it must pass. One alone:
 * `PLANTED="the version check" npm test -- test/planted/planted.spec.ts`.
 */

const BUGS = [...DOOR_BUGS, ...MESSAGE_BUGS, ...TIME_BUGS].filter(({ name }) =>
  name.includes(process.env.PLANTED ?? ''),
);
const LANES = 2;

describe('a planted bug', () => {
  const copies: SourceCopy[] = [];
  const sound: Run = { passed: [], failed: [], broken: [] };
  const planted = new Map<PlantedBug, Run | Error>();

  beforeAll(async () => {
    for (let lane = 0; lane < LANES; lane += 1) copies.push(await SourceCopy.make());
    await Promise.all(
      specsByLane().map(async (specs, lane) => {
        const run = await copies[lane]!.run(
          BUGS.map(({ caughtBy }) => caughtBy).filter(({ spec }) => specs.includes(spec)),
        );
        for (const kind of ['passed', 'failed', 'broken'] as const) sound[kind].push(...run[kind]);
      }),
    );
    const waiting = [...BUGS];
    await Promise.all(
      copies.map(async (copy) => {
        for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
          planted.set(bug, await runWith(bug, copy).catch((error: Error) => error));
        }
      }),
    );
  }, 1_200_000);
  afterAll(() => Promise.all(copies.map((copy) => copy.remove())));

  test('is the only reason for which its test fails: all of them pass without', () => {
    expect({ failed: sound.failed, broken: sound.broken }).toEqual({ failed: [], broken: [] });
    for (const { caughtBy } of BUGS) {
      expect(sound.passed.filter((name) => name.endsWith(caughtBy.title))).not.toEqual([]);
    }
  });

  test.each(BUGS)('is seen: $name', (bug) => {
    const run = planted.get(bug);
    if (run instanceof Error) throw run;
    expect(run?.broken).toEqual([]);
    expect(run?.failed).toEqual([expect.stringContaining(bug.caughtBy.title)]);
  });
});

/** The test files, dealt out. */
function specsByLane(): string[][] {
  const specs = [...new Set(BUGS.map(({ caughtBy }) => caughtBy.spec))];
  return Array.from({ length: LANES }, (_, lane) => specs.filter((_spec, index) => index % LANES === lane));
}

async function runWith(bug: PlantedBug, copy: SourceCopy): Promise<Run> {
  const takeOut = await plant(copy.root, bug);
  try {
    return await copy.run([bug.caughtBy]);
  } finally {
    await takeOut();
  }
}
