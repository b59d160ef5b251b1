import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryOf, openQueues, type Queues } from '#queues';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

describe('messages that wait in the queue', () => {
  let database: TestDatabase;
  let queues: Queues;

  beforeAll(async () => {
    database = await createTestDatabase();
    queues = await openQueues({ url: database.url, acceptUnsafe: false, onTrouble: () => {} });
  });
  afterAll(async () => {
    await queues.close();
    await database.drop();
  });

  test('are one job, however often they are rung', async () => {
    const messages = Array.from({ length: 3 }, () => randomUUID());
    for (let minute = 0; minute < 4; minute += 1) await queues.add('deliverNotice', [deliveryOf(messages)]);
    expect(await queues.waiting('deliverNotice')).toBe(1);
  });
});
