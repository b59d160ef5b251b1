import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '#database';
import { type Actor, addCalendarDays, type Command, legalDateOf } from '#domain';
import {
  commandCase,
  listAttention,
  type Office,
  registerCase,
  settleAttention,
  sweepDeadlines,
} from '#petitions';
import { COORDINATION, createTestOffice, DESK, type TestOffice } from '../support/office.js';

const today = legalDateOf(new Date().toISOString());
const body = {
  subject: 'Nội dung mẫu',
  channel: 'inPerson' as const,
  receivedOn: today,
  declaredKind: null,
  procedure: undefined,
  petitioner: null,
};

describe('commands that come at the same time', () => {
  let house: TestOffice;
  let desk: Actor;
  /** A second process in the same office: a door and connections of its own. */
  let neighbour: Office;

  beforeAll(async () => {
    house = await createTestOffice();
    desk = await house.addStaff('deskOfficer', DESK);
    neighbour = { ...house.office, database: await Database.connect(house.url, 4) };
  });
  afterAll(async () => {
    await neighbour?.database.close();
    await house?.close();
  });

  async function register(receivedOn = today, subject = body.subject): Promise<string> {
    const backdatingReason = receivedOn === today ? {} : { backdatingReason: 'Nhập sổ giấy' };
    const outcome = await registerCase(house.office, desk, {
      ...body,
      ...backdatingReason,
      receivedOn,
      subject,
    });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.result.caseId;
  }
  const give = (office: Office, caseId: string, command: Command) =>
    commandCase(office, desk, { caseId, expectedVersion: null, command });
  const place: Command = { type: 'setPlace', placeCode: DESK };

  test('keep their order on each case and are stored once, from two processes at once', async () => {
    const caseIds = await Promise.all(Array.from({ length: 20 }, () => register()));
    const outcomes = await Promise.all(
      Array.from({ length: 400 }, (_, index) =>
        give(index % 40 < 20 ? neighbour : house.office, caseIds[index % 20]!, place),
      ),
    );
    const versions = new Map<string, number[]>();
    for (const outcome of outcomes) {
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const { caseId, version } = outcome.result;
      versions.set(caseId, [...(versions.get(caseId) ?? []), version]);
    }
    for (const [caseId, given] of versions) {
      const rows = await house.office.database.rows<{ seq: number }>(
        'select seq from history where case_id = $1 order by seq',
        [caseId],
      );
      expect(rows.map(({ seq }) => seq)).toEqual([1, ...given.sort((a, b) => a - b)]);
      expect(given).toHaveLength(20);
    }
  });

  test('of one process are answered in the order in which they were given', async () => {
    const caseId = await register();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => give(house.office, caseId, place)));
    expect(outcomes.map((outcome) => outcome.ok && outcome.result.version)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 2),
    );
  });

  test('do not fail because PostgreSQL refuses what a neighbour wrote', async () => {
    const registrations = ['Đường hỏng', 'một ký tự \u0000 không lưu được', 'Cống tắc'].map((subject) =>
      register(today, subject),
    );
    const results = await Promise.allSettled(registrations);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('do not fail because the record of a neighbouring case is broken', async () => {
    const [sound, broken] = await Promise.all([register(), register()]);
    await house.office.database.rows(`update cases set state = '{}' where id = $1`, [broken]);
    const classify: Command = { type: 'classify', procedure: 'feedback' };
    const results = await Promise.allSettled([sound, broken].map((id) => give(house.office, id!, classify)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  test('a key that is used twice at once is answered once, whichever process it comes to', async () => {
    const key = { key: randomUUID(), requestHash: 'a' };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        registerCase(index % 2 ? neighbour : house.office, desk, body, key),
      ),
    );
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.result.caseId)).size).toBe(1);
  });

  test('a clock that cannot ring goes to a person and keeps no other waiting, until it is mended', async () => {
    const long = addCalendarDays(today, -60);
    const [first, broken, last] = [await register(long), await register(long), await register(long)];
    const { database } = house.office;
    const kept = await database.rows<{ ledger: object }>('select ledger from deadline where case_id = $1', [
      broken,
    ]);
    await database.rows(`update deadline set ledger = '{}' where case_id = $1`, [broken]);
    for (let swept = await sweepDeadlines(house.office, 50); swept.mayHaveMore; ) {
      swept = await sweepDeadlines(house.office, 50);
    }
    const rang = async (caseId: string) => {
      const sql = `select from history where case_id = $1 and command = 'deadlinePassed'`;
      return (await database.rows(sql, [caseId])).length > 0;
    };
    expect([await rang(first), await rang(broken), await rang(last)]).toEqual([true, false, true]);

    const office = await house.addStaff('coordinationOffice', COORDINATION);
    const { items } = await listAttention(house.office, office, { kind: 'clockStuck', limit: 10 });
    expect(items).toMatchObject([{ caseId: broken, value: 'BrokenCaseError' }]);

    await database.rows('update deadline set ledger = $2 where case_id = $1', [
      broken,
      JSON.stringify(kept[0]!.ledger),
    ]);
    await settleAttention(house.office, office, items[0]!.id, { note: 'Đã phục hồi sổ' });
    await sweepDeadlines(house.office, 50);
    expect(await rang(broken)).toBe(true);
  });
});
