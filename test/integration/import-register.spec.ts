import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { importFile, type Progress, type Summary } from '#petitions';
import { csvText, registerRow, tempFile } from '../support/csv-file.js';
import { demoRows } from '../support/demo-organisation.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

let testOffice: TestOffice;
const rows = (sql: string, parameters: unknown[] = []) =>
  testOffice.office.database.rows<Record<string, unknown>>(sql, parameters);
const importRows = (list: Record<string, string>[], source = 'so-thu') =>
  importFile(testOffice.office, tempFile('register.csv', csvText(list)), { source });

beforeAll(async () => {
  testOffice = await createTestOffice();
  await importFile(testOffice.office, 'config/demo/units.csv');
  await importFile(testOffice.office, 'config/demo/units_old_to_new.csv');
});
afterAll(() => testOffice.close());

describe('the register of 236 real petitions', () => {
  const petitions = demoRows('register.csv');
  let dryRun: Summary;
  let first: Summary;

  beforeAll(async () => {
    dryRun = await importFile(testOffice.office, 'config/demo/register.csv', { dryRun: true });
    expect(await rows('select id from cases')).toEqual([]);
    first = await importFile(testOffice.office, 'config/demo/register.csv');
  });

  test('a dry run writes nothing and says what a real run then does', () => {
    expect(dryRun).toEqual({ ...first, dryRun: true });
  });

  test('every row is imported', () => {
    expect(first).toMatchObject({ rows: 236, imported: 236, alreadyThere: 0, rejected: [], refused: null });
  });

  test('a second run imports nothing', async () => {
    const second = await importFile(testOffice.office, 'config/demo/register.csv');
    expect(second).toMatchObject({ rows: 236, imported: 0, alreadyThere: 236, rejected: [], attention: [] });
    expect(await rows('select id from cases')).toHaveLength(236);
  });

  test('whatever is missing stays missing and is listed', async () => {
    const undated = petitions.filter((row) => !row.received_on).length;
    expect(await rows('select id from cases where received_on is null')).toHaveLength(undated);
    const listed = (code: string) => first.attention.filter((remark) => remark.code === code).length;
    expect(listed('receivedDateMissing')).toBe(undated);
    expect(listed('kindMissing')).toBe(petitions.filter((row) => !row.kind).length);
    expect(listed('agencyMissing')).toBe(petitions.filter((row) => !row.agency_named).length);
    expect(listed('possibleDuplicate')).toBe(petitions.filter((row) => row.duplicate_of).length);
    expect(await rows("select id from cases where procedure = 'unclassified'")).toHaveLength(3);
  });

  test('a place that fits several units is on the list with its candidates and the case has none', async () => {
    const [place] = await rows(
      `select c.place_code, a.candidates from attention_item a join cases c on c.id = a.case_id
       join petition p on p.case_id = c.id
       where p.source_key = 'register:36' and a.kind = 'placeAmbiguous'`,
    );
    expect(place).toEqual({
      place_code: null,
      candidates: ['phuong-ly-van-lam', 'xa-luong-the-tran', 'xa-tran-van-thoi'],
    });
    expect(first.attention.filter(({ code }) => code === 'placeAmbiguous')).toHaveLength(34);
  });

  test('an old commune name leads to the unit of today', async () => {
    const [found] = await rows(
      `select c.place_code from cases c join petition p on p.case_id = c.id where p.source_key = 'register:1'`,
    );
    expect(found).toEqual({ place_code: 'xa-dam-doi' });
    expect(await rows('select id from cases where place_code is not null')).toHaveLength(51);
  });

  test('only petitions that name one office of today are assigned', async () => {
    const assigned = await rows(
      'select agency_named, agency_code from cases where agency_code is not null order by agency_named',
    );
    expect(assigned).toEqual([
      { agency_named: 'Công ty CP Môi trường đô thị Cà Mau', agency_code: 'moi-truong-do-thi-ca-mau' },
      { agency_named: 'Trung tâm Nước sạch và Vệ sinh môi trường nông thôn', agency_code: 'tt-nuoc-sach' },
      { agency_named: 'UBND tỉnh Cà Mau', agency_code: 'ubnd-tinh' },
      { agency_named: 'UBND tỉnh Cà Mau', agency_code: 'ubnd-tinh' },
      { agency_named: 'UBND tỉnh Cà Mau', agency_code: 'ubnd-tinh' },
      { agency_named: 'UBND xã Lương Thế Trân', agency_code: 'xa-luong-the-tran' },
      { agency_named: 'UBND xã Sông Đốc', agency_code: 'xa-song-doc' },
    ]);
  });

  test('no petition has a petitioner: the register names none', async () => {
    expect(await rows('select ref from identity.petitioner')).toEqual([]);
  });
});

