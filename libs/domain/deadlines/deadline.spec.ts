import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { Clock, LegalDate, Procedure } from '../vocabulary.js';
import {
  cancelDeadline,
  continueDeadline,
  type Deadline,
  extendDeadline,
  extensionRefusal,
  highestStepReached,
  meetDeadline,
  recordComplexityOn,
  rung,
  startDeadline,
  suspendDeadline,
} from './index.js';

const policy = loadPolicy();

function start(clock: Clock, procedure: Procedure, on: LegalDate): Deadline {
  const deadline = startDeadline({ id: 'd1', clock, procedure, on, policy });
  if (!deadline) throw new Error('no rule');
  return deadline;
}

const settling = () => start('settle', 'complaintFirst', '2026-12-03');
const accusing = () => start('settle', 'denunciation', '2026-12-03');
const complex = { on: '2026-12-10', complexity: 'complex', remote: false } as const;

describe('starting a clock', () => {
  test('it runs, knows its rule and waits for its first warning 15 days before the end', () => {
    expect(settling()).toEqual({
      id: 'd1',
      clock: 'settle',
      procedure: 'complaintFirst',
      state: 'running',
      ledger: [
        {
          type: 'started',
          on: '2026-12-03',
          ruleId: 'K3',
          ruleFrom: '2012-07-01',
          calendarEdition: policy.calendar.edition,
        },
      ],
      due: '2027-01-04',
      nextStep: 0,
      nextAlarmAt: '2026-12-20T08:00:00+07:00',
      metInTime: null,
    });
  });

  test('a petition of June 2026 is accepted under the law of 2011, one of July under the decree of 2026', () => {
    expect(start('accept', 'complaintFirst', '2026-06-30').ledger[0]).toMatchObject({
      ruleFrom: '2012-07-01',
    });
    expect(start('accept', 'complaintFirst', '2026-07-01').ledger[0]).toMatchObject({
      ruleFrom: '2026-07-01',
    });
  });

  test('there is no clock where no rule is held', () => {
    const request = { id: 'd1', policy, on: '2026-11-23' };
    expect(startDeadline({ ...request, clock: 'accept', procedure: 'feedback' })).toBeUndefined();
    expect(startDeadline({ ...request, clock: 'answerVisitor', procedure: 'voterPetition' })).toBeUndefined();
    expect(
      startDeadline({ ...request, clock: 'settle', procedure: 'denunciation', on: '2018-12-31' }),
    ).toBeUndefined();
  });
});

describe('stopping and going on', () => {
  test('a clock that stands still has no due date and rings no alarm', () => {
    const paused = suspendDeadline(settling(), '2026-12-14', policy);
    expect(paused).toMatchObject({ state: 'paused', due: null, nextStep: null, nextAlarmAt: null });
  });

  test('going on, it warns again of the new end, and not of days gone by', () => {
    const paused = suspendDeadline(settling(), '2026-12-14', policy);
    const running = continueDeadline(paused, '2027-01-20', policy);
    // 19 days left: Monday 8 February is Tết, so Friday 12 February; 15 days before is 28 January.
    expect(running).toMatchObject({
      due: '2027-02-12',
      nextStep: 0,
      nextAlarmAt: '2027-01-28T08:00:00+07:00',
    });
    const late = continueDeadline(suspendDeadline(settling(), '2026-12-30', policy), '2027-01-20', policy);
    expect(late).toMatchObject({ due: '2027-01-25', nextStep: 2, nextAlarmAt: '2027-01-22T08:00:00+07:00' });
  });

  test('the acts that have nothing to do change nothing', () => {
    const running = settling();
    const paused = suspendDeadline(running, '2026-12-14', policy);
    expect(continueDeadline(running, '2026-12-14', policy)).toBe(running);
    expect(suspendDeadline(paused, '2026-12-15', policy)).toBe(paused);
    const closed = cancelDeadline(running, '2026-12-14');
    expect(suspendDeadline(closed, '2026-12-15', policy)).toBe(closed);
    expect(recordComplexityOn(closed, complex, policy)).toBe(closed);
    expect(meetDeadline(closed, '2026-12-15', policy)).toBe(closed);
  });

  test('no act changes the deadline it was given', () => {
    const before = settling();
    const copy = structuredClone(before);
    meetDeadline(
      recordComplexityOn(suspendDeadline(before, '2026-12-14', policy), complex, policy),
      '2027-01-01',
      policy,
    );
    expect(before).toEqual(copy);
  });
});

