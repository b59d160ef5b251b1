import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile } from '#petitions';
import { type CsvRow, csvText, registerRow, tempFile } from '../support/csv-file.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

let testOffice: TestOffice;
const importText = (text: string | Buffer) => importFile(testOffice.office, tempFile('register.csv', text));

/** Everything an import may write, counted. */
async function record(): Promise<unknown> {
  const tables = [
    'agency',
    'former_unit',
    'cases',
    'petition',
    'attention_item',
    'deadline',
    'history',
    'case_counter',
  ];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  return testOffice.office.database.rows(`select ${counts.join(', ')}`);
}

beforeAll(async () => {
  testOffice = await createTestOffice();
  await importFile(testOffice.office, 'config/demo/units.csv');
});
afterAll(() => testOffice.close());

describe('a file that is refused leaves the record as it was', () => {
  const good = csvText([registerRow('1'), registerRow('2')]);
  const without = (column: string) =>
    csvText(
      [registerRow('1')],
      Object.keys(registerRow('1')).filter((name) => name !== column),
    );
  const windows1258 = Buffer.concat([
    Buffer.from(good),
    Buffer.from('3,C\xe0 Mau,,2026-03-02,b\xe1o ch\xed,,x,,,,,\r\n', 'latin1'),
  ]);

  test.each<[string, string | Buffer, number, RegExp]>([
    ['an empty file', '', 1, /is empty/],
    ['nothing but blank lines', '\r\n\r\n', 1, /is empty/],
    ['a header alone', `${good.split('\r\n')[0]}\r\n`, 1, /nothing but its header/],
    ['a header nobody knows', 'a,b,c\r\n1,2,3\r\n', 1, /header is not recognised/],
    ['a missing column', without('received_on'), 1, /lacks the columns “received_on”/],
    ['an unknown column', csvText([{ ...registerRow('1'), ghi_chu: 'x' }]), 1, /unknown columns “ghi_chu”/],
    ['a column that stands twice', good.replace('source_url', 'kind'), 1, /repeats the columns “kind”/],
    ['semicolons', good.replaceAll(',', ';'), 1, /separated by semicolons/],
    ['another encoding', windows1258, 4, /Line 4 \(byte \d+\) is not UTF-8.*CSV UTF-8/],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 1, /UTF-16/],
    ['a NUL byte', good.replace('không sáng 2', 'không\0sáng'), 3, /Line 3 holds a NUL byte/],
    [
      'a quote that is never closed',
      `${good}3,"Cà Mau,x\r\n4,y\r\n`,
      4,
      /Line 4: a closing quote is missing/,
    ],
    ['a quote in the middle', good.replace('không sáng 2', 'không "sáng'), 3, /quote is out of place/],
  ])('%s', async (_, content, line, reason) => {
    const before = await record();
    const summary = await importText(content);
    expect(summary).toMatchObject({ rows: 0, imported: 0, rejected: [{ line, code: 'fileRefused' }] });
    expect(summary.refused).toMatch(reason);
    expect(await record()).toEqual(before);
  });

  test('a file that is not there', async () => {
    const summary = await importFile(testOffice.office, '/nowhere/register.csv');
    expect(summary.refused).toMatch(/There is no file/);
  });
});

describe('a row that is wrong is rejected alone, with its line, column and reason', () => {
  test.each<[string, CsvRow, string, RegExp]>([
    ['30 February', { received_on: '2026-02-30' }, 'received_on', /"2026-02-30" is no date that exists/],
    ['a date the other way round', { received_on: '02/03/2026' }, 'received_on', /YYYY-MM-DD/],
    ['a date to come', { received_on: inTwoDays }, 'received_on', /still to come/],
    ['a bad date of the answer', { answered_on: '2026-13-01' }, 'answered_on', /no date that exists/],
    [
      'an answer before the receipt',
      { answered_on: '2026-03-01' },
      'answered_on',
      /earlier than the receipt/,
    ],
    ['an unknown kind', { kind: 'góp ý' }, 'kind', /kiến nghị, phản ánh, khiếu nại, tố cáo/],
    ['an unknown channel', { channel: 'bồ câu' }, 'channel', /tiếp xúc cử tri, báo chí/],
    ['no channel', { channel: '' }, 'channel', /tiếp xúc cử tri, báo chí/],
    ['no subject', { subject_vi: ' ' }, 'subject_vi', /is blank/],
    ['an address that is no web page', { source_url: 'javascript:alert(1)' }, 'source_url', /http/],
    [
      'a place longer than a place can be',
      { commune_or_place: 'x'.repeat(301) },
      'commune_or_place',
      /at most 300/,
    ],
    ['a subject longer than a book', { subject_vi: 'x'.repeat(20_001) }, 'subject_vi', /at most 20000/],
  ])('%s', async (name, wrong, column, reason) => {
    const file = csvText([
      registerRow(`${name}-1`),
      registerRow(`${name}-2`, wrong),
      registerRow(`${name}-3`),
    ]);
    const summary = await importText(file);
    expect(summary).toMatchObject({ rows: 3, imported: 2, rejected: [{ line: 3, column }] });
    expect(summary.rejected[0]!.reason).toMatch(reason);
    const key = `register:${name}-2`;
    expect(
      await testOffice.office.database.rows('select id from petition where source_key = $1', [key]),
    ).toEqual([]);
  });

  test('no id', async () => {
    const summary = await importText(csvText([registerRow(''), registerRow('with-id')]));
    expect(summary).toMatchObject({ imported: 1, rejected: [{ line: 2, column: 'id' }] });
  });

  test('too few or too many fields, after a field that runs over two lines', async () => {
    const [header, row] = csvText([registerRow('fields')]).split('\r\n');
    const twoLines = csvText([registerRow('two-lines', { subject_vi: 'dòng một\ndòng hai' })]).slice(
      header!.length + 2,
    );
    const summary = await importText(`${header}\r\n${twoLines}${row},extra\r\n\r\n1,2\r\n`);
    expect(summary.rejected).toMatchObject([
      { line: 4, column: null },
      { line: 6, column: null },
    ]);
    expect(summary.rejected[1]!.reason).toContain('The row has 2 fields, the header 12 columns');
    expect(summary.imported).toBe(1);
  });
});

test('a byte order mark and capitals in the header are no fault', async () => {
  const text = csvText([registerRow('bom')]).replace('received_on', ' Received_On ');
  expect(await importText(`\ufeff${text}`)).toMatchObject({ imported: 1, rejected: [] });
});

test('words are known whatever their case and encoding', async () => {
  const row = registerRow('words', { kind: 'Khiếu Nại'.normalize('NFD'), channel: 'BÁO CHÍ' });
  expect(await importText(csvText([row]))).toMatchObject({ imported: 1, rejected: [] });
});
