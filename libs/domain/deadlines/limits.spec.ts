import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { LegalDate, Limit, Procedure } from '../vocabulary.js';
import { previewDeadline } from './preview.js';

const policy = loadPolicy();

function count(clock: Limit, procedure: Procedure, from: LegalDate, remote = false) {
  const answer = previewDeadline(policy, { procedure, clock, from, complexity: 'none', remote, ledger: [] });
  if ('refusal' in answer) throw new Error(`refused: ${answer.refusal.code}`);
  return { due: answer.due, ruleId: answer.rule.id, certainty: answer.rule.certainty };
}

/** A limit counted by hand: row, limit, procedure, start, last day, and the reasoning. */
type Vector = [string, Limit, Procedure, LegalDate, LegalDate, string];

function counted(table: string): Vector[] {
  return table
    .trim()
    .split('\n')
    .map((line) => /^\s*(\S+) +(\S+) +(\S+) +(\S+) +(\S+) +(.+)$/.exec(line)?.slice(1) as Vector);
}

const AT_THE_DESK = counted(`
  R2  refuseVisit               feedback        2026-11-20  2026-11-26  3: Mon 23, (Tue 24/11 off) Wed 25, Thu 26
  R2  refuseVisit               complaintFirst  2026-07-01  2026-07-06  3 from the first day of the decree: Thu, Fri, Mon 6
  R3  reportToForwarder         complaintFirst  2026-08-27  2026-09-10  7: Fri 28, (31/8 to 2/9 off) Thu 3, 4, 7, 8, 9, Thu 10
  R3  reportToForwarder         denunciation    2026-12-21  2026-12-30  7: Tue 22 to Fri 25 are 4, Mon 28, 29, Wed 30
  R4  forwarderTellsCitizen     complaintSecond 2026-12-30  2027-01-07  5: Thu 31, (Fri 1/1 off) Mon 4, 5, 6, Thu 7
`);

const COMPLAINTS = counted(`
  K1  fileComplaint             complaintFirst  2026-11-23  2027-02-22  90: 7 in November, 31, 31, so Sun 21/2, moved to Monday
  K1  fileComplaint             complaintFirst  2026-03-02  2026-06-01  90: 29 in March, 30, 31, so Sun 31/5, moved to Monday
  K4  sendDecision              complaintFirst  2026-12-30  2027-01-05  3: Thu 31, (Fri 1/1 off) Mon 4, Tue 5
  K4  sendDecision              complaintFirst  2026-08-20  2026-08-24  3: Fri 21, the worked Sat 22, Mon 24
  K7  sendDecision              complaintSecond 2026-12-30  2027-01-06  7 calendar days over New Year: Wed 6/1
  K7  sendDecision              complaintSecond 2026-08-25  2026-09-03  day 7 is Tue 1/9, a day off, moved to Thu 3/9
  K5  fileSecondComplaint       complaintSecond 2026-12-03  2027-01-04  30: Sat 2/1, moved to Monday
  K8  legalForce                complaintFirst  2026-03-30  2026-04-29  30: Wed 29/4, the day before the holidays
  K8  legalForce                complaintFirst  2026-03-31  2026-05-04  30: Thu 30/4 off, so are 1/5 and the weekend: Mon 4/5
  K9  legalForce                complaintSecond 2027-01-07  2027-02-12  30: 24 in January, Sat 6/2 is Tết: Fri 12/2
  K10 publish                   complaintFirst  2026-12-03  2026-12-18  15: Fri 18/12
  K10 publish                   complaintSecond 2026-11-20  2026-12-07  15: Sat 5/12, moved to Monday
  K12 sendSuspension            complaintFirst  2026-12-14  2026-12-17  3: Tue, Wed, Thu 17
  K12 sendSuspension            complaintSecond 2026-08-28  2026-09-07  3: (31/8 to 2/9 off) Thu 3, Fri 4, Mon 7
  K14 handOverInformation       complaintFirst  2026-02-05  2026-02-12  7: Thu 12/2, before Tết
  K14 handOverInformation       complaintSecond 2026-02-09  2026-02-23  day 7 is Mon 16/2, Tết: Mon 23/2
  K15 tellFront                 complaintFirst  2026-04-24  2026-05-04  day 7 is Fri 1/5, off: Mon 4/5
`);

