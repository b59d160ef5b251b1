import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sweepDeadlines } from '#petitions';
import { demoAccounts } from '../../apps/command-line/demo/demo-folder.js';
import { seedDemo } from '../../apps/command-line/demo/seed-demo.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

const password = 'a-password-of-the-demo';

let testOffice: TestOffice;
const rows = (sql: string) => testOffice.office.database.rows<Record<string, unknown>>(sql);
const values = async (sql: string) => (await rows(sql)).map((row) => Object.values(row)[0]);

beforeAll(async () => {
  testOffice = await createTestOffice();
});
afterAll(() => testOffice.close());

describe('the demo', () => {
  let seconds: number;

  beforeAll(async () => {
    const start = performance.now();
    await seedDemo(testOffice.office, { password });
    seconds = (performance.now() - start) / 1000;
  }, 60_000);

  test('is there within 20 seconds', () => {
    expect(seconds).toBeLessThan(20);
  });

  test('holds the real units and petitions, and sample cases that say so', async () => {
    expect(await values("select count(*) from petition where source_key like 'demo-register:%'")).toEqual([
      236,
    ]);
    const samples = `select subject from cases join petition on case_id = cases.id where source_key like 'demo:%'`;
    expect(await values(samples)).toHaveLength(12);
    for (const subject of await values(samples)) expect(subject).toMatch(/^\[Mẫu\] /);
  });

  test('has nobody in it who could be real', async () => {
    const petitioners = await rows(
      'select full_name, address, phone, id_number, is_sample from identity.petitioner',
    );
    expect(petitioners).toHaveLength(12);
    for (const petitioner of petitioners) {
      expect(petitioner).toMatchObject({ address: null, phone: null, id_number: null, is_sample: true });
      expect(petitioner.full_name).toMatch(/^Người mẫu [A-L] \(dữ liệu mẫu\)$/);
    }
    for (const name of await values('select name from staff')) expect(name).toMatch(/mẫu/);
    for (const email of await values('select email from agency where email is not null')) {
      expect(email).toMatch(/@demo\.dan-nguyen\.example$/);
    }
  });

  test('has a sign-in for every role', async () => {
    expect(new Set(await values('select role from staff'))).toEqual(
      new Set([
        'deskOfficer',
        'agencyOfficer',
        'agencyHead',
        'coordinationOffice',
        'supervisor',
        'administrator',
      ]),
    );
    expect(await values('select email from staff order by created_at')).toEqual(
      demoAccounts().map(({ email }) => email),
    );
  });

  test('shows every stage at once', async () => {
    expect(new Set(await values('select handling from cases'))).toEqual(
      new Set([
        'received.registered',
        'received.classified',
        'assigned.awaitingAcceptance',
        'assigned.verifying',
        'assigned.suspended',
        'assigned.studying',
        'resolved.decided',
        'resolved.answered',
      ]),
    );
    expect(await values('select settled_in_time from cases where settled_in_time is not null')).toContain(
      true,
    );
    expect(await values('select settled_in_time from cases where settled_in_time is not null')).toContain(
      false,
    );
  });

  test('a second start adds nothing', async () => {
    const count =
      'select (select count(*) from history) + (select count(*) from staff) + (select count(*) from outbox)';
    const before = await values(count);
    await seedDemo(testOffice.office, { password: 'another-password' });
    expect(await values(count)).toEqual(before);
  });

  test('its overdue cases climb as soon as the clocks are looked at', async () => {
    while ((await sweepDeadlines(testOffice.office, 500)).fired > 0);
    const escalated = `select agency_code from cases where headline = 'escalated' and subject like '[Mẫu]%'`;
    expect(await values(escalated)).toEqual(expect.arrayContaining(['xa-song-doc', 'so-nnmt']));
  }, 60_000);
});

test('an installation with people of its own is left alone', async () => {
  const real = await createTestOffice();
  try {
    await real.addStaff('administrator');
    await seedDemo(real.office, { password });
    expect(await real.office.database.rows('select id from staff')).toHaveLength(1);
    expect(await real.office.database.rows('select id from cases')).toEqual([]);
  } finally {
    await real.close();
  }
});
