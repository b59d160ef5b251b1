import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { QUEUE_BACKENDS, type QueueBackend } from '../support/queues.js';
import { type Run, runHammer, type Verdict } from './run-hammer.js';

/*
 * Everything that can die is killed while people work, and an outside judge counts what is left. `npm test` runs a
 * twentieth on each backend with a fresh seed, and every seed that ever failed. The full size is
 *   HAMMER_KILLS=1000 HAMMER_COMMANDS=50000 HAMMER_EMPTIES=50 npm test -- test/faults/hammer.spec.ts
 * and one run again
 *   HAMMER_SEED=1a2b3c4d npm test -- test/faults/hammer.spec.ts
 */
const setting = (name: string, usual: number) => Number(process.env[`HAMMER_${name}`] ?? usual);
const kills = setting('KILLS', 50);
const commands = setting('COMMANDS', 2_500);
const empties = setting('EMPTIES', 5);
const HOURS_MS = 6 * 3_600_000;

const FAILED: { backend: QueueBackend; seed: string }[] = JSON.parse(
  readFileSync('test/faults/seeds.json', 'utf8'),
);
const freshSeed = () => process.env.HAMMER_SEED ?? randomBytes(4).toString('hex');

/** Places that are asked often under fire and were not hit both ways. */
const unhit = ({ sites }: Verdict) =>
  Object.entries(sites)
    .filter(([, { often, before, after }]) => often > 0 && (before === 0 || after === 0))
    .map(([site]) => site);

/** What judge/tamper.mjs does to a record that has been judged, so that it can be seen to see. */
const WRONGS = [
  ...['lost', 'twice', 'refusedButApplied', 'illegal', 'rungTwice', 'early', 'missed'],
  ...['silent', 'unsent', 'unknownMails', 'unexplainedCopies'],
];

/** Begins a run that a test will wait for; runs that are begun together share the time in which each waits. */
function begin(run: Run): Promise<Verdict> {
  const verdict = runHammer(run);
  verdict.catch(() => {});
  return verdict;
}

describe('under fire, whatever dies or lies', () => {
  const verdicts = new Map<string, Promise<Verdict>>();

  beforeAll(() => {
    for (const backend of QUEUE_BACKENDS) {
      verdicts.set(backend, begin({ backend, seed: freshSeed(), kills, commands }));
    }
  });

  test.each(QUEUE_BACKENDS)(
    'an office on %s keeps every promise',
    async (backend) => {
      const verdict = await verdicts.get(backend)!;
      expect(verdict.findings).toEqual([]);
      expect(unhit(verdict)).toEqual([]);
      expect(verdict.answered['answer 500'] ?? 0).toBe(0);
      expect(verdict.faults.kills).toBe(kills);
      expect(verdict.measured.commands).toBe(commands);
      expect(verdict.measured.rings).toBeGreaterThan(0);
      expect(verdict.measured.mails).toBeGreaterThan(0);
    },
    HOURS_MS,
  );

  for (const { backend, seed } of FAILED.filter(({ backend }) => QUEUE_BACKENDS.includes(backend))) {
    test(
      `an office on ${backend} keeps every promise that it once broke (seed ${seed})`,
      async () => {
        expect((await runHammer({ backend, seed, kills, commands })).findings).toEqual([]);
      },
      HOURS_MS,
    );
  }
});

describe('when the queue is emptied again and again', () => {
  const load = { kills: 0, empties, commands: empties * 50 };
  const verdicts = new Map<string, Promise<Verdict>>();
  beforeAll(() => {
    for (const backend of QUEUE_BACKENDS) {
      const run = { ...load, backend, seed: freshSeed(), rate: 0, patience: 90, tamper: true as const };
      verdicts.set(backend, begin(run));
    }
    if (QUEUE_BACKENDS.includes('redis'))
      verdicts.set('naive', begin({ ...load, backend: 'redis', naive: true, patience: 5, replays: 0 }));
  });

  test.each(QUEUE_BACKENDS)(
    'an office on %s loses nothing, and its judge would see if it did',
    async (backend) => {
      const verdict = await verdicts.get(backend)!;
      expect(verdict.findings).toEqual([]);
      expect(verdict.faults.empties).toBe(empties);
      expect(verdict.settled.byItself).toMatchObject({ alarms: 0, messages: 0 });
      expect(verdict.seen).toEqual(expect.arrayContaining(WRONGS));
    },
    HOURS_MS,
  );

  (QUEUE_BACKENDS.includes('redis') ? test : test.skip)(
    'an office that keeps its timers in the queue loses alarms and messages',
    async () => {
      const { findings, faults } = await verdicts.get('naive')!;
      const found = (promise: string) => findings.filter((finding) => finding.startsWith(`${promise}:`));
      expect(faults.empties).toBe(empties);
      expect(found('lost').concat(found('twice'))).toEqual([]);
      expect(found('missed').length).toBeGreaterThan(0);
      expect(found('unsettled').length).toBeGreaterThan(0);
    },
    HOURS_MS,
  );
});