describe('what a row comes to', () => {
  test('an answered feedback of one agency is resolved on the day of the answer', async () => {
    await importRows([registerRow('answered', { answered_on: '2026-03-20', outcome: 'Đã thay bóng đèn.' })]);
    const [found] = await rows(
      `select c.* from cases c join petition p on p.case_id = c.id where p.source_key = 'so-thu:answered'`,
    );
    expect(found).toMatchObject({
      headline: 'resolved',
      agency_code: 'so-xd',
      outcome: 'answeredUnstated',
      outcome_summary: 'Đã thay bóng đèn.',
      resolved_on: '2026-03-20',
      settled_in_time: true,
    });
  });

  test('a complaint with an answer is not closed by it: the stages before it are not known', async () => {
    const complaint = { kind: 'khiếu nại', answered_on: '2026-03-20', outcome: 'Đã trả lời.' };
    const summary = await importRows([registerRow('complaint', complaint)]);
    expect(summary.attention.map(({ code }) => code)).toEqual(['answerWithoutStages']);
    const [found] = await rows(
      `select c.* from cases c join petition p on p.case_id = c.id where p.source_key = 'so-thu:complaint'`,
    );
    expect(found).toMatchObject({ procedure: 'complaintFirst', headline: 'assigned', outcome: null });
  });

  test('a proposal from a meeting with voters is a voters’ petition', async () => {
    await importRows([registerRow('voters', { kind: 'kiến nghị', channel: 'tiếp xúc cử tri' })]);
    const [found] = await rows(
      `select c.procedure, c.declared_kind from cases c join petition p on p.case_id = c.id
       where p.source_key = 'so-thu:voters'`,
    );
    expect(found).toEqual({ procedure: 'voterPetition', declared_kind: 'voterPetition' });
  });

  test('a subject is never cut through the middle of a letter', async () => {
    await importRows([registerRow('cut', { subject_vi: `${'x'.repeat(498)}𠀋${'y'.repeat(20)}` })]);
    const [found] = await rows(
      `select c.subject from cases c join petition p on p.case_id = c.id where p.source_key = 'so-thu:cut'`,
    );
    expect(found).toEqual({ subject: `${'x'.repeat(498)}…` });
  });

  test('a subject too long for a list is kept whole as the content', async () => {
    await importRows([registerRow('long', { subject_vi: 'Đường hỏng. '.repeat(100) })]);
    const [found] = await rows(
      `select length(c.subject) as subject, length(p.content) as content from cases c
       join petition p on p.case_id = c.id where p.source_key = 'so-thu:long'`,
    );
    expect(found).toEqual({ subject: 500, content: 1199 });
  });
});

describe('the same register again', () => {
  test('an id that comes with other content is rejected, under another source it is another petition', async () => {
    await importRows([registerRow('twice')]);
    const changed = [registerRow('twice', { subject_vi: 'Nội dung khác' })];
    const again = await importRows(changed);
    expect(again).toMatchObject({ imported: 0, rejected: [{ line: 2, column: 'id', code: 'otherContent' }] });
    expect(again.rejected[0]!.reason).toContain('already imported with other content');
    expect(await importRows(changed, 'so-khac')).toMatchObject({ imported: 1, rejected: [] });
  });

  test('an id that stands twice in one file is imported once', async () => {
    const repeated = [registerRow('pair'), registerRow('pair'), registerRow('pair', { topic: 'roads' })];
    const summary = await importRows(repeated.map((row) => ({ topic: '', ...row })));
    expect(summary).toMatchObject({ imported: 1, alreadyThere: 1, rejected: [{ line: 4, column: 'id' }] });
  });

  test('columns in another order and decomposed letters are the same content', async () => {
    await importRows([registerRow('order')]);
    const other = Object.fromEntries(Object.entries(registerRow('order')).reverse());
    const path = tempFile('register.csv', csvText([other]).normalize('NFD'));
    expect(await importFile(testOffice.office, path, { source: 'so-thu' })).toMatchObject({
      alreadyThere: 1,
    });
  });

  test('two imports of one file at the same moment import each row once', async () => {
    const many = Array.from({ length: 60 }, (_, index) => registerRow(`race-${index}`));
    const [one, other] = await Promise.all([importRows(many), importRows(many)]);
    expect(one.imported + other.imported).toBe(60);
    expect(one.alreadyThere + other.alreadyThere).toBe(60);
  });
});

