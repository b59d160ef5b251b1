import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { CalendarEdition } from '#domain';
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
    deskAgencyCode: DESK,
    subject: 'Kiến nghị mẫu',
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

  test('is refused when its calendar says something else under a name that the record knows', async () => {
    await takeIn();
    const built = loadPolicy();
    const changed = { ...built, calendar: { ...built.calendar, validThrough: '2030-12-31' } };
    await expect(new Policies(changed).current(pool())).rejects.toThrow(/give it another name/);
  });

  test('names no version that the record never saw', async () => {
    await expect(desk.office.policies.at('unknown', pool())).rejects.toThrow(/holds no policy unknown/);
  });
});
