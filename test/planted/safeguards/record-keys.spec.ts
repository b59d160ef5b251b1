import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestOffice, type TestOffice } from '../../support/office.js';
import { takeIn, writeOrder } from '../../support/outbox.js';

/* The last line: if every other safeguard failed, the tables themselves refuse what must not be there twice. */

describe('the record refuses', () => {
  let house: TestOffice;
  let caseId: string;

  beforeAll(async () => {
    house = await createTestOffice();
    caseId = await takeIn(house, '2026-11-02');
  });
  afterAll(() => house.close());

  /** Writes the same row twice. @returns the SQLSTATE of the second try. */
  async function twice(statement: string, parameters: unknown[] = []): Promise<unknown> {
    const write = () => house.office.database.rows(statement, parameters);
    await write();
    return write().then(
      () => 'accepted',
      ({ code }) => code,
    );
  }
  const DOUBLE = '23505';

  test('two acts with one number', async () => {
    const again = `insert into history
      select case_id, seq + 100, command, payload, actor_id, actor_role, agency_code, at, legal_on, handling_from,
        handling_to, headline, source, policy_version
      from history where case_id = $1 and seq = 1`;
    expect(await twice(again, [caseId])).toBe(DOUBLE);
  });

  test('two answers under one key', async () => {
    const answer = `insert into idempotency_key (actor_id, key, request_hash, response) values ('a', 'key', 'x', '{}')`;
    expect(await twice(answer)).toBe(DOUBLE);
  });

  test('two notices of one message to one person', async () => {
    const outboxId = await writeOrder(house, caseId, {});
    const notice = `insert into notice (id, outbox_id, case_id, channel, address, template, params, state, seq)
      values (gen_random_uuid(), $1, $2, 'email', 'so-xd@test.example', 'caseAssigned', '{}', 'pending', 1)`;
    expect(await twice(notice, [outboxId, caseId])).toBe(DOUBLE);
  });

  test('two cases with one number', async () => {
    const number = `update cases set number = 'CM-2026-999999-9' where id = $1`;
    const other = await takeIn(house, '2026-11-02');
    await house.office.database.rows(number, [caseId]);
    const taken = house.office.database.rows(number, [other]);
    await expect(taken).rejects.toMatchObject({ code: DOUBLE });
  });
});
