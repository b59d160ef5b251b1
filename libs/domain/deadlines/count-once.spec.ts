import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { Limit, Procedure } from '../vocabulary.js';
import { explain, previewDeadline } from './index.js';

const policy = loadPolicy();

function ask(procedure: Procedure, clock: Limit, from: string, at?: string) {
  return previewDeadline(policy, {
    procedure,
    clock,
    from,
    at,
    complexity: 'none',
    remote: false,
    ledger: [],
  });
}

function dueOf(procedure: Procedure, clock: Limit, from: string, at?: string): string {
  const answer = ask(procedure, clock, from, at);
  if ('refusal' in answer) return answer.refusal.code;
  return [answer.due, answer.dueTime].filter(Boolean).join(' ');
}

describe('a limit that counts back from its event', () => {
  test.each([
    ['complaintSecond', 'inviteToDialogue', '2026-12-07', '2026-12-02', '6/12 is 1, 2/12 is 5, a Wednesday'],
    ['complaintFirst', 'inviteToDialogue', '2026-12-10', '2026-12-04', '5/12 is a Saturday, so Friday'],
    ['complaintFirst', 'inviteToDialogue', '2026-11-29', '2026-11-23', '24/11 is off, so Monday 23/11'],
    [
      'feedback',
      'postReceptionCalendar',
      '2026-11-26',
      '2026-11-18',
      '25/11 is 1, 24 off, 23, 20, 19, 18/11',
    ],
    ['feedback', 'announceOnlineReception', '2026-11-26', '2026-11-18', 'the same count'],
    ['denunciation', 'testOnlineLink', '2026-11-25', '2026-11-23', '24/11 is off'],
    ['feedback', 'announceHearing', '2026-12-20', '2026-12-10', 'a Thursday'],
    ['feedback', 'announceHearing', '2025-05-12', '2025-04-29', '2/5, 1/5 and 30/4 are off, so Tuesday 29/4'],
    ['voterPetition', 'reportPromises', '2026-12-08', '2026-11-27', '28/11 is a Saturday'],
    ['feedback', 'sendSupervisionProgramme', '2027-02-18', '2027-02-04', '8/2 is Tết, off since Friday 5/2'],
    ['feedback', 'sendDelegatesProgramme', '2026-11-30', '2026-11-23', 'a Monday'],
  ] as const)('%s %s %s ends on %s: %s', (procedure, clock, from, due, _why) => {
    expect(dueOf(procedure, clock, from)).toBe(due);
  });

  test('says from what it counts, why it moved, and that no text gives the rule', () => {
    const answer = ask('complaintFirst', 'inviteToDialogue', '2026-12-10');
    if ('refusal' in answer) throw new Error(answer.refusal.code);
    expect(explain(answer, 'vi')).toBe(
      'chậm nhất 5 ngày trước ngày đối thoại 10/12/2026: thứ Bảy 05/12/2026 (Nghị định 155/2026/NĐ-CP Điều 11); ' +
        'luật chưa nói rõ khi mốc rơi vào ngày nghỉ, lấy ngày sớm hơn: thứ Sáu 04/12/2026',
    );
  });

  test('is provisional when it rests on a calendar that is not official', () => {
    const answer = ask('feedback', 'sendSupervisionProgramme', '2027-02-18');
    expect('refusal' in answer ? null : answer.provisional).toBe(true);
  });

  test('is never paused or extended', () => {
    const answer = previewDeadline(policy, {
      procedure: 'complaintFirst',
      clock: 'inviteToDialogue',
      from: '2026-12-10',
      complexity: 'none',
      remote: false,
      ledger: [{ type: 'suspended', on: '2026-12-01' }],
    });
    expect('refusal' in answer && [answer.refusal.code, answer.refusal.pointer]).toEqual([
      'ledger.countedOnce',
      '/ledger/0',
    ]);
  });
});

describe('a limit in hours', () => {
  test.each([
    [
      'distributeReport',
      '2026-11-20',
      '16:30',
      '2026-11-23 08:30',
      'half an hour on Friday, 1.5 on Monday from 7',
    ],
    [
      'distributeReport',
      '2026-11-23',
      '10:00',
      '2026-11-23 14:00',
      'an hour to 11, the break, an hour from 13',
    ],
    ['distributeReport', '2026-11-21', '09:00', '2026-11-23 09:00', 'came on a Saturday'],
    ['distributeReport', '2026-11-23', '16:00', '2026-11-25 08:00', 'an hour on Monday, 24/11 is off'],
    ['distributeReport', '2026-11-23', '07:00', '2026-11-23 09:00', 'from the moment itself'],
    ['connectOnline', '2026-12-07', '08:00', '2026-12-07 07:00', 'one hour before'],
    ['connectOnline', '2026-12-07', '00:30', '2026-12-06 23:30', 'one hour before, on the day before'],
  ] as const)('%s %s %s ends at %s: %s', (clock, from, at, due, _why) => {
    expect(dueOf('feedback', clock, from, at)).toBe(due);
  });

  test('asks for the time of the event', () => {
    expect(dueOf('feedback', 'distributeReport', '2026-11-23')).toBe('time.missing');
    expect(dueOf('feedback', 'distributeReport', '2026-11-23', '25:00')).toBe('time.missing');
  });
});
