import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#domain';
import { commandCase, registerCase, sweepDeadlines, verifyRecord } from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { daysAgo } from '../support/play.js';

const CASES = 15;
const CLERK: Actor = { id: 'ban-tiep-dan', role: 'deskOfficer', agencyCode: DESK };
const NAME = 'Nguyễn Thị Kín';

describe('the record', () => {
  let house: TestOffice;

  beforeAll(async () => {
    house = await createTestOffice();
    await house.addAgency('so-a');
    await house.addStaff('coordinationOffice', 'tru-so-tcd');
    for (let index = 0; index < CASES; index += 1) await takeIn(index);
    await sweepDeadlines(house.office, 100);
    await house.office.database.rows(
      `insert into notice (id, outbox_id, case_id, channel, template, params, state)
       select gen_random_uuid(), id, case_id, 'app', 'x', '{}', 'sent' from outbox`,
    );
  });
  afterAll(() => house?.close());

  async function takeIn(index: number): Promise<void> {
    const taken = await registerCase(house.office, CLERK, {
      subject: 'Nội dung mẫu',
      channel: 'post',
      receivedOn: daysAgo(40 + index),
      backdatingReason: 'Đơn đến qua bưu điện',
      declaredKind: null,
      procedure: 'complaintFirst',
      petitioner: { fullName: NAME },
    });
    if (!taken.ok) throw new Error(taken.refusal.code);
    const command = { type: 'assign', agencyCode: 'so-a', receivedByAgencyOn: daysAgo(30) } as const;
    const { caseId } = taken.result;
    await commandCase(house.office, CLERK, { caseId, expectedVersion: null, command });
  }

  async function verify() {
    const told: string[] = [];
    const summary = await verifyRecord(house.office, ({ caseNumber, message }) =>
      told.push(`${caseNumber}: ${message.en}`),
    );
    return { ...summary, told };
  }

  test('comes out, every case and every balance', async () => {
    const { cases, steps, clocks, messages, faults, told } = await verify();
    expect(told).toEqual([]);
    expect({ cases, faults }).toEqual({ cases: CASES, faults: 0 });
    for (const count of [steps, clocks, messages]) expect(count).toBeGreaterThan(CASES);
  });

  /** Each on a case of its own: `$1` is its id. */
  const PLANTED: [what: string, plant: string, told: RegExp][] = [
    [
      'a step of the history that is gone',
      'delete from history where case_id = $1 and seq = 1',
      /the case counts \d+ steps, its history has \d+ \(2–\d+\)$/,
    ],
    [
      'a step that was added',
      `insert into history select case_id, seq + 1000, command, payload, actor_id, actor_role, agency_code, at, legal_on,
         handling_from, handling_to, headline, source, policy_version from history where case_id = $1 and seq = 1`,
      /the case counts \d+ steps, its history has \d+ \(1–1001\)$/,
    ],
    [
      'a version',
      'update cases set version = version + 1 where id = $1',
      /number of steps is \d+ in the record/,
    ],
    [
      'a state',
      "update cases set headline = 'resolved' where id = $1",
      /headline state is resolved in the record/,
    ],
    [
      'a due date',
      'update deadline set due = due + 1 where case_id = $1 and due is not null',
      /due date is \d{4}-\d\d-\d\d in the record and \d{4}-\d\d-\d\d in the replay/,
    ],
    [
      'an alarm that is never to ring',
      'update deadline set next_alarm_at = null where case_id = $1 and next_alarm_at is not null',
      /next alarm is none in the record/,
    ],
    ['a clock', 'delete from deadline where case_id = $1', /this clock is none in the record/],
    ['a petition', 'delete from petition where case_id = $1', /the case has no petition$/],
    [
      'an entry of the register that is gone',
      'delete from register_entry where id = $1',
      /the register lacks this case or its day of receipt$/,
    ],
    [
      'a figure of the board',
      'update board_delta set open = open + 1 where $1::uuid is not null and ctid = (select min(ctid) from board_delta)',
      /^null: the board's figures are \S+ \([-\d,]+\), counting gives \([-\d,]+\)$/,
    ],
    [
      'a message of a step that never was',
      'update outbox set seq = 99 where case_id = $1',
      /message .+ is of step 99, which the history does not have$/,
    ],
    [
      'a message closed with a notice not sent',
      `with closed as (update outbox set settled_at = now() where case_id = $1 returning id)
       update notice set state = 'pending' from closed where outbox_id = closed.id`,
      /is settled with 1 notices not sent$/,
    ],
    [
      'a notice of another case',
      'update notice set case_id = (select id from cases where id <> $1 limit 1) where case_id = $1',
      /notice .+ does not belong to message .+ of this case$/,
    ],
  ];

  test.each(PLANTED)('betrays %s', async (what, plant, expected) => {
    const { database } = house.office;
    const index = PLANTED.findIndex(([name]) => name === what);
    const [about] = await database.rows<{ id: string; number: string }>(
      'select id, number from cases order by number offset $1 limit 1',
      [index],
    );
    expect((await verify()).told.filter((line) => line.startsWith(about!.number))).toEqual([]);
    await database.rows(plant, [about!.id]);
    const { faults, told } = await verify();
    expect(told).toContainEqual(expect.stringMatching(expected));
    expect(faults).toBe(told.length);
    expect(told.join()).not.toContain(NAME);
  });

  test('betrays a number that is used up without a case', async () => {
    await house.office.database.rows('update case_counter set last = last + 1');
    expect((await verify()).told).toContain(
      `null: the counter of the year stands at ${CASES + 1}, cases (greatest number) at ${CASES} (${CASES})`,
    );
  });
});
