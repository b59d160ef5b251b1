import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importFile } from '#petitions';
import { type CsvRow, csvText, tempFile } from '../support/csv-file.js';
import { demoRows } from '../support/demo-organisation.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

let testOffice: TestOffice;
const rows = (sql: string) => testOffice.office.database.rows<Record<string, unknown>>(sql);
const importUnits = (list: CsvRow[]) => importFile(testOffice.office, tempFile('units.csv', csvText(list)));
const unit = (code: string, parent_code = '', cells: CsvRow = {}): CsvRow => ({
  code,
  name: `Sở ${code}`,
  kind: 'department',
  parent_code,
  ...cells,
});

beforeAll(async () => {
  testOffice = await createTestOffice();
});
beforeEach(() => rows('delete from former_unit; delete from agency'));
afterAll(() => testOffice.close());

describe('a list of units', () => {
  test('comes in whatever the order of its rows: children before parents', async () => {
    const summary = await importUnits(demoRows('units.csv').reverse());
    expect(summary).toMatchObject({ rows: 106, imported: 106, rejected: [] });
    expect(await rows("select parent_code from agency where code = 'dien-luc-hung-my'")).toEqual([
      { parent_code: 'dien-luc-ca-mau' },
    ]);
    expect(
      await rows("select kind, former_district, tax_code, verified from agency where code = 'xa-u-minh'"),
    ).toEqual([{ kind: 'commune', former_district: 'huyện U Minh', tax_code: '82305012', verified: true }]);
  });

  test('a second run changes nothing', async () => {
    await importFile(testOffice.office, 'config/demo/units.csv');
    const second = await importFile(testOffice.office, 'config/demo/units.csv');
    expect(second).toMatchObject({ imported: 0, alreadyThere: 106 });
  });

  test('a changed name is taken over, the e-mail that the file does not know stays', async () => {
    await importUnits([unit('so-a')]);
    await rows("update agency set email = 'so-a@test.example'");
    expect(await importUnits([unit('so-a', '', { name: 'Sở Mới' })])).toMatchObject({ imported: 1 });
    expect(await rows('select name, email from agency')).toEqual([
      { name: 'Sở Mới', email: 'so-a@test.example' },
    ]);
  });

  test('a dry run writes nothing', async () => {
    const path = tempFile('units.csv', csvText([unit('so-a')]));
    expect(await importFile(testOffice.office, path, { dryRun: true })).toMatchObject({
      imported: 1,
      dryRun: true,
    });
    expect(await rows('select code from agency')).toEqual([]);
  });

  test.each([
    ['a code with marks', unit('sở-a'), 'code'],
    ['a name that is blank', unit('so-a', '', { name: '' }), 'name'],
    ['a kind that nobody knows', unit('so-a', '', { kind: 'phòng' }), 'kind'],
    ['a parent that does not exist', unit('so-a', 'so-b'), 'parent_code'],
    ['a unit above itself', unit('so-a', 'so-a'), 'parent_code'],
  ])('%s rejects the row alone', async (_, wrong, column) => {
    const summary = await importUnits([wrong, unit('so-c')]);
    expect(summary).toMatchObject({ imported: 1, rejected: [{ line: 2, column }] });
    expect(await rows('select code from agency')).toEqual([{ code: 'so-c' }]);
  });

  test('a circle of parents is rejected with all who stand in it or below', async () => {
    const summary = await importUnits([
      unit('so-a', 'so-b'),
      unit('so-b', 'so-a'),
      unit('so-c', 'so-b'),
      unit('so-d'),
    ]);
    expect(summary.rejected.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(await rows('select code from agency')).toEqual([{ code: 'so-d' }]);
  });

  test('a code that stands twice is taken from its first row', async () => {
    const summary = await importUnits([unit('so-a'), unit('so-a', '', { name: 'Sở B' })]);
    expect(summary).toMatchObject({ imported: 1, rejected: [{ line: 3, column: 'code' }] });
  });
});

describe('the map of old units to new ones', () => {
  test('comes in after the units, once', async () => {
    await importFile(testOffice.office, 'config/demo/units.csv');
    const path = 'config/demo/units_old_to_new.csv';
    expect(await importFile(testOffice.office, path)).toMatchObject({
      rows: 182,
      imported: 182,
      rejected: [],
    });
    expect(await importFile(testOffice.office, path)).toMatchObject({ imported: 0, alreadyThere: 182 });
    expect(
      await rows(
        "select agency_code, is_split from former_unit where name = 'Xã Hòa Mỹ' order by agency_code",
      ),
    ).toEqual([
      { agency_code: 'xa-hung-my', is_split: true },
      { agency_code: 'xa-phu-my', is_split: true },
      { agency_code: 'xa-tan-hung', is_split: true },
    ]);
  });

  test('before the units each row says what to import first', async () => {
    const summary = await importFile(testOffice.office, 'config/demo/units_old_to_new.csv');
    expect(summary).toMatchObject({ imported: 0, rejectedCount: 182 });
    expect(summary.rejected[0]).toMatchObject({ line: 2, column: 'new_code' });
    expect(summary.rejected[0]!.reason).toContain('import the list of units first');
  });
});
