import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { CalendarEdition, Policy } from '../policy/policy.js';
import type { Clock, LegalDate, Procedure } from '../vocabulary.js';
import {
  cancelDeadline,
  changeCalendar,
  changeRule,
  continueDeadline,
  correctDeadline,
  type Deadline,
  editionOf,
  explainSteps,
  findLimit,
  meetDeadline,
  reopenDeadline,
  replay,
  requestExpertise,
  returnExpertise,
  rung,
  startDeadline,
  suspendDeadline,
} from './index.js';

const policy = loadPolicy();

/** The policy after a decree that takes a day off. */
function withDayOff(...dates: LegalDate[]): Policy {
  const years = policy.calendar.years.map((year) => ({
    ...year,
    daysOff: [
      ...year.daysOff,
      ...dates
        .filter((date) => date.startsWith(`${year.year}-`))
        .map((date) => ({ date, name: 'Nghỉ thêm' })),
    ],
  }));
  const calendar: CalendarEdition = { ...policy.calendar, edition: 'decreed', years };
  return { ...policy, version: 'decreed', calendar, editions: [policy.calendar, calendar] };
}

function start(clock: Clock, procedure: Procedure, on: LegalDate, under = policy): Deadline {
  return startDeadline({ id: 'clock', clock, procedure, on, policy: under })!;
}

const settle = start('settle', 'complaintFirst', '2026-12-03');

describe('a decree on the calendar', () => {
  const decreed = withDayOff('2027-01-04');

  test('moves an open clock whose last day becomes a day off, by one more entry', () => {
    const moved = changeCalendar(settle, '2026-12-10', decreed);
    expect([settle.due, moved.due]).toEqual(['2027-01-04', '2027-01-05']);
    expect(moved.ledger).toEqual([
      ...settle.ledger,
      { type: 'calendarChanged', on: '2026-12-10', calendarEdition: 'decreed' },
    ]);
    expect(explainSteps(replay(moved.ledger, decreed, 'complaintFirst'), 'vi').join('; ')).toContain(
      'tính lại theo lịch làm việc decreed',
    );
  });

  test('leaves a clock alone that it does not move, and one that is closed', () => {
    const early = start('accept', 'complaintFirst', '2026-11-02');
    expect(changeCalendar(early, '2026-12-04', decreed)).toBe(early);
    const met = meetDeadline(settle, '2027-01-04', policy);
    expect(changeCalendar(met, '2027-01-05', withDayOff('2026-12-31'))).toBe(met);
  });

  test('moves a clock whose date stays and whose escalation would ring on the wrong day', () => {
    const early = start('accept', 'complaintFirst', '2026-12-03');
    const moved = changeCalendar(early, '2026-12-04', decreed);
    expect([moved.due, moved.nextAlarmAt]).toEqual([early.due, early.nextAlarmAt]);
    expect(editionOf(moved.ledger)).toBe('decreed');
  });

  test('changes nothing when it is applied twice, and is undone by the calendar before it', () => {
    const moved = changeCalendar(settle, '2026-12-10', decreed);
    expect(changeCalendar(moved, '2026-12-11', decreed)).toBe(moved);
    const back = { ...decreed, calendar: policy.calendar };
    const { due, nextStep, nextAlarmAt } = changeCalendar(moved, '2026-12-12', back);
    expect({ due, nextStep, nextAlarmAt }).toEqual({
      due: settle.due,
      nextStep: settle.nextStep,
      nextAlarmAt: settle.nextAlarmAt,
    });
  });

  test('lets an act of today be counted under the calendar of today', () => {
    const suspended = suspendDeadline(settle, '2026-12-14', decreed);
    const continued = continueDeadline(suspended, '2026-12-16', decreed);
    expect(continued.ledger.map(({ type }) => type)).toEqual([
      'started',
      'calendarChanged',
      'suspended',
      'continued',
    ]);
  });

  test('does not ring again what has rung and still lies behind', () => {
    const late = rung(settle, settle.nextStep! + 3, policy);
    const moved = changeCalendar(late, '2027-02-01', decreed);
    expect([moved.due, moved.nextStep]).toEqual(['2027-01-05', late.nextStep]);
  });

  test('rings the limit again when it lies ahead once more', () => {
    const late = rung(settle, 3, policy);
    const moved = changeCalendar(late, '2027-01-05', withDayOff('2027-01-04', '2027-01-05', '2027-01-06'));
    expect([moved.due, moved.nextStep]).toEqual(['2027-01-07', 3]);
  });
});

test('a date past the last day that the calendar is known for is provisional and says so', () => {
  const knownUntil = (validThrough: LegalDate) => ({
    ...policy,
    calendar: { ...policy.calendar, validThrough },
  });
  // 30 days from 1 December end on Thursday 31 December 2026.
  const { ledger } = start('settle', 'complaintFirst', '2026-12-01');
  expect(replay(ledger, knownUntil('2026-12-31'), 'complaintFirst').provisional).toBe(false);
  const beyond = replay(ledger, knownUntil('2026-12-30'), 'complaintFirst');
  expect(beyond.provisional).toBe(true);
  expect(explainSteps(beyond, 'vi').at(-1)).toContain('lịch làm việc đã công bố chưa đến ngày này');
});