describe('a dry run', () => {
  test('sees an id that stands twice, as a real run does', async () => {
    const path = tempFile(
      'register.csv',
      csvText([registerRow('dry'), registerRow('dry'), registerRow('dry', { kind: 'khiếu nại' })]),
    );
    const dryRun = await importFile(testOffice.office, path, { dryRun: true });
    expect(dryRun).toMatchObject({ imported: 1, alreadyThere: 1, rejected: [{ line: 4, column: 'id' }] });
    expect(dryRun).toEqual({ ...(await importFile(testOffice.office, path)), dryRun: true });
  });
});

describe('a register of thousands of rows', () => {
  const many = Array.from({ length: 2_400 }, (_, index) =>
    registerRow(`many-${index}`, index % 2 === 0 ? { kind: 'góp ý' } : {}),
  );

  test('lists the first rejected rows of a sort, counts all of them, and writes all of them into a file', async () => {
    const rejects = tempFile('rejects.csv', '');
    const path = tempFile('register.csv', csvText(many));
    const summary = await importFile(testOffice.office, path, { source: 'nhieu', rejects, dryRun: true });
    expect(summary).toMatchObject({
      imported: 1_200,
      rejectedCount: 1_200,
      rejectedByCode: { rowInvalid: 1_200 },
    });
    expect(summary.rejected).toHaveLength(1_000);
    const listed = parse(readFileSync(rejects), { columns: true, bom: true }) as Record<string, string>[];
    expect(listed.map(({ line }) => Number(line))).toEqual(
      many.flatMap((_, index) => (index % 2 === 0 ? index + 2 : [])),
    );
    expect(listed[0]).toMatchObject({ column: 'kind', code: 'rowInvalid' });
  });

  test('tells how far it is, stops when it is asked to, and goes on from there', async () => {
    const path = tempFile('register.csv', csvText(many));
    const controller = new AbortController();
    const reports: Progress[] = [];
    const progress = (report: Progress) => {
      reports.push(report);
      if (report.stage === 'importing') controller.abort();
    };
    const stopped = await importFile(testOffice.office, path, {
      source: 'dung',
      progress,
      signal: controller.signal,
    });
    expect(stopped).toMatchObject({ stopped: true, rows: stopped.imported + stopped.rejectedCount });
    expect(stopped.rows).toBeLessThan(2_400);
    const last = reports.at(-1)!;
    expect(last.bytes).toBeLessThanOrEqual(last.totalBytes);
    const checked = reports.findLast(({ stage }) => stage === 'checking');
    expect(checked).toMatchObject({ rows: 2_400, bytes: last.totalBytes });

    const rest = await importFile(testOffice.office, path, { source: 'dung' });
    expect(rest).toMatchObject({
      rows: 2_400,
      alreadyThere: stopped.imported,
      rejectedCount: 1_200,
      stopped: false,
    });
    expect(stopped.imported + rest.imported).toBe(1_200);
  });
});

test('without an organisation a register is imported all the same, its agencies unknown', async () => {
  const empty = await createTestOffice();
  try {
    await empty.office.database.rows('delete from agency');
    const summary = await importFile(empty.office, 'config/demo/register.csv');
    expect(summary).toMatchObject({ rows: 236, imported: 236, rejected: [] });
    expect(await empty.office.database.rows('select id from cases where agency_code is not null')).toEqual(
      [],
    );
  } finally {
    await empty.close();
  }
});
