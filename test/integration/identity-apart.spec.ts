import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Command, legalDateOf } from '#domain';
import { deliverNotices, openMailer } from '#notices';
import { commandCase, listCases, registerCase, sweepDeadlines } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { createMailServer } from '../support/outbox.js';

const today = legalDateOf(new Date().toISOString());
const daysAgo = (days: number) => addCalendarDays(today, -days);

/** A person who exists nowhere else, so that every trace of them is a leak. */
const CANARY = {
  fullName: 'Tăng Thị Hoàng Yến Phụng',
  address: 'ngách 777 hẻm Chim Hoàng Yến',
  phone: '0987654321123',
  idNumber: '096123456789012',
};
const TRACES = [...Object.values(CANARY), 'Hoàng Yến', 'hoang yen'];

describe('the identity of a denouncer', () => {
  let house: TestOffice;
  let mails: Awaited<ReturnType<typeof createMailServer>>;
  const cast = {} as Record<'desk' | 'head' | 'supervisor', Actor>;

  beforeAll(async () => {
    house = await createTestOffice();
    await house.addAgency('so-xd', { name: 'Sở Xây dựng', email: 'so-xd@test.example' });
    cast.desk = await house.addStaff('deskOfficer', DESK);
    cast.head = await house.addStaff('agencyHead', 'so-xd');
    cast.supervisor = await house.addStaff('supervisor');
    mails = await createMailServer();
    await mails.start();
    await liveThrough();
  });
  afterAll(async () => {
    await mails?.[Symbol.asyncDispose]();
    await house?.close();
  });

  /** A denunciation from the desk to its conclusion, late, urged, with every message delivered. */
  async function liveThrough(): Promise<void> {
    const outcome = await registerCase(
      house.office,
      cast.desk,
      {
        subject: 'Tố cáo hành vi nhận hối lộ',
        content: 'Nội dung tố cáo',
        channel: 'inPerson',
        receivedOn: daysAgo(90),
        backdatingReason: 'Nhập sổ giấy',
        declaredKind: 'denunciation',
        procedure: 'denunciation',
        agencyCode: 'so-xd',
        petitioner: CANARY,
      },
      { key: 'canary-register', requestHash: 'x' },
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const give = async (who: Actor, command: Command) => {
      const { caseId } = outcome.result;
      const answer = await commandCase(house.office, who, { caseId, expectedVersion: null, command });
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
    };
    await give(cast.head, { type: 'confirmIdentity', on: daysAgo(82), known: true });
    await give(cast.head, { type: 'reportRisk', on: daysAgo(81), reason: 'Có nguy cơ tẩu tán tài sản' });
    await give(cast.head, { type: 'requestProtection', on: daysAgo(81) });
    await give(cast.head, { type: 'decideProtection', on: daysAgo(81), granted: true });
    await give(cast.head, { type: 'accept', on: daysAgo(80) });
    while ((await sweepDeadlines(house.office, 50)).fired > 0);
    await give(cast.head, {
      type: 'passCrimeSigns',
      on: today,
      toBody: 'Cơ quan điều tra',
      reason: 'Dấu hiệu',
    });
    await give(cast.supervisor, { type: 'urge', on: today, message: 'Đề nghị giải quyết' });
    await give(cast.head, { type: 'startVerification', on: today, noConflict: true });
    await give(cast.head, { type: 'reportVerification', on: today });
    await give(cast.head, { type: 'resolve', on: today, outcome: 'concludedTrue', summary: 'Kết luận' });
    const open = await house.office.database.rows<{ id: string }>('select id from outbox');
    const mailer = openMailer(mails.url, 'Dân Nguyện <thu@test.example>');
    await deliverNotices(
      house.office,
      mailer,
      open.map(({ id }) => id),
    );
    mailer.close();
  }

  test('stands in its own table and in no other row of the database', async () => {
    const tables = await house.office.database.rows<{ name: string; schema: string }>(
      `select table_name as name, table_schema as schema from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const holding = new Set<string>();
    for (const { name, schema } of tables) {
      const rows = await house.office.database.rows<{ row: string }>(
        `select to_jsonb(t)::text as row from "${schema}"."${name}" as t`,
      );
      const text = rows.map(({ row }) => row).join('\n');
      if (TRACES.some((trace) => text.includes(trace))) holding.add(`${schema}.${name}`);
    }
    expect([...holding]).toEqual(['identity.petitioner']);
  });

  test('and what it denounces are in no mail', async () => {
    const received = await mails.received();
    expect(received.length).toBeGreaterThan(3);
    const text = JSON.stringify(received);
    expect(text).toContain('Cách tính thời hạn');
    for (const trace of [...TRACES, 'hối lộ', 'Tố cáo', 'tố cáo', 'denunciation', 'điều tra', 'bảo vệ'])
      expect(text).not.toContain(trace);
  });

  test('what it denounces is found by the head, and by no search of the supervisor', async () => {
    const found = async (who: Actor) =>
      (await listCases(house.office, who, { q: 'nhan hoi lo', sort: 'due', limit: 10 })).items.length;
    expect([await found(cast.head), await found(cast.supervisor)]).toEqual([1, 0]);
  });

  test('is found by no search', async () => {
    for (const q of [CANARY.fullName, CANARY.phone, 'Hoàng Yến']) {
      const page = await listCases(house.office, cast.head, { q, sort: 'due', limit: 10 });
      expect(page.items).toEqual([]);
    }
  });
});
