import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { deliverNotices, openMailer, sendMails } from '#notices';
import { createTestOffice, type TestOffice } from '../../support/office.js';
import { takeIn, writeOrder } from '../../support/outbox.js';

/** Longer than a worker looks for mails to send, shorter than a mail may take. */
const SLOW_MS = 2_500;

describe('a mail server that takes its time', () => {
  let house: TestOffice;
  let server: SMTPServer;
  let taken = 0;

  beforeAll(async () => {
    house = await createTestOffice();
    await house.addAgency('so-xd', { email: 'so-xd@test.example' });
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, answer) =>
        stream.resume().once('end', () => {
          taken += 1;
          setTimeout(() => answer(null), SLOW_MS);
        }),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(resolve));
    await house.close();
  });

  /** A message whose mail has been written and not sent. @returns its id in the outbox. */
  async function writeMail(): Promise<string> {
    const caseId = await takeIn(house, '2026-11-02');
    await house.office.database.rows('delete from notice; delete from outbox');
    const id = await writeOrder(house, caseId, { agencyCode: 'so-xd' });
    await deliverNotices(house.office, null, [id]);
    return id;
  }
  const openMessages = async () =>
    (await house.office.database.rows('select 1 from outbox where settled_at is null')).length;

  test('leaves a message open until its mails have gone', async () => {
    const id = await writeMail();
    await deliverNotices(house.office, null, [id]);
    expect(await openMessages()).toBe(1);
  });

  test('is given each mail once, by whichever worker', async () => {
    await writeMail();
    const { port } = server.server.address() as AddressInfo;
    const mailers = [1, 2].map(() => openMailer(`smtp://127.0.0.1:${port}`, 'a@test.example'));
    const first = sendMails(house.office, mailers[0]!);
    await sleep(SLOW_MS / 2);
    await Promise.all([first, sendMails(house.office, mailers[1]!)]);
    for (const mailer of mailers) mailer.close();
    expect(taken).toBe(1);
    expect(await openMessages()).toBe(0);
  });
});
