import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LoggerService } from '@nestjs/common';
import { openQueues } from '#queues';
import { Duties } from '../../apps/worker/duties.js';
import { QueueLine } from '../../apps/worker/queue-line.js';
import { emptyQueue, stallQueue } from '../support/empty-queue.js';
import { writeCases, writeMessages } from '../support/messages.js';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { until } from '../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';

/** `STORM_MESSAGES=20000` is the full size. */
const MESSAGES = Number(process.env.STORM_MESSAGES ?? 400);
const PER_CASE = 4;
const QUIET: LoggerService = { log: () => {}, warn: () => {}, error: () => {} };
jest.setTimeout(300_000);

describe.each(QUEUE_BACKENDS)('the messages of an office whose queue is on %s', (backend) => {
  let house: TestOffice;
  let queue: TestQueue;
  const lines: QueueLine[] = [];

  beforeEach(async () => {
    house = await createTestOffice();
    queue = await startTestQueue(backend, house.url);
    await house.addAgency('so-xd', { email: 'so-xd@test.example' });
    await house.addStaff('agencyHead', 'so-xd');
  });
  afterEach(async () => {
    await Promise.all(lines.splice(0).map((line) => line.stop()));
    await queue.stop();
    await house.close();
  });

  async function write(count: number, fields: object = {}): Promise<string[]> {
    const cases = await writeCases(house, Math.ceil(count / PER_CASE));
    const messages = Array.from({ length: count }, (_, index) => ({
      ...cases[Math.floor(index / PER_CASE)]!,
      seq: (index % PER_CASE) + 1,
      agencyCode: 'so-xd',
      ...fields,
    }));
    return writeMessages(house, messages);
  }

  /** @param deliver what the worker does with a delivery; its duties, unless the test says otherwise. */
  async function startWorker(deliver?: () => Promise<void>) {
    const duties = new Duties(house.office, null);
    const line = new QueueLine({ url: queue.url, acceptUnsafe: false, sweepSeconds: 60 }, QUIET);
    lines.push(line);
    await line.start({
      sweepDeadlines: async () => {},
      relayOutbox: async () => {},
      deliverNotice: deliver ?? ((delivery) => duties.deliver(delivery)),
    });
    return { duties, line };
  }

  type Worker = Awaited<ReturnType<typeof startWorker>>;
  const relay = ({ duties, line }: Worker) =>
    duties.relay(
      (rung) => line.ring(rung),
      () => line.hasRoom(),
    );
  const minutePasses = () =>
    house.office.database.rows(
      `update outbox set ring_after = ring_after - interval '61 seconds' where addressed_at is null`,
    );
  const open = async () =>
    (await house.office.database.rows('select from outbox where addressed_at is null')).length;
  /** Each message told in the application and by mail, to one person and one address, once. */
  const toldOnce = async (count: number) => {
    const [told] = await house.office.database.rows<{ notices: number; messages: number }>(
      'select count(*)::int as notices, count(distinct outbox_id)::int as messages from notice',
    );
    expect(told).toEqual({ notices: 3 * count, messages: count });
  };

  test('reach everybody once, with two relays and eight workers, one of which forgets what it took', async () => {
    await write(MESSAGES);
    const workers: Worker[] = [];
    for (let count = 0; count < 7; count += 1) workers.push(await startWorker());
    await startWorker(async () => {});
    const [first, second] = workers as [Worker, Worker];
    await until(async () => {
      await minutePasses();
      await Promise.all([relay(first), relay(second)]);
      return (await open()) === 0;
    }, 60);
    await toldOnce(MESSAGES);
  });

  test('are lost with no queue: emptied twice with them inside, it is filled again from the outbox', async () => {
    await write(MESSAGES / 2);
    const relays = [await startWorker(), await startWorker()] as const;
    await Promise.all(lines.splice(0).map((line) => line.stop()));
    for (let times = 0; times < 2; times += 1) {
      const producer = await openQueues({ url: queue.url, acceptUnsafe: false, onTrouble: () => {} });
      const line = { ring: (rung: { together: string[] }) => producer.add('deliverNotice', jobsOf(rung)) };
      await relays[0].duties.relay(line.ring, async () => true);
      expect(await producer.waiting('deliverNotice')).toBeGreaterThan(0);
      await emptyQueue(queue.url);
      await producer.close();
      await minutePasses();
    }
    expect(await open()).toBe(MESSAGES / 2);
    const worker = await startWorker();
    await until(async () => {
      await relay(worker);
      return (await open()) === 0;
    }, 30);
    await toldOnce(MESSAGES / 2);
  });

  test('wait while it answers nobody, and arrive once afterwards', async () => {
    await write(20);
    const worker = await startWorker();
    const stall = stallQueue(queue.url, 1_500);
    await until(async () => {
      await relay(worker).catch(() => 0);
      return (await open()) === 0;
    }, 30);
    await stall;
    await toldOnce(20);
  });

  test('go on beside jobs of a newer version, which are put back and neither fail nor vanish', async () => {
    const ids = await write(8);
    const producer = await openQueues({ url: queue.url, acceptUnsafe: false, onTrouble: () => {} });
    const newer = { v: 3, messages: ids } as never;
    await producer.add('deliverNotice', [{ id: 'of-a-newer-version', payload: newer }]);
    await producer.add('deliverNotice', [{ id: 'of-an-older-one', payload: { v: 1, outboxId: ids[0]! } }]);
    const worker = await startWorker();
    await relay(worker);
    await until(async () => (await open()) === 0, 30);
    await toldOnce(8);
    const notices = producer.boards().find(({ name }) => name === 'notices')!;
    await until(async () => (await notices.getJobCounts()).delayed === 1, 10);
    expect(await notices.getJobCounts()).toMatchObject({ failed: 0, completed: 0 });
    await producer.close();
  });

  test('that cannot be told hold up none of the others', async () => {
    const bad = await write(6, { template: 'caseSung' });
    await house.office.database.rows(
      'update outbox set case_id = (select case_id from outbox order by id limit 1)',
    );
    const cases = await house.office.database.rows<{ caseId: string; caseNumber: string }>(
      'select id as "caseId", number as "caseNumber" from cases limit 1',
    );
    await writeMessages(
      house,
      Array.from({ length: 30 }, () => ({ ...cases[0]!, seq: 9, agencyCode: 'so-xd' })),
    );
    const worker = await startWorker();
    await relay(worker);
    await until(async () => (await open()) === bad.length, 30);
    await toldOnce(30);
  });
});

function jobsOf({ together }: { together: string[] }) {
  return together.map((outboxId) => ({ id: `outbox-${outboxId}`, payload: { v: 1 as const, outboxId } }));
}
