import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { childEnvironment } from '#config/env';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { createMailServer, takeIn, until } from '../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';

/** The worker as it is built, in a process of its own. */
const WORKER = 'dist/apps/worker/main.js';

let desk: TestOffice;
let mails: Awaited<ReturnType<typeof createMailServer>>;
let queue: TestQueue;
let worker: ChildProcess | null = null;

beforeEach(async () => {
  desk = await createTestOffice();
  await desk.addStaff('coordinationOffice', 'tru-so-tcd');
  mails = await createMailServer();
});
afterEach(async () => {
  await end('SIGKILL');
  await queue.stop();
  await mails[Symbol.asyncDispose]();
  await desk.close();
});

function start() {
  const environment = childEnvironment({
    DATABASE_URL: desk.url,
    QUEUE_URL: queue.url,
    SECRET_KEY: desk.office.secretKey,
    SMTP_URL: mails.url,
    SWEEP_SECONDS: '0.5',
    QUEUE_SILENCE_SECONDS: '2',
    LOG_LEVEL: 'warn',
  });
  worker = spawn(process.execPath, [WORKER], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @returns how the process ended. */
async function end(signal: 'SIGKILL' | 'SIGTERM') {
  if (!worker) return null;
  const ended = once(worker, 'exit');
  worker.kill(signal);
  worker = null;
  return (await ended) as [number | null, string | null];
}

/** A mail server that takes the call and says nothing. */
async function startSilentServer(url: string) {
  const callers = new Set<Socket>();
  const server = createServer((caller) => callers.add(caller.on('error', () => {})));
  server.listen(Number(new URL(url).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    async stop() {
      for (const caller of callers) caller.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const count = async (condition: string) => {
  const [row] = await desk.office.database.rows<{ n: number }>(
    `select count(*)::int as n from notice where channel = 'email' and ${condition}`,
  );
  return row!.n;
};
const overdue = async () => (await mails.received()).filter(({ subject }) => subject.includes('quá hạn'));

describe.each(QUEUE_BACKENDS)('a worker on %s', (backend) => {
  beforeEach(async () => {
    queue = await startTestQueue(backend, desk.url);
  });

  test('killed between commit and sending sends the notice once when it returns', async () => {
    const silent = await startSilentServer(mails.url);
    await takeIn(desk, '2026-06-01');
    start();
    await until(() => count(`state = 'sending'`), 20);
    await end('SIGKILL');
    await silent.stop();

    await mails.start();
    await desk.office.database.rows(`
      update notice set lease_until = now() where state = 'sending';
      update notice set retry_at = now() where state = 'pending';
      update outbox set ring_after = now();`);
    start();
    await until(async () => (await count(`state <> 'sent'`)) === 0, 30);
    const sent = await mails.received();
    expect((await overdue()).length).toBeGreaterThan(0);
    expect(sent).toHaveLength(await count('true'));
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(sent.length);
  }, 60_000);

  test('stops when it is asked to, soon and with nothing left in hand', async () => {
    await mails.start();
    start();
    await takeIn(desk, '2026-06-01');
    await until(async () => (await overdue()).length > 0, 20);
    const begun = performance.now();
    expect(await end('SIGTERM')).toEqual([0, null]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await count(`state = 'sending'`)).toBe(0);
  });
});
