import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { type CalendarEdition, type Decree, type LimitRule, workingCalendar } from '#domain';
import { Policies, registerCase } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

let desk: TestOffice;

beforeEach(async () => {
  desk = await createTestOffice();
});
afterEach(async () => {
  await desk.close();
});

const pool = () => desk.office.database.pool;
const versions = () =>
  desk.office.database.rows<{ version: string }>('select version from policy_edition order by version');

/** Another process puts a new calendar in force. */
async function decree(edition: string): Promise<CalendarEdition> {
  const calendar = { ...loadPolicy().calendar, edition };
  await pool().query('insert into calendar_edition (edition, content) values ($1, $2)', [
    edition,
    JSON.stringify(calendar),
  ]);
  return calendar;
}

async function takeIn(): Promise<string> {
  const actor = await desk.addStaff('deskOfficer', DESK);
  const outcome = await registerCase(desk.office, actor, {
    receivedOn: '2026-11-20',
    backdatingReason: 'Nhận qua bưu điện',
    channel: 'post',
    declaredKind: null,
    subject: 'Kiến nghị mẫu',
    petitioner: null,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const [row] = await desk.office.database.rows<{ policy_version: string }>(
    'select policy_version from cases where id = $1',
    [outcome.result.caseId],
  );
  return row!.policy_version;
}

describe('the policy that cases run under', () => {
  test('enters the record with the first case and is found again by its version', async () => {
    const version = await takeIn();
    expect(await versions()).toEqual([{ version }]);
    const found = await new Policies(loadPolicy()).at(version, pool());
    expect(found.limits).toEqual(loadPolicy().limits);
    expect(found.calendar).toEqual(loadPolicy().calendar);
  });

  test('is not taken for recorded when the transaction that recorded it was rolled back', async () => {
    const { office } = desk;
    const rollBack = office.database.transaction(async (transaction) => {
      await office.policies.current(transaction);
      throw new Error('rolled back');
    });
    await expect(rollBack).rejects.toThrow('rolled back');
    expect(await versions()).toEqual([]);
    const version = await takeIn();
    expect(await versions()).toEqual([{ version }]);
  });

  test('follows a calendar that another process put in force, from the next command on', async () => {
    const before = await takeIn();
    const calendar = await decree('2026-11+QD1');
    expect((await desk.office.policies.current(pool())).calendar).toEqual(calendar);
    expect(await takeIn()).toBe(`${before}+2026-11+QD1`);
    const earlier = await desk.office.policies.at(before, pool());
    expect(earlier.calendar.edition).toBe(loadPolicy().calendar.edition);
  });

  test('knows every edition that a ledger may name', async () => {
    await takeIn();
    await decree('2026-11+QD1');
    const { editions } = await desk.office.policies.current(pool());
    expect(editions.map(({ edition }) => edition)).toEqual([loadPolicy().calendar.edition, '2026-11+QD1']);
  });

  test('of a release with another calendar leaves the decrees in force', async () => {
    await takeIn();
    const paper: Decree = {
      number: '1/QĐ',
      signedOn: '2026-11-20',
      title: 'Quyết định mẫu',
      source: 'Mẫu',
      daysOff: [{ date: '2026-12-24', name: 'Nghỉ thêm' }],
      workingDays: [],
      takenOut: [],
      officialYears: [],
      validThrough: null,
    };
    await pool().query(
      "insert into decree (id, state, content, drafted_by) values (gen_random_uuid(), 'applied', $1, 'admin')",
      [JSON.stringify(paper)],
    );
    const built = loadPolicy();
    const release = { ...built, version: 'release', calendar: { ...built.calendar, edition: '2027-01' } };
    const policies = new Policies(release);
    await policies.current(pool());
    const { calendar } = await policies.current(pool());
    expect(calendar.edition).toBe('2027-01+1/QĐ');
    expect(workingCalendar(calendar).isWorkingDay('2026-12-24')).toBe(false);
  });

  test('is refused when its calendar says something else under a name that the record knows', async () => {
    await takeIn();
    const built = loadPolicy();
    const changed = { ...built, calendar: { ...built.calendar, validThrough: '2030-12-31' } };
    await expect(new Policies(changed).current(pool())).rejects.toThrow(/give it another name/);
  });

  test('is refused when a row that ledgers name counts otherwise, or is gone', async () => {
    await takeIn();
    const built = loadPolicy();
    const current = (limits: readonly LimitRule[]) =>
      new Policies({ ...built, version: 'release', limits }).current(pool());
    const longer = built.limits.map((rule) => (rule.id === 'K3' ? { ...rule, days: { base: 31 } } : rule));
    await expect(current(longer)).rejects.toThrow(/counts otherwise K3 \(2012-07-01\)/);
    const gone = built.limits.filter(({ id }) => id !== 'D5');
    await expect(current(gone)).rejects.toThrow(/D5 \(2019-01-01\)/);
    const reworded = built.limits.map((rule) => ({ ...rule, source: 'Nguồn khác / Another source' }));
    expect((await current(reworded)).version).toBe('release');
  });

  test('names no version that the record never saw', async () => {
    await expect(desk.office.policies.at('unknown', pool())).rejects.toThrow(/holds no policy unknown/);
  });
});