const DENUNCIATIONS = counted(`
  D2  transfer                  denunciation    2026-11-23  2026-12-01  5: (Tue 24/11 off) Wed 25, 26, 27, Mon 30, Tue 1/12
  D3  answerForwarder           denunciation    2026-11-23  2026-12-14  20: Sun 13/12, moved to Monday
  D4  notifyAcceptance          denunciation    2026-12-03  2026-12-10  5: Fri 4, Mon 7, 8, 9, Thu 10
  D6  sendSuspension            denunciation    2026-04-23  2026-05-05  5: Fri 24, (27/4 off) Tue 28, 29, (30/4, 1/5 off) Mon 4, Tue 5
  D7  sendConclusion            denunciation    2027-02-04  2027-02-18  5 over Tết: (5 to 11/2 off) Fri 12, Mon 15, 16, 17, Thu 18
  D8  actOnConclusion           denunciation    2026-12-22  2026-12-31  7: Wed 23, 24, 25, Mon 28, 29, 30, Thu 31
  D9  reportMeasures            denunciation    2026-01-05  2026-01-10  5: Tue 6 to Fri 9 are 4, the worked Sat 10
  D10 publish                   denunciation    2026-01-05  2026-01-13  7: the worked Sat 10 is 5, Mon 12, Tue 13
  D11 reviewFurtherDenunciation denunciation    2026-12-03  2026-12-23  20: Wed 23/12
  D11 reviewFurtherDenunciation denunciation    2026-12-12  2027-01-04  20: Fri 1/1, off: Mon 4/1
  D12 demandReport              denunciation    2026-12-25  2027-01-04  5: Mon 28 to Thu 31 are 4, (Fri 1/1 off) Mon 4/1
  D13 reportOverdue             denunciation    2026-08-17  2026-08-22  5: Tue 18 to Fri 21 are 4, the worked Sat 22
`);

const COUNCIL = counted(`
  A1  transfer                  feedback        2026-02-12  2026-02-26  5 over Tết: Fri 13, (16 to 20/2 off) Mon 23, 24, 25, Thu 26
  V4  askCooperation            voterPetition   2026-11-23  2026-12-01  5: (Tue 24/11 off) Wed 25, 26, 27, Mon 30, Tue 1/12
  V5  cooperate                 voterPetition   2026-11-23  2026-12-08  15: Tue 8/12
  H2  reportToCouncil           complaintFirst  2026-02-09  2026-02-23  7: Mon 16/2, Tết: Mon 23/2
  H2  reportToCouncil           feedback        2026-03-02  2026-03-09  7: Mon 9/3
  H3  reportToCommittee         denunciation    2026-02-18  2026-03-02  10: Sat 28/2, moved to Monday
  H3  reportToCommittee         complaintSecond 2026-12-03  2026-12-14  10: Sun 13/12, moved to Monday
  H4  answerInterpellation      voterPetition   2026-02-27  2026-03-19  20: 1 in February, Thu 19/3
  H4  answerInterpellation      complaintFirst  2026-12-03  2026-12-23  20: Wed 23/12
`);

describe.each([
  ['Luật Tiếp công dân and Nghị định 154/2026', AT_THE_DESK],
  ['Luật Khiếu nại and its decrees', COMPLAINTS],
  ['Luật Tố cáo', DENUNCIATIONS],
  ['the councils, the voters, and what the province sets', COUNCIL],
])('a limit of %s', (_, vectors) => {
  test.each(vectors)('%s, %s of %s from %s, ends on %s: %s', (ruleId, clock, procedure, from, due) => {
    expect(count(clock, procedure, from)).toMatchObject({ due, ruleId });
  });

  test('wait 45 days until a decision takes force: 30 to the end of April, Friday 15 May', () => {
    expect(count('legalForce', 'complaintFirst', '2026-03-31', true).due).toBe('2026-05-15');
    expect(count('legalForce', 'complaintSecond', '2026-03-31', true).due).toBe('2026-05-15');
  });

  test('gain nothing where the law names no such variant', () => {
    expect(count('sendDecision', 'complaintFirst', '2026-12-30', true).due).toBe('2027-01-05');
    expect(count('answerForwarder', 'denunciation', '2026-11-23', true).due).toBe('2026-12-14');
  });
});

describe('how sure a limit is', () => {
  test('the figures of the old law on supervision are settings from the day the new one holds', () => {
    const limits: Limit[] = ['reportToCouncil', 'reportToCommittee', 'answerInterpellation'];
    const certainty = (from: LegalDate) => limits.map((each) => count(each, 'feedback', from).certainty);
    expect(certainty('2026-02-28')).toEqual(['law', 'law', 'law']);
    expect(certainty('2026-03-01')).toEqual(['setting', 'setting', 'setting']);
  });

  test('what no law was found for is a setting, what was read second-hand says so', () => {
    expect(count('transfer', 'feedback', '2026-11-23').certainty).toBe('setting');
    expect(count('cooperate', 'voterPetition', '2026-11-23').certainty).toBe('setting');
    expect(count('publish', 'complaintFirst', '2026-11-23').certainty).toBe('secondary');
    expect(count('publish', 'denunciation', '2026-11-23').certainty).toBe('law');
  });
});
