import { expect, test } from '@jest/globals';
import { createTestDatabase } from '../test/support/test-database.js';
import { measure, tableOf } from './reading/measure.js';
import { fillRegister, openReadingOffice } from './reading/office.js';
import { questionsOf } from './reading/questions.js';
import { readSamples } from './reading/samples.js';
import { workingTime } from './reading/working-time.js';

const CASES = 5_000;

test(`every question of the screens is answered from a register of ${CASES} copied cases`, async () => {
  const { url, database, drop } = await createTestDatabase(1);
  try {
    await fillRegister(url, CASES);
    const office = await openReadingOffice(url, 1);
    const questions = questionsOf(office, await readSamples(office));
    const measured = await measure(questions, 1, await workingTime(office.database));
    await office.database.close();
    expect(measured.map(({ name }) => name)).toEqual(questions.map(({ name }) => name));
    expect(new Set(measured.map(({ kind }) => kind))).toEqual(
      new Set(['list', 'search', 'board', 'duplicates', 'case page']),
    );
    expect(tableOf(measured).split('\n')).toHaveLength(questions.length + 2);
    const [held] = await database.rows<{ entries: number }>(
      'select count(*)::int as entries from register_entry join cases using (id)',
    );
    expect(held!.entries).toBeGreaterThan(CASES);
  } finally {
    await drop();
  }
}, 60_000);
