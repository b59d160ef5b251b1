import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readRecordHealth } from '#database';
import { deliverNotices, type Mailer, openMailer, sendMails } from '#notices';
import { freePort } from '../../apps/command-line/ports.js';
import {
  type MemoryMailServer,
  startMemoryMailServer,
  writeCases,
  writeMessages,
} from '../support/messages.js';
import { createTestOffice, type TestOffice } from '../support/office.js';

/** `OUTAGE_MESSAGES=20000` is the full size: some 10,000 mails and 125 digests; the virtual day costs no time. */
const MESSAGES = Number(process.env.OUTAGE_MESSAGES ?? 800);
const PER_CASE = 4;
jest.setTimeout(3_600_000);

let house: TestOffice;
let server: MemoryMailServer;
const FROM = 'khong-tra-loi@test.example';

beforeEach(async () => {
  house = await createTestOffice();
  server = await startMemoryMailServer();
});
afterEach(async () => {
  await server.stop();
  await house.close();
});

/** Agencies without staff: each is told at its address alone. */
async function addAgencies(prefix: string, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
  for (const code of codes) await house.addAgency(code, { email: `${code}@test.example` });
  return codes;
}

/** The mail server is away while these messages are delivered, and then a day passes. */
async function dayWithoutMail(ids: readonly string[]): Promise<void> {
  const away = openMailer(`smtp://127.0.0.1:${await freePort()}`, FROM);
  for (let start = 0; start < ids.length; start += 500) {
    await deliverNotices(house.office, null, ids.slice(start, start + 500));
    await sendMails(house.office, away);
  }
  away.close();
  await pass('24 hours');
}

const pass = (interval: string) =>
  house.office.database.rows(
    `update notice set created_at = created_at - '${interval}'::interval, retry_at = retry_at - '${interval}'::interval,
       lease_until = lease_until - '${interval}'::interval`,
  );

const unsettled = async () =>
  (await house.office.database.rows('select from outbox where settled_at is null')).length;

/** Every message that the mails tell, alone or in a digest, as `case/level/address`, in the order of arrival. */
function told(): string[] {
  return server.received.flatMap(({ to, subject, text }) => {
    const isDigest = subject.includes('thông báo gửi chậm');
    const words = isDigest ? (text.split('----------')[0] ?? '') : subject;
    const found = words.matchAll(/Vụ việc (CM-[\d-]+): [^\n]*?mức (\d+)/g);
    return [...found].map(([, number, level]) => `${number}/${level}/${to}`);
  });
}

async function drain(mailer: Mailer): Promise<void> {
  for (let round = 0; round < 50 && (await unsettled()) > 0; round += 1) {
    await sendMails(house.office, mailer);
    await pass('15 minutes');
  }
}

