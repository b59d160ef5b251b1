import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Command, legalDateOf } from '#domain';
import { commandCase, listCases, readBoard, registerCase, sweepDeadlines, viewCase } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());
const daysAgo = (days: number) => addCalendarDays(today, -days);

let house: TestOffice;
const cast = {} as Record<'desk' | 'officer' | 'head' | 'supervisor', Actor>;

beforeAll(async () => {
  house = await createTestOffice();
  await house.addAgency('so-xd', { name: 'Sở Xây dựng' });
  cast.desk = await house.addStaff('deskOfficer', DESK);
  cast.officer = await house.addStaff('agencyOfficer', 'so-xd');
  cast.head = await house.addStaff('agencyHead', 'so-xd');
  cast.supervisor = await house.addStaff('supervisor');
});
afterAll(() => house?.close());

async function give(caseId: string, who: Actor, ...commands: Command[]): Promise<void> {
  for (const command of commands) {
    const outcome = await commandCase(house.office, who, { caseId, expectedVersion: null, command });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  }
}

const sweep = async () => {
  while ((await sweepDeadlines(house.office, 50)).fired > 0);
};

/** A first complaint that the agency accepted so many days ago; the visitor was answered on that day. */
async function accepted(days: number): Promise<string> {
  const outcome = await registerCase(house.office, cast.desk, {
    subject: 'Nội dung mẫu',
    channel: 'post',
    receivedOn: daysAgo(days + 2),
    backdatingReason: 'Đơn đến qua bưu điện',
    declaredKind: null,
    procedure: 'complaintFirst',
    agencyCode: 'so-xd',
    petitioner: null,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { caseId } = outcome.result;
  await give(caseId, cast.head, { type: 'accept', on: daysAgo(days) });
  return caseId;
}

const suspension = (on: string): Command[] => [
  { type: 'suspend', on, reason: 'Chờ kết luận của cơ quan khác' },
  { type: 'fulfil', duty: 'sendSuspension', on },
];

const idsOf = async (query: object) =>
  (await listCases(house.office, cast.supervisor, { sort: 'due', limit: 50, ...query })).items.map(
    ({ id }) => id,
  );

describe('the board', () => {
  test('counts what a settled case still owes as a figure of its own, not among the late ones', async () => {
    const caseId = await accepted(50);
    await give(caseId, cast.officer, { type: 'startVerification', on: daysAgo(45) });
    await give(caseId, cast.officer, { type: 'reportVerification', on: daysAgo(40) });
    await give(caseId, cast.head, {
      type: 'resolve',
      on: daysAgo(35),
      outcome: 'decidedWrong',
      summary: 'Giữ nguyên quyết định',
    });
    await sweep();
    const { totals, rows } = await readBoard(house.office, cast.supervisor);
    expect(totals).toMatchObject({ owed: 1, late: 0, open: 0, resolvedInTime: 1 });
    expect(rows).toMatchObject([{ agencyCode: 'so-xd', owed: 1, late: 0, open: 0, oldestDue: null }]);
    expect(await idsOf({ owed: true })).toEqual([caseId]);
    expect(await idsOf({ late: true })).toEqual([]);

    await give(
      caseId,
      cast.officer,
      { type: 'fulfil', duty: 'sendDecision', on: today },
      { type: 'fulfil', duty: 'publish', on: today },
    );
    expect((await readBoard(house.office, cast.supervisor)).totals.owed).toBe(0);
    expect(await idsOf({ owed: true })).toEqual([]);
  });

  test('does not lose sight of a case that was late when it was suspended', async () => {
    const late = await accepted(50);
    await give(late, cast.head, ...suspension(daysAgo(5)));
    expect(await idsOf({ late: true })).toEqual([late]);
    expect(await viewCase(house.office, cast.head, late)).toMatchObject({ wasLate: true, isLate: false });
    expect((await readBoard(house.office, cast.supervisor)).totals.late).toBe(1);

    await give(late, cast.head, { type: 'continue', on: today });
    expect(await viewCase(house.office, cast.head, late)).toMatchObject({ wasLate: false, isLate: true });
  });

  test('does not call a case late that was suspended in time, however late that was typed', async () => {
    const before = await idsOf({ late: true });
    const caseId = await accepted(40);
    await sweep();
    expect(await idsOf({ late: true })).toContain(caseId);
    await give(caseId, cast.head, ...suspension(daysAgo(12)));
    expect(await viewCase(house.office, cast.head, caseId)).toMatchObject({ wasLate: false, isLate: false });
    expect(await idsOf({ late: true })).toEqual(before);
  });
});
