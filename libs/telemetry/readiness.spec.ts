import { describe, expect, test } from '@jest/globals';
import { answerReadiness, type RecordFacts } from './readiness.js';

const WELL: RecordFacts = {
  missingMigrations: 0,
  isReadOnly: false,
  oldestUnsentSeconds: null,
  parkedMessages: 0,
  oldestOverdueAlarmSeconds: null,
  sweepLateSeconds: 0,
  clockSkewSeconds: 0,
  clockDoubt: null,
};
const GIB = 1024 ** 3;
const disk = (usedRatio: number, freeGib: number) => [
  { volume: 'database' as const, usedRatio, freeBytes: freeGib * GIB },
];
const judge = (facts: Partial<RecordFacts>) => answerReadiness({ ...WELL, ...facts }, [], null);

describe('a process', () => {
  test('is ready when nothing speaks against it', () => {
    expect(judge({})).toMatchObject({ status: 'ready', reason: null, warnings: [] });
  });

  test('is not ready when its clock is more than two seconds beside that of PostgreSQL', () => {
    expect(judge({ clockSkewSeconds: -1.9 }).status).toBe('ready');
    expect(judge({ clockSkewSeconds: -7_200 })).toMatchObject({
      status: 'unavailable',
      reason: "The clock of this machine and PostgreSQL's are -7200 s apart.",
    });
  });

  test('says everything that speaks against it', () => {
    const { reason } = judge({ missingMigrations: 1, sweepLateSeconds: 61, clockDoubt: 'it jumped.' });
    expect(reason).toBe(
      'The schema is not current: 1 migrations wait. Deadlines are not fired: the oldest due alarm waits for 61 s. Sweeping is paused: it jumped.',
    );
  });

  test('stays ready while the record is read-only, for reading goes on, and says so', () => {
    expect(judge({ isReadOnly: true })).toMatchObject({
      status: 'ready',
      warnings: ['The record is read-only: commands are refused for now.'],
    });
  });

  test('warns of a disk from 85 % on, and is not ready above 92 % unless much room is left', () => {
    const at = (ratio: number, freeGib: number) => answerReadiness(WELL, disk(ratio, freeGib), null);
    expect(at(0.85, 3)).toMatchObject({ status: 'ready', warnings: [] });
    expect(at(0.86, 3)).toMatchObject({
      status: 'ready',
      warnings: ['The disk of the database is 86 % full.'],
    });
    expect(at(0.93, 3)).toMatchObject({
      status: 'unavailable',
      reason: 'The disk of the database is 93 % full.',
      warnings: [],
    });
    expect(at(0.93, 80)).toMatchObject({
      status: 'ready',
      warnings: ['The disk of the database is 93 % full.'],
    });
  });

  test('works without the queue and says so, and names one that may forget', () => {
    const { status, warnings } = answerReadiness(WELL, [], { isOpen: false, isUnsafe: true, waiting: null });
    expect([status, warnings]).toEqual([
      'ready',
      ['The queue is away: the worker does without it.', 'The queue may forget jobs (QUEUE_UNSAFE=accept).'],
    ]);
  });

  test('is not ready without the database', () => {
    expect(answerReadiness(null, [], null).reason).toBe('The database does not answer.');
  });
});