describe('after a day without a mail server', () => {
  test('every message arrives once, in the order of its case, the long backlogs as digests', async () => {
    const busy = await addAgencies('dong', Math.ceil(MESSAGES / 160));
    const quiet = await addAgencies('vang', Math.ceil(MESSAGES / 32));
    const cases = await writeCases(house, MESSAGES / PER_CASE);
    const messages = cases.flatMap((each, index) => {
      const agencies = index % 2 === 0 ? busy : quiet;
      const agencyCode = agencies[Math.floor(index / 2) % agencies.length]!;
      return Array.from({ length: PER_CASE }, (_, event) => ({ ...each, agencyCode, seq: event + 1 }));
    });
    const shuffled = messages.toSorted((a, b) => a.seq - b.seq);
    await dayWithoutMail(await writeMessages(house, shuffled));
    expect(server.received).toEqual([]);
    expect(await unsettled()).toBe(MESSAGES);

    const mailer = openMailer(server.url, FROM);
    await drain(mailer);
    mailer.close();

    const arrived = told();
    const expected = messages.map(
      ({ caseNumber, seq, agencyCode }) => `${caseNumber}/${seq}/${agencyCode}@test.example`,
    );
    expect(arrived.toSorted()).toEqual(expected.toSorted());
    const lines = Map.groupBy(arrived, (entry) => entry.replace(/\/\d+\//, '/'));
    for (const line of lines.values()) expect(line).toEqual(line.toSorted());
    expect(await readRecordHealth(house.office.database)).toMatchObject({
      oldestUnsentSeconds: null,
      parkedMessages: 0,
    });
    const digests = server.received.filter(({ subject }) => subject.includes('thông báo gửi chậm'));
    expect(new Set(digests.map(({ to }) => to))).toEqual(new Set(busy.map((code) => `${code}@test.example`)));
    expect(server.received.length).toBeLessThan(MESSAGES);
  });

  test('mails leave no faster than the cap of the office, whoever sends them', async () => {
    const agencies = await addAgencies('vang', 10);
    const cases = await writeCases(house, 40);
    await dayWithoutMail(
      await writeMessages(
        house,
        cases.map((each, index) => ({ ...each, seq: 1, agencyCode: agencies[index % 10]! })),
      ),
    );
    const allow = (allowance: number, refilled: string) =>
      house.office.database.rows('update mail_gate set allowance = $1, refilled_at = now() + $2::interval', [
        allowance,
        refilled,
      ]);
    const workers = Array.from({ length: 3 }, () => openMailer(server.url, FROM, 600));
    const send = () => Promise.all(workers.map((mailer) => sendMails(house.office, mailer)));
    await allow(10, '1 hour');
    await send();
    await send();
    expect(server.received).toHaveLength(10);
    await allow(4, '1 hour');
    await send();
    expect(server.received).toHaveLength(14);
    await allow(0, '-1 second');
    await send();
    expect(server.received.length).toBeGreaterThanOrEqual(24);
    for (const mailer of workers) mailer.close();
  });
});

describe('a mail that waits', () => {
  test('is overtaken by none of its case, while other cases go on', async () => {
    const [agencyCode] = await addAgencies('so', 1);
    const [first, second] = await writeCases(house, 2);
    await writeMessages(house, [
      { ...first!, seq: 1, agencyCode: agencyCode! },
      { ...first!, seq: 2, agencyCode: agencyCode! },
      { ...second!, seq: 1, agencyCode: agencyCode! },
    ]);
    const ids = await house.office.database.rows<{ id: string }>(
      'select id from outbox order by case_id, seq',
    );
    await deliverNotices(
      house.office,
      null,
      ids.map(({ id }) => id),
    );
    await house.office.database.rows(
      `update notice set retry_at = now() + interval '1 hour', attempts = 1 where case_id = $1 and seq = 1`,
      [first!.caseId],
    );
    const mailer = openMailer(server.url, FROM);
    await sendMails(house.office, mailer);
    expect(told()).toEqual([`${second!.caseNumber}/1/so-0@test.example`]);
    await pass('1 hour');
    await sendMails(house.office, mailer);
    mailer.close();
    expect(told().slice(1)).toEqual([
      `${first!.caseNumber}/1/so-0@test.example`,
      `${first!.caseNumber}/2/so-0@test.example`,
    ]);
  });

  test('lets an earlier message of its case be written first', async () => {
    const [agencyCode] = await addAgencies('so', 1);
    const [only] = await writeCases(house, 1);
    const [early, late] = await writeMessages(house, [
      { ...only!, seq: 1, agencyCode: agencyCode! },
      { ...only!, seq: 2, agencyCode: agencyCode! },
    ]);
    const mailer = openMailer(server.url, FROM);
    await deliverNotices(house.office, mailer, [late!]);
    expect(server.received).toEqual([]);
    await deliverNotices(house.office, null, [early!]);
    await sendMails(house.office, mailer);
    mailer.close();
    expect(told()).toEqual([
      `${only!.caseNumber}/1/so-0@test.example`,
      `${only!.caseNumber}/2/so-0@test.example`,
    ]);
  });
});

/** So many mails to one agency have waited for a day, and are sent once. @returns the cases, and what sent the mails. */
async function backlogSent(count: number) {
  const [agencyCode] = await addAgencies('so', 1);
  const cases = await writeCases(house, count);
  const messages = cases.map((each) => ({ ...each, seq: 1, agencyCode: agencyCode! }));
  await dayWithoutMail(await writeMessages(house, messages));
  const mailer = openMailer(server.url, FROM);
  await sendMails(house.office, mailer);
  return { mailer, cases };
}

describe('a digest', () => {
  test('whose worker died goes out again with the same Message-ID and the same list', async () => {
    const { mailer } = await backlogSent(25);
    await house.office.database.rows(
      `update notice set state = 'sending', sent_at = null, lease_until = now() - interval '1 second';
       update outbox set settled_at = null`,
    );
    await sendMails(house.office, mailer);
    mailer.close();
    expect(server.received).toHaveLength(2);
    expect(server.received[1]).toEqual(server.received[0]);
    expect(await unsettled()).toBe(0);
  });

  test('tells numbers, headlines and dates, and nothing that a passer-by must not read', async () => {
    const { mailer, cases } = await backlogSent(21);
    mailer.close();
    const [digest] = server.received;
    expect(digest?.subject).toBe('[Dân Nguyện] 21 thông báo gửi chậm');
    expect(digest?.text).toContain(cases[20]!.caseNumber);
    expect(digest?.text).toContain('21 messages below could not be sent in time');
    expect(digest?.text).not.toContain('Nội dung mẫu');
    expect(digest?.text).not.toMatch(/tố cáo|denunciation|Luật/i);
  });
});