describe('findings and extensions', () => {
  test('a finding moves the end of a complaint and its warnings', () => {
    const found = recordComplexityOn(settling(), complex, policy);
    expect(found).toMatchObject({ due: '2027-01-18', nextAlarmAt: '2027-01-03T08:00:00+07:00' });
  });

  test('a finding that moves nothing keeps the place on the ladder', () => {
    const warned = rung(accusing(), 0, policy);
    expect(recordComplexityOn(warned, complex, policy)).toMatchObject({ due: '2027-01-04', nextStep: 1 });
  });

  test('a denunciation is extended once when complex, twice when specially complex', () => {
    expect(extensionRefusal(accusing(), 'none', policy)?.code).toBe('complexityNotFound');
    const once = extendDeadline(recordComplexityOn(accusing(), complex, policy), '2026-12-20', policy);
    expect(once.due).toBe('2027-02-01');
    expect(extensionRefusal(once, 'complex', policy)).toEqual({
      code: 'extensionsUsedUp',
      granted: 1,
      allowed: 1,
      article: 'Luật Tố cáo Điều 30',
    });
    expect(extensionRefusal(once, 'speciallyComplex', policy)).toBeNull();
  });

  test('a complaint knows no extension, whatever its complexity', () => {
    expect(extensionRefusal(settling(), 'speciallyComplex', policy)?.code).toBe('noExtensionInLaw');
  });

  test('a closed clock is not extended', () => {
    const met = meetDeadline(accusing(), '2026-12-20', policy);
    expect(extensionRefusal(met, 'complex', policy)?.code).toBe('clockClosed');
  });

  test('an extension beyond the legal maximum is refused', () => {
    expect(() => extendDeadline(accusing(), '2026-12-20', policy)).toThrow('complexityNotFound');
  });
});

describe('closing a clock', () => {
  test('the last day is in time, the day after is not', () => {
    expect(meetDeadline(settling(), '2027-01-04', policy)).toMatchObject({ state: 'met', metInTime: true });
    expect(meetDeadline(settling(), '2027-01-05', policy)).toMatchObject({
      metInTime: false,
      due: '2027-01-04',
      nextStep: null,
      nextAlarmAt: null,
    });
  });

  test('a decision while the clock stands still is in time, unless it was late before it stopped', () => {
    const paused = suspendDeadline(settling(), '2026-12-14', policy);
    expect(meetDeadline(paused, '2027-06-01', policy).metInTime).toBe(true);
    const lateBefore = suspendDeadline(settling(), '2027-01-10', policy);
    expect(meetDeadline(lateBefore, '2027-06-01', policy).metInTime).toBe(false);
  });

  test('a cancelled clock gives no verdict', () => {
    expect(cancelDeadline(settling(), '2026-12-20')).toMatchObject({ state: 'cancelled', metInTime: null });
  });
});

describe('climbing the ladder', () => {
  test('each step that rang waits for the next, and after the last none is left', () => {
    let deadline = settling();
    const instants = [];
    while (deadline.nextStep !== null) {
      instants.push(deadline.nextAlarmAt);
      deadline = rung(deadline, deadline.nextStep, policy);
    }
    expect(instants).toEqual([
      '2026-12-20T08:00:00+07:00',
      '2026-12-28T08:00:00+07:00',
      '2027-01-01T08:00:00+07:00',
      '2027-01-05T00:00:00+07:00',
      '2027-01-06T00:00:00+07:00',
      '2027-01-12T00:00:00+07:00',
      '2027-01-26T00:00:00+07:00',
    ]);
  });

  test('a step that rang before changes nothing', () => {
    const second = rung(settling(), 0, policy);
    expect(rung(second, 0, policy)).toBe(second);
  });

  test('a sweep that slept for a week goes straight to the highest step reached', () => {
    const step = highestStepReached(settling(), '2027-01-12T03:00:00Z', policy);
    expect(step).toBe(5);
    expect(rung(settling(), 5, policy)).toMatchObject({
      nextStep: 6,
      nextAlarmAt: '2027-01-26T00:00:00+07:00',
    });
  });

  test('one second before 24:00 of the last day the limit has not passed', () => {
    expect(highestStepReached(settling(), '2027-01-04T16:59:59Z', policy)).toBe(2);
    expect(highestStepReached(settling(), '2027-01-04T16:59:59.999Z', policy)).toBe(2);
    expect(highestStepReached(settling(), '2027-01-04T17:00:00Z', policy)).toBe(3);
    expect(highestStepReached(settling(), '2027-01-05T00:00:00.001+07:00', policy)).toBe(3);
    expect(highestStepReached(settling(), '2026-12-03T02:00:00Z', policy)).toBeNull();
  });
});