describe('a date recorded wrongly', () => {
  test('is corrected by an entry with a reason, and the wrong one stays to be read', () => {
    const correction = { type: 'started', was: '2026-12-03', is: '2026-12-01', reason: 'Nhập nhầm' } as const;
    const corrected = correctDeadline(settle, { on: '2026-12-10', ...correction }, policy)!;
    // 1 Dec + 30 days = 31 Dec 2026, a Thursday.
    expect(corrected.due).toBe('2026-12-31');
    expect(corrected.ledger[0]).toEqual(settle.ledger[0]);
    expect(corrected.ledger.at(-1)).toMatchObject({ type: 'corrected', entry: 0, reason: 'Nhập nhầm' });
  });

  test('keeps the reason, a person’s own words, out of the derivation', () => {
    const correction = { type: 'started', was: '2026-12-03', is: '2026-12-01', reason: 'ông Mẫu' } as const;
    const corrected = correctDeadline(settle, { on: '2026-12-10', ...correction }, policy)!;
    expect(JSON.stringify(replay(corrected.ledger, policy, 'complaintFirst'))).not.toContain('ông Mẫu');
  });

  test('runs under the row of the right day when the law changed in between', () => {
    const accept = start('accept', 'complaintFirst', '2026-07-01');
    const correction = { type: 'started', was: '2026-07-01', is: '2026-06-30', reason: 'Nhập nhầm' } as const;
    const corrected = correctDeadline(accept, { on: '2026-07-02', ...correction }, policy)!;
    // 7 working days from 1 July end on 10 July; 10 calendar days from 30 June end there too, by the older law.
    expect([accept.due, corrected.due]).toEqual(['2026-07-10', '2026-07-10']);
    expect(replay(corrected.ledger, policy, 'complaintFirst').dayKind).toBe('calendarDay');
  });

  test('may not pass the acts around it, nor concern an act that is not there', () => {
    const suspended = suspendDeadline(settle, '2026-12-14', policy);
    const late = {
      on: '2026-12-20',
      type: 'started',
      was: '2026-12-03',
      is: '2026-12-15',
      reason: 'x',
    } as const;
    expect(correctDeadline(suspended, late, policy)).toBeNull();
    expect(correctDeadline(settle, { ...late, was: '2026-12-02' }, policy)).toBeNull();
    expect(correctDeadline(settle, { ...late, is: '2009-01-01' }, policy)).toBeNull();
  });
});

describe('a clock', () => {
  test('moved to another row by a transition rule is counted by that row from its own start', () => {
    const accept = start('accept', 'complaintFirst', '2026-06-29');
    const rule = findLimit(policy, 'accept', 'complaintFirst', '2026-07-01')!;
    const moved = changeRule(accept, { on: '2026-07-01', rule, article: 'Điều chuyển tiếp' }, policy);
    // 10 calendar days from Monday 29 June: 9 July. 7 working days: 8 July.
    expect([accept.due, moved.due]).toEqual(['2026-07-09', '2026-07-08']);
    expect(changeRule(moved, { on: '2026-07-02', rule, article: null }, policy)).toBe(moved);
  });

  test('moved by a transition rule stays moved when its start is corrected', () => {
    const accept = start('accept', 'complaintFirst', '2026-06-29');
    const rule = findLimit(policy, 'accept', 'complaintFirst', '2026-07-01')!;
    const moved = changeRule(accept, { on: '2026-07-01', rule, article: null }, policy);
    const correction = { type: 'started', was: '2026-06-29', is: '2026-06-26', reason: 'Nhập nhầm' } as const;
    // 7 working days from Friday 26 June: Tuesday 7 July.
    expect(correctDeadline(moved, { on: '2026-07-02', ...correction }, policy)?.due).toBe('2026-07-07');
  });

  test('stands still while the expertise is out', () => {
    const denunciation = start('settle', 'denunciation', '2026-12-03');
    const out = requestExpertise(denunciation, '2026-12-14', policy);
    expect([out.state, out.due]).toEqual(['paused', null]);
    // 11 days used, 19 left after 11 Jan: 30 Jan 2027, a Saturday, so Monday 1 Feb.
    expect(returnExpertise(out, '2027-01-11', policy).due).toBe('2027-02-01');
  });

  test('stands still until both the suspension and the expertise are over', () => {
    const suspended = suspendDeadline(start('settle', 'denunciation', '2026-12-03'), '2026-12-14', policy);
    const both = requestExpertise(suspended, '2026-12-16', policy);
    const continued = continueDeadline(both, '2026-12-21', policy);
    expect([both.state, continued.state]).toEqual(['paused', 'paused']);
    expect(returnExpertise(continued, '2027-01-11', policy).due).toBe('2027-02-01');
  });

  test('of a complaint does not stand still for an expertise', () => {
    expect(requestExpertise(settle, '2026-12-14', policy)).toBe(settle);
  });

  test('met while the expertise is out is judged as if it had gone on that day', () => {
    const out = requestExpertise(start('settle', 'denunciation', '2026-12-03'), '2026-12-14', policy);
    expect(meetDeadline(out, '2027-06-01', policy).metInTime).toBe(true);
  });

  test('of a case that is taken up again goes on with the days it had left', () => {
    const cancelled = cancelDeadline(settle, '2026-12-14');
    const reopened = reopenDeadline(cancelled, '2027-01-11', policy);
    expect([reopened.state, reopened.due]).toEqual(['running', '2027-02-01']);
    expect(reopenDeadline(settle, '2027-01-11', policy)).toBe(settle);
  });

  test('that was suspended when its case was closed runs again when it is reopened', () => {
    const closed = cancelDeadline(suspendDeadline(settle, '2026-12-14', policy), '2026-12-20');
    expect(reopenDeadline(closed, '2027-01-11', policy).due).toBe('2027-02-01');
  });
});
