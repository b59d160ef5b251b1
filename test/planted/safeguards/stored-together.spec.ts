import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Command, legalDateOf } from '#domain';
import { commandCase, runCommands } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../../support/office.js';
import { registrationOf } from '../../support/registrations.js';

const AGENCY = 'so-xd';
const today = legalDateOf(new Date().toISOString());

describe('an act, its message and its answer', () => {
  let house: TestOffice;
  let desk: Actor;

  beforeAll(async () => {
    house = await createTestOffice();
    desk = await house.addStaff('deskOfficer', DESK);
    await house.addAgency(AGENCY);
  });
  afterAll(() => house.close());

  async function takeInSorted(): Promise<string> {
    const register: Command = {
      type: 'register',
      receivedOn: today,
      channel: 'inPerson',
      declaredKind: null,
      deskAgencyCode: DESK,
    };
    const request = registrationOf(desk, [register, { type: 'classify', procedure: 'feedback' }]);
    await runCommands(house.office, [request]);
    return request.caseId;
  }
  const assign = (caseId: string, key: string) =>
    commandCase(
      house.office,
      desk,
      {
        caseId,
        expectedVersion: null,
        command: { type: 'assign', agencyCode: AGENCY, receivedByAgencyOn: today },
      },
      { key, requestHash: 'a' },
    );
  const kept = async (caseId: string, key: string) => {
    const [row] = await house.office.database.rows(
      `select (select version from cases where id = $1) as version,
         (select count(*)::int from history where case_id = $1 and command = 'assign') as acts,
         (select count(*)::int from outbox where case_id = $1 and payload->>'template' = 'caseAssigned') as messages,
         (select count(*)::int from idempotency_key where key = $2) as answers`,
      [caseId, key],
    );
    return row;
  };

  /** Runs `work` while PostgreSQL refuses the commit of every act: the statements succeed, the transaction does not. */
  async function withoutCommits(work: () => Promise<unknown>): Promise<unknown> {
    const { database } = house.office;
    await database.rows(`
      create function refuse_commit() returns trigger language plpgsql as $$
        begin raise exception 'no commit today'; end $$;
      create constraint trigger no_commit after insert on history deferrable initially deferred
        for each row execute function refuse_commit();`);
    try {
      return await work().then(
        () => 'stored',
        () => 'refused',
      );
    } finally {
      await database.rows('drop trigger no_commit on history; drop function refuse_commit');
    }
  }

  test('are stored together', async () => {
    const [caseId, key] = [await takeInSorted(), randomUUID()];
    await assign(caseId, key);
    expect(await kept(caseId, key)).toEqual({ version: 3, acts: 1, messages: 1, answers: 1 });
  });

  test('are all missing when the commit fails, and there once when the person tries again', async () => {
    const [caseId, key] = [await takeInSorted(), randomUUID()];
    expect(await withoutCommits(() => assign(caseId, key))).toBe('refused');
    expect(await kept(caseId, key)).toEqual({ version: 2, acts: 0, messages: 0, answers: 0 });
    expect(await assign(caseId, key)).toMatchObject({ ok: true });
    expect(await assign(caseId, key)).toMatchObject({ ok: true });
    expect(await kept(caseId, key)).toEqual({ version: 3, acts: 1, messages: 1, answers: 1 });
  });
});
