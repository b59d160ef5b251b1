import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { deliverNotices, type Mailer, openMailer } from '#notices';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { createMailServer, takeIn, writeOrder } from '../support/outbox.js';

interface NoticeRow {
  id: string;
  channel: string;
  address: string | null;
  staff_id: string | null;
  state: string;
  attempts: number;
  message_id: string | null;
  last_error: string | null;
  params: Record<string, string>;
}

let desk: TestOffice;
let caseId: string;
let mails: Awaited<ReturnType<typeof createMailServer>>;
let mailer: Mailer;

beforeAll(async () => {
  desk = await createTestOffice({ publicUrl: 'https://dan-nguyen.test.example' });
  await desk.addAgency('so-xd', { email: 'so-xd@test.example' });
  await desk.addStaff('agencyHead', 'so-xd');
  caseId = await takeIn(desk, '2026-11-02');
});
afterAll(() => desk.close());

beforeEach(async () => {
  mails = await createMailServer();
  await mails.start();
  mailer = openMailer(mails.url, 'Dân Nguyện <khong-tra-loi@test.example>');
});
afterEach(async () => {
  mailer.close();
  await mails[Symbol.asyncDispose]();
});

const deliver = (id: string, by: Mailer | null = mailer) => deliverNotices(desk.office, by, [id]);
const notices = (id: string) =>
  desk.office.database.rows<NoticeRow>(
    'select * from notice where outbox_id = $1 order by channel, address',
    [id],
  );
const outbox = async (id: string) => {
  const [row] = await desk.office.database.rows<
    Record<'settled_at' | 'parked_at' | 'ring_after', Date | null> & { last_error: string }
  >('select * from outbox where id = $1', [id]);
  return row!;
};
/** Lets the waiting time of every notice pass. */
const wait = () =>
  desk.office.database.rows(`update notice set retry_at = now() where retry_at is not null;`);

describe('a message', () => {
  test('is told in the application and by e-mail, to the officers and the address of the agency', async () => {
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id);
    expect((await notices(id)).map(({ channel, state }) => [channel, state])).toEqual([
      ['app', 'sent'],
      ['email', 'sent'],
      ['email', 'sent'],
    ]);
    expect((await outbox(id)).settled_at).not.toBeNull();
    const [newest] = await mails.received();
    expect(newest).toMatchObject({
      from: expect.stringContaining('khong-tra-loi@test.example'),
      subject: '[Dân Nguyện] Vụ việc CM-2026-000001: được giao cho cơ quan',
      text: expect.stringContaining(`https://dan-nguyen.test.example/vu-viec/${caseId}`),
      messageId: expect.stringMatching(/^<[0-9a-f-]{36}@dan-nguyen\.dan-nguyen\.test\.example>$/),
    });
    expect(newest?.text).not.toContain('Mương thoát nước');
  });

  test('delivered by ten workers at once goes out once to each recipient', async () => {
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await Promise.all(Array.from({ length: 10 }, () => deliver(id)));
    expect(await notices(id)).toHaveLength(3);
    expect(await mails.received()).toHaveLength(2);
  });

  test('among many, delivered by eight workers in every order, goes out once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(await writeOrder(desk, caseId, { agencyCode: 'so-xd' }));
    const orders = Array.from({ length: 8 }, (_, turn) => [...ids.slice(turn), ...ids.slice(0, turn)]);
    await Promise.all(orders.map((some) => deliverNotices(desk.office, mailer, some)));
    expect(await mails.received()).toHaveLength(2 * ids.length);
    for (const id of ids) expect((await outbox(id)).settled_at).not.toBeNull();
  });

  test('about an unassigned case reaches the coordination office, which is told why', async () => {
    const coordination = await desk.addStaff('coordinationOffice', 'tru-so-tcd');
    const id = await writeOrder(desk, caseId, {});
    await deliver(id);
    const [inApplication] = await notices(id);
    expect(inApplication).toMatchObject({ staff_id: coordination.id, params: { fallback: 'unassigned' } });
  });

  test('that this version has no words for is put off, with the reason, and holds up no other', async () => {
    const foreign = await writeOrder(desk, caseId, {
      template: 'caseSung' as 'caseUrged',
      agencyCode: 'so-xd',
    });
    const ordinary = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliverNotices(desk.office, mailer, [foreign, ordinary]);
    expect((await outbox(ordinary)).settled_at).not.toBeNull();
    expect(await outbox(foreign)).toMatchObject({
      settled_at: null,
      parked_at: null,
      last_error: 'unknownWords',
    });
    await desk.office.database.rows('update outbox set attempts = 14 where id = $1', [foreign]);
    await deliver(foreign);
    expect((await outbox(foreign)).parked_at).not.toBeNull();
  });
});

