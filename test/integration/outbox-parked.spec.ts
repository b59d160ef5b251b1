import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readRecordHealth } from '#database';
import type { Actor } from '#domain';
import {
  countLostTries,
  deliverNotices,
  giveUpParked,
  listParked,
  openMailer,
  type Rung,
  relayOutbox,
  retryParked,
  sendMails,
} from '#notices';
import {
  type MemoryMailServer,
  startMemoryMailServer,
  writeCases,
  writeMessages,
} from '../support/messages.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

const BAD_ADDRESS = 'khong-co@test.example';

let house: TestOffice;
let server: MemoryMailServer;
let coordination: Actor;
let cases: { caseId: string; caseNumber: string }[];

beforeAll(async () => {
  house = await createTestOffice();
  server = await startMemoryMailServer([BAD_ADDRESS]);
  await house.addAgency('so-xd', { email: 'so-xd@test.example' });
  await house.addAgency('so-tc', { email: BAD_ADDRESS });
  coordination = await house.addStaff('coordinationOffice');
  cases = await writeCases(house, 40);
});
afterAll(async () => {
  await server?.stop();
  await house?.close();
});
beforeEach(() =>
  house.office.database.rows(
    'truncate message_decision, delivery_try; delete from notice; delete from outbox; update staff set is_active = true',
  ),
);

const write = (count: number, fields: object = {}) =>
  writeMessages(
    house,
    cases.slice(0, count).map((each) => ({ ...each, seq: 1, agencyCode: 'so-xd', ...fields })),
  );
const standing = async (id: string) => {
  const [row] = await house.office.database.rows<{
    state: string;
    parked_for: string | null;
    owner: string | null;
    last_error: string | null;
  }>(
    `select case when settled_at is not null then 'settled' when parked_at is not null then 'parked' else 'open' end
       as state, parked_for, owner, last_error from outbox where id = $1`,
    [id],
  );
  return row!;
};
const mailing = async <Result>(work: (mailer: ReturnType<typeof openMailer>) => Promise<Result>) => {
  const mailer = openMailer(server.url, 'a@test.example');
  await work(mailer);
  mailer.close();
};
const waitOver = () =>
  house.office.database.rows(`update notice set retry_at = now() where retry_at is not null`);
const parked = (reader: Pick<Actor, 'role'> = coordination) =>
  listParked(house.office, reader, { limit: 50 });

/** Mails until the refused address has been tried often enough. */
async function refuse(ids: readonly string[]): Promise<void> {
  await mailing(async (mailer) => {
    await deliverNotices(house.office, mailer, ids);
    for (let tries = 0; tries < 2; tries += 1) {
      await waitOver();
      await sendMails(house.office, mailer);
    }
  });
}

/** Rings what is due. */
async function ring(): Promise<Rung> {
  let rung: Rung = { together: [], alone: [] };
  await relayOutbox(
    house.office.database,
    async (due) => {
      rung = due;
    },
    500,
  );
  return rung;
}

