import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Command, legalDateOf } from '#domain';
import {
  caseHistory,
  caseReceipt,
  commandCase,
  listCases,
  type Outcome,
  readBoard,
  registerCase,
  sweepDeadlines,
  trackCase,
  viewCase,
} from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());
const daysAgo = (days: number) => addCalendarDays(today, -days);

describe('a first complaint from the desk to the citizen', () => {
  let house: TestOffice;
  let desk: Actor;
  let officer: Actor;
  let head: Actor;
  let supervisor: Actor;
  let caseId = '';
  let version = 0;

  beforeAll(async () => {
    house = await createTestOffice();
    await house.addAgency('so-xd', { name: 'Sở Xây dựng' });
    desk = await house.addStaff('deskOfficer', DESK);
    officer = await house.addStaff('agencyOfficer', 'so-xd');
    head = await house.addStaff('agencyHead', 'so-xd');
    supervisor = await house.addStaff('supervisor', null);
  });
  afterAll(() => house?.close());

  async function give(actor: Actor, command: Command): Promise<Outcome> {
    const outcome = await commandCase(house.office, actor, { caseId, expectedVersion: version, command });
    if (outcome.ok) version = outcome.result.version;
    return outcome;
  }

  test('the desk logs it, and the agency holds it with seven working days to accept', async () => {
    const outcome = await registerCase(house.office, desk, {
      subject: 'Khiếu nại quyết định thu hồi đất',
      channel: 'post',
      receivedOn: daysAgo(60),
      backdatingReason: 'Đơn gửi qua bưu điện, đến trễ',
      declaredKind: 'complaint',
      procedure: 'complaintFirst',
      agencyCode: 'so-xd',
      petitioner: { fullName: 'Người mẫu A' },
    });
    expect(outcome).toMatchObject({
      ok: true,
      result: { handling: 'assigned.awaitingAcceptance', version: 3 },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    ({ caseId, version } = outcome.result);
    expect(outcome.result.number).toMatch(/^CM-\d{4}-000001-\d$/);
    const view = await viewCase(house.office, officer, caseId);
    expect(view?.deadlines.map(({ clock, state }) => `${clock} ${state}`).sort()).toEqual([
      'accept running',
      'answerVisitor running',
      'process met',
    ]);
    expect(view?.petitioner.label).toBe('Người mẫu A');
  });

  test('an officer may not accept; the head may, and the thirty days start from the acceptance', async () => {
    expect(await give(officer, { type: 'accept', on: daysAgo(50) })).toMatchObject({
      ok: false,
      refusal: { code: 'actor.mayNot', whoCan: ['agencyHead'] },
    });
    expect(await give(head, { type: 'accept', on: daysAgo(50) })).toMatchObject({ ok: true });
    expect(await give(officer, { type: 'startVerification', on: daysAgo(45) })).toMatchObject({
      ok: true,
      result: { handling: 'assigned.verifying', headline: 'assigned' },
    });
  });

  test('the limit has passed: the sweep escalates it once, and the board shows it', async () => {
    expect((await readBoard(house.office, supervisor)).totals).toMatchObject({
      open: 1,
      late: 1,
      escalated: 0,
    });
    expect(await sweepDeadlines(house.office, 100)).toMatchObject({ fired: 1 });
    expect(await sweepDeadlines(house.office, 100)).toMatchObject({ fired: 0 });
    version += 1;
    const board = await readBoard(house.office, supervisor);
    expect(board.rows).toMatchObject([{ agencyCode: 'so-xd', late: 1, escalated: 1 }]);
    const page = await listCases(house.office, supervisor, { late: true, sort: 'due', limit: 10 });
    expect(page.items).toMatchObject([
      { id: caseId, headline: 'escalated', handling: 'assigned.verifying', isLate: true },
    ]);
  });

  test('the supervisor sees no name, urges, and may not settle', async () => {
    const view = await viewCase(house.office, supervisor, caseId);
    expect(view?.petitioner).toMatchObject({ shown: 'hidden' });
    expect(
      await give(supervisor, { type: 'resolve', on: today, outcome: 'decidedRight', summary: 'x' }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'actor.mayNot' },
    });
    expect(
      await give(supervisor, { type: 'urge', on: today, message: 'Đề nghị giải quyết dứt điểm' }),
    ).toMatchObject({ ok: true });
  });

  test('the head decides once the verification is reported; the verdict "late" is frozen', async () => {
    const decision: Command = {
      type: 'resolve',
      on: today,
      outcome: 'decidedPartlyRight',
      summary: 'Huỷ một phần quyết định',
    };
    expect(await give(head, decision)).toMatchObject({
      ok: false,
      refusal: { code: 'case.notInThisState' },
    });
    expect(await give(officer, { type: 'reportVerification', on: today, demandsDiffer: true })).toMatchObject(
      { ok: true, result: { handling: 'assigned.deciding' } },
    );
    expect(await give(head, { ...decision, outcome: 'concludedTrue' })).toMatchObject({
      ok: false,
      refusal: { code: 'outcome.notOfThisProcedure' },
    });
    expect(await give(head, decision)).toMatchObject({
      ok: false,
      refusal: { code: 'dialogue.demandsDiffer', source: 'Luật Khiếu nại 02/2011 Điều 30.1' },
    });
    expect(await give(officer, { type: 'holdDialogue', on: today })).toMatchObject({ ok: true });
    expect(await give(head, decision)).toMatchObject({
      ok: true,
      result: { headline: 'resolved', handling: 'resolved.decided' },
    });
    const view = await viewCase(house.office, head, caseId);
    expect(view).toMatchObject({
      settledInTime: false,
      supervision: 'none',
      level: 0,
      outcome: 'decidedPartlyRight',
      dueClock: 'sendDecision',
    });
    const running = view?.deadlines.filter(({ state }) => state === 'running').map(({ clock }) => clock);
    expect(running?.sort()).toEqual(['legalForce', 'publish', 'sendDecision']);
  });

  test('what is still owed is done one by one, and nothing is archived before', async () => {
    expect(await give(officer, { type: 'archive', on: today })).toMatchObject({
      ok: false,
      refusal: { code: 'archive.dutyOpen' },
    });
    for (const duty of ['sendDecision', 'publish'] as const) {
      expect(await give(officer, { type: 'fulfil', duty, on: today })).toMatchObject({ ok: true });
    }
    expect(await give(officer, { type: 'fulfil', duty: 'publish', on: today })).toMatchObject({
      ok: false,
      refusal: { code: 'duty.notOpen' },
    });
    expect(await give(officer, { type: 'archive', on: today })).toMatchObject({
      ok: false,
      refusal: { code: 'archive.forceAwaited' },
    });
    expect(await give(supervisor, { type: 'urge', on: today, message: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'supervision.nothingOwed' },
    });
    expect(await viewCase(house.office, head, caseId)).toMatchObject({ due: null, dueClock: null });
  });

  test('the citizen follows each step with the code on the receipt', async () => {
    const receipt = await caseReceipt(house.office, desk, caseId);
    const typed = receipt!.trackingCode.toLowerCase().replace(/(.{5})/g, '$1-');
    const tracking = await trackCase(house.office, typed);
    expect(tracking?.steps.map(({ command }) => command)).toEqual([
      'register',
      'classify',
      'assign',
      'accept',
      'startVerification',
      'deadlinePassed',
      'urge',
      'holdDialogue',
      'resolve',
      'fulfil',
      'fulfil',
    ]);
    expect(await trackCase(house.office, '0'.repeat(26))).toBeNull();
    const history = await caseHistory(house.office, supervisor, caseId);
    expect(history?.items.at(-1)).toMatchObject({ command: 'fulfil', handlingTo: 'resolved.decided' });
  });
});