describe('an e-mail', () => {
  test('waits while no mail server is configured; in the application people are told at once', async () => {
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id, null);
    expect((await notices(id)).map(({ state }) => state)).toEqual(['sent', 'pending', 'pending']);
    await deliver(id);
    expect((await outbox(id)).settled_at).not.toBeNull();
  });

  test('is not lost while the mail server is down, and goes out once when it is back', async () => {
    await mails.stop();
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id);
    await deliver(id);
    expect((await notices(id)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 0],
      ['pending', 1],
      ['pending', 1],
    ]);
    await mails.start();
    const rested = openMailer(mails.url, 'khong-tra-loi@test.example');
    await wait();
    await deliver(id, rested);
    rested.close();
    expect(await mails.received()).toHaveLength(2);
    expect((await outbox(id)).settled_at).not.toBeNull();
  });

  test('in the hands of a worker that died is sent again with the same Message-ID when its lease is over', async () => {
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id, null);
    const hold = (interval: string) =>
      desk.office.database.rows(
        `update notice set state = 'sending', lease_until = now() + $2::interval
         where outbox_id = $1 and channel = 'email'`,
        [id, interval],
      );
    await hold('1 minute');
    await deliver(id);
    expect(await mails.received()).toHaveLength(0);

    await hold('-1 second');
    await deliver(id);
    const kept = (await notices(id)).flatMap(({ message_id }) => message_id ?? []);
    expect((await mails.received()).map(({ messageId }) => messageId).sort()).toEqual(kept.sort());
  });

  test('once sent is not sent again', async () => {
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id);
    await desk.office.database.rows('update outbox set settled_at = null where id = $1', [id]);
    await deliver(id);
    expect(await mails.received()).toHaveLength(2);
  });

  test('that a worker of an older version has sent, without closing its message, is not sent again', async () => {
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id);
    await desk.office.database.rows(
      'update outbox set settled_at = null, addressed_at = null, ring_after = now() where id = $1',
      [id],
    );
    await deliver(id, null);
    expect(await mails.received()).toHaveLength(2);
    expect((await outbox(id)).settled_at).not.toBeNull();
  });

  test('refused for good is parked after the third try, and the others go out', async () => {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, answer) =>
        answer(
          address === 'so-xd@test.example'
            ? Object.assign(new Error('no such box'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, _session, answer) => stream.resume().once('end', () => answer(null)),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const strict = openMailer(
      `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      'a@test.example',
    );
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    for (let tries = 0; tries < 3; tries += 1) {
      await deliver(id, strict);
      await wait();
    }
    strict.close();
    await new Promise<void>((resolve) => server.close(resolve));
    const [, ...mailed] = await notices(id);
    expect(mailed.map(({ state, attempts }) => [state, attempts]).sort()).toEqual([
      ['parked', 3],
      ['sent', 1],
    ]);
  });

  test('that nobody takes for five days is parked with the reason', async () => {
    await mails.stop();
    const id = await writeOrder(desk, caseId, { agencyCode: 'so-xd' });
    await deliver(id);
    await desk.office.database.rows(
      `update notice set attempts = 479 where outbox_id = $1 and channel = 'email'`,
      [id],
    );
    await wait();
    const rested = openMailer(mails.url, 'khong-tra-loi@test.example');
    await deliver(id, rested);
    rested.close();
    expect((await notices(id)).map(({ state }) => state)).toEqual(['sent', 'parked', 'parked']);
    expect(await outbox(id)).toMatchObject({
      settled_at: null,
      last_error: expect.stringContaining('ECONNREFUSED'),
    });
    expect((await outbox(id)).parked_at).not.toBeNull();
  });
});