/** A worker of its own that dies, or is caught in an endless loop, as soon as it meets the message. @returns what ended it. */
async function workerThatFallsFor(poison: string, ids: readonly string[], fall: string) {
  const script = `
    import { Database } from './dist/libs/database/index.js';
    import { deliverNotices } from './dist/libs/notices/index.js';
    import { watchLoop } from './dist/apps/worker/watch-loop.js';
    watchLoop(3);
    const database = await Database.connect(${JSON.stringify(house.url)}, 2);
    const { transaction } = database;
    database.transaction = (work) => transaction.call(database, (client) => work({
      query: async (...asked) => {
        const answer = await client.query(...asked);
        if (answer.rows.some(({ outboxId }) => outboxId === '${poison}')) ${fall}
        return answer;
      },
    }));
    const office = { database, coordinationAgency: 'tru-so-tcd', publicUrl: 'http://localhost:3000' };
    await deliverNotices(office, null, ${JSON.stringify(ids)});
    await database.close();`;
  const worker = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(worker, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** A minute passes for whatever was in hand. */
const minutePasses = () =>
  house.office.database.rows(
    `update delivery_try set begun_at = begun_at - interval '61 seconds';
     update outbox set ring_after = ring_after - interval '61 seconds' where ring_after < 'infinity'`,
  );

describe('a message that', () => {
  test('kills its worker is set apart from its neighbours, and parked after the third', async () => {
    const ids = await write(20);
    const poison = ids[7]!;
    await workerThatFallsFor(poison, ids, 'process.exit(1);');
    for (const id of ids) expect((await standing(id)).state).toBe('open');

    await minutePasses();
    await countLostTries(house.office.database);
    const rung = await ring();
    expect(rung.together).toEqual([]);
    expect(rung.alone.toSorted()).toEqual(ids.toSorted());
    const healthy = ids.filter((id) => id !== poison);
    for (const id of healthy) await deliverNotices(house.office, null, [id]);

    for (let deaths = 0; deaths < 2; deaths += 1) {
      expect((await standing(poison)).state).toBe('open');
      await workerThatFallsFor(poison, [poison], 'process.exit(1);');
      await minutePasses();
      await countLostTries(house.office.database);
    }
    expect(await standing(poison)).toMatchObject({
      state: 'parked',
      parked_for: 'neverEnds',
      owner: 'administrator',
    });
    expect((await ring()).alone).toEqual([]);
    const told = await house.office.database.rows('select distinct outbox_id from notice');
    expect(told).toHaveLength(healthy.length);
  });

  test('catches its worker in an endless loop ends it, and counts as a death', async () => {
    const [poison] = await write(1);
    expect(await workerThatFallsFor(poison!, [poison!], 'for (;;);')).toBe('SIGKILL');
    await minutePasses();
    await countLostTries(house.office.database);
    expect((await ring()).alone).toEqual([poison]);
  });

  test('breaks the statement of its batch is found, and its neighbours are told', async () => {
    const ids = await write(9);
    const broken = ids[4]!;
    await house.office.database.rows(
      `update outbox set payload = jsonb_set(payload, '{params,caseNumber}', '"Nguyễn Văn A, 079000000001 "')
       where id = $1`,
      [broken],
    );
    await house.office.database.rows(
      `alter table notice add constraint sample_check check (params ->> 'caseNumber' not like '%079%')`,
    );
    await deliverNotices(house.office, null, ids);
    await house.office.database.rows('alter table notice drop constraint sample_check');
    expect(await house.office.database.rows('select distinct outbox_id from notice')).toHaveLength(8);
    const { state, last_error } = await standing(broken);
    expect(state).toBe('open');
    expect(last_error).toContain('23514');
    expect(last_error).not.toMatch(/Nguyễn|079/);
  });

  test('reaches nobody, try after try, is parked for the administrator', async () => {
    await house.office.database.rows('update staff set is_active = false');
    const [id] = await write(1, { agencyCode: null });
    await house.office.database.rows('update outbox set attempts = 14');
    await deliverNotices(house.office, null, [id!]);
    expect(await standing(id!)).toMatchObject({
      state: 'parked',
      parked_for: 'nobodyThere',
      owner: 'administrator',
    });
  });

  test('is refused at its address is parked for the coordination office, in codes that name nobody', async () => {
    const [bad] = await write(1, { agencyCode: 'so-tc' });
    await refuse([bad!]);
    const { last_error, ...where } = await standing(bad!);
    expect(where).toEqual({ state: 'parked', parked_for: 'mailRefused', owner: 'coordinationOffice' });
    expect(last_error).toContain('550');
    expect(last_error).not.toContain('@');
  });

  test('kills whoever mails it is sent alone, and parked after the third', async () => {
    const ids = await write(3);
    await deliverNotices(house.office, null, ids);
    const lose = () =>
      house.office.database.rows(
        `update notice set state = 'sending', lease_until = now() - interval '1 second' where state <> 'sent'`,
      );
    await lose();
    await house.office.database.rows('update notice set attempts = 3, deaths = 2 where outbox_id = $1', [
      ids[0],
    ]);
    const before = server.received.length;
    await mailing((mailer) => sendMails(house.office, mailer));
    expect(server.received).toHaveLength(before + 2);
    expect(await standing(ids[0]!)).toMatchObject({ state: 'parked', parked_for: 'neverEnds' });
    expect(await readRecordHealth(house.office.database)).toMatchObject({
      oldestUnsentSeconds: null,
      parkedMessages: 1,
    });
  });
});

describe('a parked message', () => {
  test('is listed with reason, owner and address; an administrator is shown no way to the case', async () => {
    await refuse(await write(2, { agencyCode: 'so-tc' }));
    const { items } = await parked();
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      caseId: expect.any(String),
      caseNumber: expect.stringMatching(/^CM-/),
      title: { vi: expect.stringContaining('báo cáo mức 1'), en: expect.any(String) },
      reason: 'mailRefused',
      owner: 'coordinationOffice',
      addresses: [BAD_ADDRESS],
      tries: 3,
      retries: 0,
    });
    for (const item of (await parked({ role: 'administrator' })).items) expect(item.caseId).toBeNull();
    const first = await listParked(house.office, coordination, { limit: 1 });
    const second = await listParked(house.office, coordination, { limit: 1, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toEqual(items);
    const others = await listParked(house.office, coordination, { limit: 9, owner: 'administrator' });
    expect(others.items).toEqual([]);
  });

  test('that is tried again arrives at the corrected address, and at no other twice', async () => {
    const officer = await house.addStaff('agencyOfficer', 'so-tc');
    const [id] = await write(1, { agencyCode: 'so-tc' });
    await refuse([id!]);
    await house.office.database.rows(`update agency set email = 'so-tc@test.example' where code = 'so-tc'`);
    const before = server.received.length;
    expect(await retryParked(house.office, coordination, id!)).toBe(true);
    await mailing(async (mailer) => {
      await deliverNotices(house.office, null, (await ring()).together);
      await sendMails(house.office, mailer);
    });
    await house.office.database.rows('update agency set email = $1 where code = $2', [BAD_ADDRESS, 'so-tc']);
    expect(server.received.slice(before).map(({ to }) => to)).toEqual(['so-tc@test.example']);
    const told = await house.office.database.rows('select from notice where staff_id = $1', [officer.id]);
    expect(told).toHaveLength(2);
    expect((await standing(id!)).state).toBe('settled');
    expect(await retryParked(house.office, coordination, id!)).toBeNull();
    const [decided] = await house.office.database.rows('select decision, reason from message_decision');
    expect(decided).toMatchObject({ decision: 'retry', reason: expect.stringContaining('mailRefused') });
  });

  test('that is given up is closed, with who decided, when and why', async () => {
    const [id] = await write(1, { agencyCode: 'so-tc' });
    await refuse([id!]);
    expect(await giveUpParked(house.office, coordination, id!, 'đã báo qua điện thoại')).toBe(true);
    expect((await standing(id!)).state).toBe('settled');
    expect((await parked()).items).toEqual([]);
    expect(
      await house.office.database.rows('select decision, reason, staff_id, decided_at from message_decision'),
    ).toEqual([
      {
        decision: 'giveUp',
        reason: 'đã báo qua điện thoại',
        staff_id: coordination.id,
        decided_at: expect.anything(),
      },
    ]);
  });
});
