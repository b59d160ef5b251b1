import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Procedure } from '#domain';
import { legalDateOf } from '#domain';
import { listCases, registerCase } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());

let house: TestOffice;
const cast = {} as Record<'desk' | 'head' | 'supervisor' | 'coordination', Actor>;

beforeAll(async () => {
  house = await createTestOffice();
  await house.addAgency('so-xd');
  cast.desk = await house.addStaff('deskOfficer', DESK);
  cast.head = await house.addStaff('agencyHead', 'so-xd');
  cast.supervisor = await house.addStaff('supervisor');
  cast.coordination = await house.addStaff('coordinationOffice', DESK);
});
afterAll(() => house?.close());

async function register(subject: string, fields: { procedure?: Exclude<Procedure, 'unclassified'> } = {}) {
  const outcome = await registerCase(house.office, cast.desk, {
    subject,
    channel: 'inPerson',
    receivedOn: today,
    declaredKind: null,
    petitioner: null,
    ...(fields.procedure ? { ...fields, agencyCode: 'so-xd' } : {}),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.result;
}

async function found(q: string, who: Actor = cast.desk): Promise<string[]> {
  const { items } = await listCases(house.office, who, { q, sort: 'due', limit: 50 });
  return items.map(({ subject, number }) => subject ?? number);
}

describe('a search for words', () => {
  const subjects = {
    erosion: 'Sạt lở bờ sông tại ấp Cái Nước',
    street: 'Đường hẻm 12/3 “xuống cấp”',
    land: 'Khiếu nại quyết định thu hồi đất',
  };
  beforeAll(async () => {
    for (const subject of Object.values(subjects)) await register(subject);
  });

  test.each([
    ['sạt lở', subjects.erosion],
    ['sat lo bo song', subjects.erosion],
    ['SẠT LỞ', subjects.erosion],
    ['sông sạt', subjects.erosion],
    ['cái nướ', subjects.erosion],
    ['duong xuong cap', subjects.street],
    ['12/3', subjects.street],
    ['đất', subjects.land],
    ['dat.', subjects.land],
    ['khieu nai d', subjects.land],
  ])('“%s” finds “%s”', async (q, subject) => {
    expect(await found(q)).toEqual([subject]);
  });

  test('asks for every word, whole but for the last, which may be unfinished', async () => {
    expect(await found('sạt lở đất')).toEqual([]);
    expect(await found('sạ lở')).toEqual([]);
    expect(await found('ạt')).toEqual([]);
  });

  test.each(['?!', "'", '\\', '& | !', '<->', ':*', '%', '“”', '…'])(
    'of signs alone, such as %s, finds nothing and breaks nothing',
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );

  test.each([`x:* & !y | 'z' <-> (`, `đất' or '1'='1`, 'a'.repeat(200), '😀 đất', 'ߢ ⵣ'])(
    'takes %s for words',
    async (q) => {
      expect(Array.isArray(await found(q))).toBe(true);
    },
  );

  test('answers the newest first and goes on without a gap', async () => {
    const numbers: string[] = [];
    for (let turn = 0; turn < 7; turn += 1)
      numbers.unshift((await register(`Tiếng ồn karaoke lần ${turn}`)).number);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCases(house.office, cast.desk, { q: 'karaoke', sort: 'due', limit: 2, cursor });
      seen.push(...page.items.map(({ number }) => number));
      expect(page.partial).toBe(false);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(numbers);
  });

  test('keeps to what the reader may see: their cases, and of denunciations no words', async () => {
    const denunciation = await register('Tố cáo hành vi nhũng nhiễu', { procedure: 'denunciation' });
    const complaint = await register('Khiếu nại việc nhũng nhiễu', { procedure: 'complaintFirst' });
    const unclassified = await register('Đơn nói về nhũng nhiễu');
    const numbers = async (who: Actor, q: string) =>
      (await listCases(house.office, who, { q, sort: 'due', limit: 50 })).items.map(({ number }) => number);
    expect(await numbers(cast.desk, 'nhung nhieu')).toEqual([
      unclassified.number,
      complaint.number,
      denunciation.number,
    ]);
    expect(await numbers(cast.head, 'nhung nhieu')).toEqual([complaint.number, denunciation.number]);
    expect(await numbers(cast.supervisor, 'nhung nhieu')).toEqual([complaint.number]);
    expect(await numbers(cast.supervisor, denunciation.number)).toEqual([denunciation.number]);
    expect(await numbers(cast.head, unclassified.number)).toEqual([]);
  });

  test('finds a number by how it begins, in either case of letters', async () => {
    const { number } = await register('Đơn có số');
    const all = (await listCases(house.office, cast.coordination, { sort: 'newest', limit: 100 })).items;
    for (const q of [number, number.toLowerCase(), number.slice(0, -2)])
      expect(await found(q)).toEqual(['Đơn có số']);
    for (const q of ['CM', 'cm-', 'CM-2'])
      expect(
        (await listCases(house.office, cast.coordination, { q, sort: 'due', limit: 100 })).items,
      ).toEqual(all);
    expect(await found('CM-%')).toEqual([]);
  });

  test('narrows by the filters of the list', async () => {
    const { items } = await listCases(house.office, cast.supervisor, {
      q: 'nhung',
      sort: 'due',
      limit: 50,
      headline: 'received',
    });
    expect(items).toEqual([]);
  });
});

describe('a word that is rare in a register of thousands', () => {
  test('is found at once, however old, and so is the end of the common ones', async () => {
    const { number } = await register('Trạm biến áp ngã ba Ông Đèo');
    await house.office.database.transaction(async (transaction) => {
      await transaction.query('set local session_replication_role = replica');
      await transaction.query(`alter table cases enable always trigger register_entered`);
      await transaction.query(
        `insert into cases select (jsonb_populate_record(cases, jsonb_build_object('id', uuidv7(interval '1 hour'),
           'number', 'CM-2030-' || lpad(n::text, 6, '0') || '-0', 'subject', 'Đơn thứ ' || n,
           'tracking_hash', '\\x' || encode(sha256(n::text::bytea), 'hex')))).*
         from cases, generate_series(1, 3000) as n where number = $1`,
        [number],
      );
      await transaction.query(`alter table cases enable trigger register_entered`);
    });
    const page = await listCases(house.office, cast.supervisor, { q: 'ong deo', sort: 'due', limit: 25 });
    expect([page.items.length, page.nextCursor]).toEqual([0, null]);
    const own = await listCases(house.office, cast.coordination, { q: 'ong deo', sort: 'due', limit: 25 });
    expect([own.items.map((item) => item.number), own.partial]).toEqual([[number], false]);
    expect(
      (await listCases(house.office, cast.desk, { q: 'thu 17', sort: 'due', limit: 100 })).items,
    ).toHaveLength(100);
  });
});
