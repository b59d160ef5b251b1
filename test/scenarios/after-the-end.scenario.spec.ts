import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Channel, type Command, type Procedure } from '#domain';
import { sweepDeadlines, viewCase } from '#petitions';
import { COORDINATION, createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { daysAgo, playSteps, type Step, takeInPaper, today } from '../support/play.js';

const cast = {} as Record<'desk' | 'officer' | 'head' | 'superior' | 'office' | 'supervisor', Actor>;
let house: TestOffice;

beforeAll(async () => {
  house = await createTestOffice();
  await house.addAgency('ubnd', { name: 'Uỷ ban nhân dân tỉnh' });
  await house.addAgency('so-xd', { name: 'Sở Xây dựng', parentCode: 'ubnd' });
  cast.desk = await house.addStaff('deskOfficer', DESK);
  cast.officer = await house.addStaff('agencyOfficer', 'so-xd');
  cast.head = await house.addStaff('agencyHead', 'so-xd');
  cast.superior = await house.addStaff('agencyHead', 'ubnd');
  cast.office = await house.addStaff('coordinationOffice', COORDINATION);
  cast.supervisor = await house.addStaff('supervisor');
});
afterAll(() => house?.close());

const register = (procedure: Procedure, receivedOn: string, channel: Channel = 'post') =>
  takeInPaper(house, cast.desk, { procedure, receivedOn, channel });

const play = (caseId: string, steps: Step<keyof typeof cast>[]) => playSteps(house, cast, caseId, steps);

async function clocksOf(caseId: string): Promise<string[]> {
  const view = await viewCase(house.office, cast.office, caseId);
  return view!.deadlines
    .filter(({ state }) => state === 'running')
    .map(({ clock }) => clock)
    .sort();
}

const sweep = async () => {
  while ((await sweepDeadlines(house.office, 50)).fired > 0);
};

const assign = (on: string): Command => ({ type: 'assign', agencyCode: 'so-xd', receivedByAgencyOn: on });
const resolve = (on: string, outcome: Extract<Command, { type: 'resolve' }>['outcome']): Command => ({
  type: 'resolve',
  on,
  outcome,
  summary: 'Kết quả mẫu',
});

/** A first complaint that was decided so many days ago, its paper sent and published. */
async function decidedComplaint(days: number): Promise<string> {
  const caseId = await register('complaintFirst', daysAgo(days + 20));
  await play(caseId, [
    ['desk', assign(daysAgo(days + 19)), 'assigned.awaitingAcceptance'],
    ['head', { type: 'accept', on: daysAgo(days + 15) }, 'assigned.accepted'],
    ['officer', { type: 'startVerification', on: daysAgo(days + 10) }, 'assigned.verifying'],
    ['officer', { type: 'reportVerification', on: daysAgo(days + 2) }, 'assigned.deciding'],
    ['head', resolve(daysAgo(days), 'decidedWrong'), 'resolved.decided'],
    ['officer', { type: 'fulfil', duty: 'sendDecision', on: daysAgo(days) }, 'resolved.decided'],
    ['officer', { type: 'fulfil', duty: 'publish', on: daysAgo(days) }, 'resolved.decided'],
  ]);
  return caseId;
}

describe('a decision on a complaint', () => {
  test('takes legal force by time alone, is not called late for it, and is carried out and archived', async () => {
    const caseId = await decidedComplaint(60);
    await sweep();
    const inForce = await viewCase(house.office, cast.head, caseId);
    expect(inForce).toMatchObject({
      handling: 'resolved.inForce',
      headline: 'resolved',
      supervision: 'none',
      settledInTime: true,
    });
    expect(inForce?.deadlines.find(({ clock }) => clock === 'legalForce')).toMatchObject({
      state: 'met',
      metInTime: true,
    });
    await play(caseId, [
      ['officer', { type: 'recordFurtherStep', on: today, step: 'court' }, 'case.notInThisState'],
      ['officer', { type: 'recordExecution', on: today }, 'resolved.executed'],
      ['officer', { type: 'archive', on: today }, 'resolved.archived'],
      ['officer', { type: 'archive', on: today }, 'case.notInThisState'],
    ]);
  });

  test('stays without force when the complainant goes on in time', async () => {
    const caseId = await decidedComplaint(5);
    await play(caseId, [
      [
        'desk',
        { type: 'recordFurtherStep', on: today, step: 'furtherDenunciation' },
        'step.notOfThisProcedure',
      ],
      ['desk', { type: 'recordFurtherStep', on: today, step: 'secondComplaint' }, 'resolved.contested'],
    ]);
    expect(await clocksOf(caseId)).toEqual([]);
  });
});

describe('a denunciation that a delegate forwarded', () => {
  test('waits for its experts, is concluded, and leaves duties that can be late after the end', async () => {
    const caseId = await register('denunciation', daysAgo(60), 'forwarded');
    expect(await clocksOf(caseId)).toEqual(['answerForwarder', 'answerVisitor', 'process', 'transfer']);
    await play(caseId, [
      ['desk', { type: 'fulfil', duty: 'answerForwarder', on: daysAgo(50) }, 'received.classified'],
      ['desk', { type: 'confirmIdentity', on: daysAgo(59), known: true }, 'received.classified'],
      ['desk', assign(daysAgo(58)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(55) }, 'assigned.accepted'],
      ['head', { type: 'fulfil', duty: 'notifyAcceptance', on: daysAgo(54) }, 'assigned.accepted'],
      ['officer', { type: 'startVerification', on: daysAgo(50), noConflict: true }, 'assigned.verifying'],
      ['head', { type: 'requestExpertise', on: daysAgo(45) }, 'assigned.awaitingExpertise'],
      ['officer', { type: 'receiveExpertise', on: daysAgo(46) }, 'ledger.notInOrder'],
      ['officer', { type: 'receiveExpertise', on: daysAgo(25) }, 'assigned.verifying'],
      ['officer', { type: 'reportVerification', on: daysAgo(22) }, 'assigned.concluding'],
      [
        'supervisor',
        { type: 'supervise', tool: 'demand', on: daysAgo(22), message: 'Đề nghị báo cáo' },
        'assigned.concluding',
      ],
    ]);
    expect(await viewCase(house.office, cast.head, caseId)).toMatchObject({
      headline: 'escalated',
      level: 1,
    });
    await play(caseId, [['head', resolve(daysAgo(20), 'concludedTrue'), 'resolved.concluded']]);
    expect(await clocksOf(caseId)).toEqual([
      'actOnConclusion',
      'publish',
      'reportToCouncil',
      'reportToForwarder',
      'sendConclusion',
    ]);
    const ended = await viewCase(house.office, cast.head, caseId);
    expect(ended).toMatchObject({ headline: 'resolved', supervision: 'none', level: 0, settledInTime: true });
    await sweep();
    expect(await viewCase(house.office, cast.head, caseId)).toMatchObject({
      headline: 'resolved',
      supervision: 'escalated',
    });
    await play(caseId, [
      ['supervisor', { type: 'urge', on: today, message: 'Đề nghị báo cáo' }, 'resolved.concluded'],
      ['desk', { type: 'recordFurtherStep', on: today, step: 'furtherDenunciation' }, 'resolved.concluded'],
    ]);
    expect(await clocksOf(caseId)).toContain('reviewFurtherDenunciation');
  });

  test('is taken over by the superior, who decides on its acceptance anew', async () => {
    const caseId = await register('denunciation', daysAgo(20));
    await play(caseId, [
      ['desk', { type: 'confirmIdentity', on: daysAgo(20), known: true }, 'received.classified'],
      ['desk', assign(daysAgo(19)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(15) }, 'assigned.accepted'],
      ['office', { type: 'takeOver', on: daysAgo(2), agencyCode: 'khong-co', reason: 'x' }, 'agency.unknown'],
      [
        'office',
        { type: 'takeOver', on: daysAgo(2), agencyCode: 'ubnd', reason: 'Vi phạm nghiêm trọng' },
        'assigned.awaitingAcceptance',
      ],
      ['superior', { type: 'accept', on: daysAgo(1) }, 'assigned.accepted'],
      ['superior', { type: 'requestProtection', on: today }, 'assigned.accepted'],
      ['superior', { type: 'decideProtection', on: today, granted: true }, 'assigned.accepted'],
      ['superior', { type: 'liftSeal', on: today }, 'assigned.accepted'],
    ]);
    expect(await viewCase(house.office, cast.superior, caseId)).toMatchObject({
      agencyCode: 'ubnd',
      protection: 'protected',
      confidentiality: 'lifted',
    });
  });
});

describe('a withdrawal that was not free', () => {
  test('is undone: the case has not ended, and goes on with the days it had left', async () => {
    const caseId = await register('complaintFirst', daysAgo(30));
    await play(caseId, [
      ['desk', assign(daysAgo(29)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(25) }, 'assigned.accepted'],
      ['desk', { type: 'withdraw', on: daysAgo(20), scope: 'whole' }, 'resolved.withdrawn'],
      ['head', { type: 'reopen', on: daysAgo(5), reason: 'Bị ép buộc rút đơn' }, 'assigned.accepted'],
    ]);
    const view = await viewCase(house.office, cast.head, caseId);
    expect(view).toMatchObject({ outcome: null, resolvedOn: null, dueClock: 'settle' });
    expect(view!.due! > addCalendarDays(daysAgo(5), 20)).toBe(true);
  });
});

describe('a date that was recorded wrongly', () => {
  test('is put right by an entry with a reason, and what rang because of it falls silent', async () => {
    const caseId = await register('complaintFirst', daysAgo(60));
    const correct = (was: string, is: string): Command => ({
      type: 'correctDate',
      act: 'acceptance',
      was,
      is,
      reason: 'Ghi nhầm tháng',
    });
    await play(caseId, [
      ['desk', assign(daysAgo(59)), 'assigned.awaitingAcceptance'],
      ['head', { type: 'accept', on: daysAgo(50) }, 'assigned.accepted'],
    ]);
    await sweep();
    expect(await viewCase(house.office, cast.head, caseId)).toMatchObject({ supervision: 'escalated' });
    await play(caseId, [
      ['office', { type: 'standDown', on: today, reason: 'Ghi nhầm ngày' }, 'assigned.accepted'],
      ['head', correct(daysAgo(49), daysAgo(20)), 'correction.nothingToCorrect'],
      ['head', correct(daysAgo(50), addCalendarDays(today, 1)), 'date.inTheFuture'],
      ['head', correct(daysAgo(50), daysAgo(20)), 'assigned.accepted'],
    ]);
    const view = await viewCase(house.office, cast.head, caseId);
    expect(view).toMatchObject({ supervision: 'none', dueClock: 'settle', isLate: false });
  });
});

describe('what ends at the desk', () => {
  test('a refused visit needs a paper on two grounds only; a duplicate and a mixed petition need none', async () => {
    const settled = await register('feedback', today);
    await play(settled, [
      [
        'desk',
        { type: 'refuseVisit', on: today, ground: 'nothingNew', reason: 'Không có nội dung mới' },
        'resolved.visitRefused',
      ],
    ]);
    expect(await clocksOf(settled)).toEqual(['refuseVisit']);
    const drunk = await register('unclassified', today);
    await play(drunk, [
      [
        'desk',
        { type: 'refuseVisit', on: today, ground: 'intoxicated', reason: 'Say rượu' },
        'resolved.visitRefused',
      ],
    ]);
    expect(await clocksOf(drunk)).toEqual([]);
    const twin = await register('complaintFirst', today);
    await play(twin, [
      [
        'desk',
        { type: 'markDuplicate', on: today, ofCase: 'CM-2026-000001-1', reason: 'Trùng' },
        'resolved.duplicate',
      ],
    ]);
    const mixed = await register('unclassified', today);
    await play(mixed, [
      ['desk', { type: 'guideToSplit', on: today, reason: 'Nhiều nội dung' }, 'resolved.guidedToSplit'],
    ]);
    expect((await viewCase(house.office, cast.desk, twin))?.outcome).toBe('duplicate');
    expect((await viewCase(house.office, cast.desk, mixed))?.outcome).toBe('guidedToSplit');
  });
});
