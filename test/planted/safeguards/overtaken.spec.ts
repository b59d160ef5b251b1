import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Actor, type Command, legalDateOf } from '#domain';
import { commandCase, type Office, runCommands } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../../support/office.js';
import { registrationOf } from '../../support/registrations.js';

const place: Command = { type: 'setPlace', placeCode: DESK };

/* Two processes at one case, where chance is left out: the second acts just when the first has read. */
describe('a process that is overtaken between reading and writing', () => {
  let house: TestOffice;
  let desk: Actor;
  let caseId: string;

  beforeAll(async () => {
    house = await createTestOffice();
    desk = await house.addStaff('deskOfficer', DESK);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    const register: Command = {
      type: 'register',
      receivedOn: legalDateOf(new Date().toISOString()),
      channel: 'inPerson',
      declaredKind: null,
      deskAgencyCode: DESK,
    };
    const request = registrationOf(desk, [register]);
    await runCommands(house.office, [request]);
    caseId = request.caseId;
  });

  const give = (office: Office, expectedVersion: number | null) =>
    commandCase(office, desk, { caseId, expectedVersion, command: place });
  const acts = async () => {
    const sql = 'select seq, version from history join cases on id = case_id where case_id = $1 order by seq';
    return house.office.database.rows<{ seq: number; version: number }>(sql, [caseId]);
  };

  /** The office, seen from a process that is slow: after its first reading somebody else acts on the case. */
  function slowly(office: Office, meanwhile: () => Promise<unknown>): Office {
    const { database } = office;
    let hasRead = false;
    const query = async (...asked: Parameters<typeof database.pool.query>) => {
      const answer = await database.pool.query(...asked);
      if (!hasRead) {
        hasRead = true;
        await meanwhile();
      }
      return answer;
    };
    const pool = Object.create(database.pool, { query: { value: query } });
    return { ...office, database: Object.create(database, { pool: { value: pool } }) };
  }

  test('refuses what was meant for the version before', async () => {
    const slow = slowly(house.office, () => give(house.office, 1));
    expect(await give(slow, 1)).toMatchObject({ refusal: { code: 'case.stale', currentVersion: 2 } });
    expect((await acts()).map(({ seq, version }) => [seq, version])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  test('judges anew what was meant for any version, and overwrites nothing', async () => {
    const slow = slowly(house.office, () => give(house.office, null));
    expect(await give(slow, null)).toMatchObject({ ok: true, result: { version: 3 } });
    expect((await acts()).map(({ seq, version }) => [seq, version])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});
