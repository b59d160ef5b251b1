import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Command, legalDateOf } from '#domain';
import { deliverNotices, listNotices } from '#notices';
import { commandCase, registerCase, sweepDeadlines, viewCase } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());
const daysAgo = (days: number) => addCalendarDays(today, -days);
const written = (date: string) => date.split('-').reverse().join('/');

let house: TestOffice;
const cast = {} as Record<'desk' | 'head', Actor>;
let caseId = '';

beforeAll(async () => {
  house = await createTestOffice();
  await house.addAgency('so-xd', { name: 'Sở Xây dựng' });
  cast.desk = await house.addStaff('deskOfficer', DESK);
  cast.head = await house.addStaff('agencyHead', 'so-xd');
  const outcome = await registerCase(house.office, cast.desk, {
    subject: 'Nội dung mẫu',
    channel: 'post',
    receivedOn: daysAgo(52),
    backdatingReason: 'Đơn đến qua bưu điện',
    declaredKind: null,
    procedure: 'complaintFirst',
    agencyCode: 'so-xd',
    petitioner: null,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  caseId = outcome.result.caseId;
  await give({ type: 'accept', on: daysAgo(50) });
});
afterAll(() => house?.close());

async function give(command: Command): Promise<void> {
  const outcome = await commandCase(house.office, cast.head, { caseId, expectedVersion: null, command });
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
}

/** Fires what is due and delivers it. */
async function tell(): Promise<void> {
  while ((await sweepDeadlines(house.office, 50)).fired > 0);
  const open = await house.office.database.rows<{ id: string }>(
    'select id from outbox where settled_at is null',
  );
  await deliverNotices(
    house.office,
    null,
    open.map(({ id }) => id),
  );
}

/** The reasons of what the head was told of the settlement. */
async function told(): Promise<string[][]> {
  const { items } = await listNotices(house.office, cast.head, { limit: 50 });
  const ofSettlement = items.filter(({ title }) => title.vi.includes('quá hạn giải quyết'));
  return ofSettlement.map(({ explanation }) => explanation.vi);
}

describe('a notice that names a date', () => {
  test('tells how the date is counted, with its article, though the message keeps the date alone', async () => {
    await tell();
    const [reasons] = await told();
    expect(reasons?.[0]).toBe(`30 ngày kể từ ngày thụ lý ${written(daysAgo(50))} (Luật Khiếu nại Điều 28)`);
    const [outbox] = await house.office.database.rows<{ text: string }>(
      'select string_agg(payload::text, $1) as text from outbox',
      [' '],
    );
    expect(outbox?.text).not.toContain('Luật');
  });

  test('keeps the reasons of its own date after the date was counted anew', async () => {
    const before = await told();
    await give({
      type: 'correctDate',
      act: 'acceptance',
      was: daysAgo(50),
      is: daysAgo(43),
      reason: 'ghi nhầm',
    });
    const view = await viewCase(house.office, cast.head, caseId);
    const settling = view?.deadlines.find(({ clock }) => clock === 'settle');
    expect(settling?.explanation.vi.join(' ')).toContain(`đúng là ${written(daysAgo(43))}`);
    expect(await told()).toEqual(before);
  });
});
