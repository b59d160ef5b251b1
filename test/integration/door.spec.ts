import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, type Command, legalDateOf } from '#domain';
import { commandCase, type Idempotency, registerCase, runCommands, viewCase } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());
const body = {
  subject: 'Nội dung mẫu',
  channel: 'inPerson' as const,
  receivedOn: today,
  declaredKind: null,
  procedure: 'complaintFirst' as const,
  petitioner: null,
};
const classify: Command = { type: 'classify', procedure: 'feedback' };

describe('the one door', () => {
  let house: TestOffice;
  let desk: Actor;

  beforeAll(async () => {
    house = await createTestOffice();
    desk = await house.addStaff('deskOfficer', DESK);
  });
  afterAll(() => house?.close());

  async function register(idempotency?: Idempotency) {
    const outcome = await registerCase(house.office, desk, body, idempotency);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.result;
  }
  const count = async (table: string, caseId: string): Promise<number> => {
    const [row] = await house.office.database.rows<{ count: number }>(
      `select count(*)::int as count from ${table} where case_id = $1`,
      [caseId],
    );
    return row!.count;
  };

  test('the same key answers the same again, however often and however many at once', async () => {
    const key = { key: 'register-once', requestHash: 'a' };
    const results = await Promise.all(Array.from({ length: 12 }, () => register(key)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await register(key)).toEqual(results[0]);
    expect(await count('petition', results[0]!.caseId)).toBe(1);
  });

  test('a key used for another request is refused', async () => {
    await register({ key: 'taken', requestHash: 'a' });
    expect(await registerCase(house.office, desk, body, { key: 'taken', requestHash: 'b' })).toMatchObject({
      ok: false,
      refusal: { code: 'idempotency.keyReused' },
    });
  });

  test('of two people who saw the same version one is refused as stale, and history holds one act', async () => {
    const { caseId, version } = await register();
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() =>
        commandCase(house.office, desk, { caseId, expectedVersion: version, command: classify }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = outcomes.filter((outcome) => !outcome.ok);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ refusal: { code: 'case.stale', currentVersion: version + 1 } });
    }
    expect(await count('history', caseId)).toBe(version + 1);
  });

  test('the commands of one request stand or fall together, and a refused one never fails its neighbours', async () => {
    const first = await register();
    const second = await register();
    const accept: Command = { type: 'accept', on: today };
    const request = (caseId: string, commands: Command[]) => ({
      actor: desk,
      caseId,
      commands,
      expectedVersion: null,
    });
    const outcomes = await runCommands(house.office, [
      request(first.caseId, [classify, accept]),
      request(second.caseId, [classify]),
    ]);
    expect(outcomes).toMatchObject([{ ok: false, refusal: { code: 'actor.mayNot' } }, { ok: true }]);
    expect(await count('history', first.caseId)).toBe(first.version);
    expect(await count('history', second.caseId)).toBe(second.version + 1);
  });

  test('two requests of one batch for the same case both leave what they set', async () => {
    const { caseId } = await register();
    const request = (command: Command) => ({
      actor: desk,
      caseId,
      commands: [command],
      expectedVersion: null,
    });
    const outcomes = await runCommands(house.office, [
      request({ type: 'setPlace', placeCode: DESK }),
      request(classify),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await viewCase(house.office, desk, caseId)).toMatchObject({
      placeCode: DESK,
      procedure: 'feedback',
    });
  });

  test('what lay at the desk is late at the desk, and the agency has its days from today', async () => {
    await house.addAgency('so-xd');
    const late = { ...body, receivedOn: addCalendarDays(today, -80), backdatingReason: 'Nhập sổ giấy' };
    const clocksOf = async (agencyCode: string) => {
      const outcome = await registerCase(house.office, desk, { ...late, agencyCode });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const view = await viewCase(house.office, desk, outcome.result.caseId);
      return Object.fromEntries(view!.deadlines.map((deadline) => [deadline.clock, deadline]));
    };
    const other = await clocksOf('so-xd');
    expect(other.process).toMatchObject({ state: 'met', metInTime: false });
    expect(other.accept).toMatchObject({ state: 'running', isLate: false });
    const own = await clocksOf(DESK);
    expect(own.accept).toMatchObject({ state: 'running', isLate: true });
  });

  test('refused registrations leave no gap in the numbers', async () => {
    const before = await register();
    const refused = await registerCase(house.office, desk, { ...body, receivedOn: '2026-01-05' });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'date.backdatedWithoutReason', pointer: '/backdatingReason' },
    });
    const after = await register();
    const serial = (number: string) => Number(number.split('-')[2]);
    expect(serial(after.number) - serial(before.number)).toBe(1);
  });

  test('an agency that does not exist is refused before anything is written', async () => {
    const refused = await registerCase(house.office, desk, { ...body, agencyCode: 'so-khong-co' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'agency.unknown', pointer: '/agencyCode' } });
  });
});
