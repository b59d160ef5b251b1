import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { Clock, LegalDate, Procedure } from '../vocabulary.js';
import { alarmsOf, nextAlarm, startDeadline, suspendDeadline } from './index.js';

const policy = loadPolicy();

function start(clock: Clock, procedure: Procedure, on: LegalDate) {
  const deadline = startDeadline({ id: 'd1', clock, procedure, on, policy });
  if (!deadline) throw new Error('no rule');
  return deadline;
}

describe('the alarms of a clock', () => {
  test('warn the holder at eight, pass at 24:00, and climb in working days', () => {
    const alarms = alarmsOf(start('accept', 'denunciation', '2026-11-23'), policy);
    expect(alarms.map(({ kind, level, at }) => `${kind} ${level} ${at}`)).toEqual([
      'warn 0 2026-11-30T08:00:00+07:00',
      'warn 0 2026-12-02T08:00:00+07:00',
      'overdue 0 2026-12-04T00:00:00+07:00',
      'escalate 1 2026-12-05T00:00:00+07:00',
      'escalate 2 2026-12-11T00:00:00+07:00',
      'escalate 3 2026-12-25T00:00:00+07:00',
    ]);
    expect(alarms[0]?.tells).toEqual(['holder']);
    expect(alarms[4]?.tells).toContain('supervisor');
  });

  test('warnings follow the earlier reading of the law, the limit and what follows do not', () => {
    // Received 10 July 2026: due 21 July by the decree, 20 July by the law of 2011.
    const alarms = alarmsOf(start('accept', 'complaintFirst', '2026-07-10'), policy);
    expect(alarms.slice(0, 3).map(({ at }) => at)).toEqual([
      '2026-07-17T08:00:00+07:00',
      '2026-07-19T08:00:00+07:00',
      '2026-07-22T00:00:00+07:00',
    ]);
  });

  test('a parked case is called back on its review date and climbs one level only', () => {
    const alarms = alarmsOf(start('review', 'denunciation', '2026-11-02'), policy);
    expect(alarms.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'overdue 2026-12-03T00:00:00+07:00',
      'escalate 2026-12-10T00:00:00+07:00',
    ]);
  });

  test('a warning that would ring before the clock has begun is left out, and the steps keep their numbers', () => {
    const ladders = policy.ladders.map((ladder) => ({
      ...ladder,
      steps: ladder.steps.map((step) => (step.offset === -3 ? { ...step, offset: -10 } : step)),
    }));
    const deadline = start('accept', 'denunciation', '2026-11-23');
    expect(nextAlarm(deadline, { ...policy, ladders })).toMatchObject({
      step: 1,
      at: '2026-12-02T08:00:00+07:00',
    });
  });

  test('a clock that stands still rings nothing', () => {
    const paused = suspendDeadline(start('settle', 'denunciation', '2026-12-03'), '2026-12-14', policy);
    expect(alarmsOf(paused, policy)).toEqual([]);
    expect(nextAlarm(paused, policy)).toBeNull();
  });
});
