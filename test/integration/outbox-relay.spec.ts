import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { noticeQuery } from '#contract';
import type { Actor } from '#domain';
import { deliverNotices, listNotices, markNoticeRead, relayOutbox } from '#notices';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { takeIn, writeOrder } from '../support/outbox.js';

let desk: TestOffice;
let officer: Actor;
let caseId: string;

beforeAll(async () => {
  desk = await createTestOffice();
  await desk.addAgency('so-xd');
  officer = await desk.addStaff('agencyOfficer', 'so-xd');
  caseId = await takeIn(desk, '2026-11-02');
});
afterAll(() => desk.close());
beforeEach(() => desk.office.database.rows('delete from notice; delete from outbox'));

const relay = (ring: (ids: string[]) => Promise<void>, most = 100) =>
  relayOutbox(desk.office.database, ({ together }) => ring(together), most);
const write = (count: number) =>
  Promise.all(Array.from({ length: count }, () => writeOrder(desk, caseId, { agencyCode: 'so-xd' })));

describe('the relay', () => {
  test('rings every message once, however many relays look at the same time', async () => {
    const written = await write(50);
    const rung: string[] = [];
    const ring = async (ids: string[]) => void rung.push(...ids);
    await Promise.all(Array.from({ length: 8 }, () => relay(ring, 20)));
    expect(rung.sort()).toEqual(written.sort());
    expect(await relay(ring)).toBe(0);
  });

  test('leaves messages due when the queue does not take them', async () => {
    await write(2);
    await expect(relay(() => Promise.reject(new Error('the queue is away')))).rejects.toThrow(
      'the queue is away',
    );
    expect(await relay(async () => {})).toBe(2);
  });

  test('rings a message again that is not settled a minute later, and no settled one', async () => {
    const [lost, told] = await write(2);
    await relay(async () => {});
    await desk.office.database.rows(`update outbox set ring_after = ring_after - interval '61 s'`);
    await desk.office.database.rows('update outbox set settled_at = now() where id = $1', [told]);
    const rung: string[] = [];
    await relay(async (ids) => void rung.push(...ids));
    expect(rung).toEqual([lost]);
  });
});

describe('the notices of a person', () => {
  const page = (query: object, reader = officer) =>
    listNotices(desk.office, reader, noticeQuery.parse(query));

  test('are listed newest first, page by page, each once', async () => {
    for (const id of await write(5)) await deliverNotices(desk.office, null, [id]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor, unread } = await page({ limit: 2, cursor });
      expect(unread).toBe(5);
      seen.push(...items.map(({ createdAt }) => createdAt));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  test('say in both languages what happened to which case', async () => {
    await deliverNotices(desk.office, null, await write(1));
    const { items } = await page({});
    expect(items).toEqual([
      expect.objectContaining({
        caseId,
        caseNumber: expect.stringMatching(/^CM-/),
        title: {
          vi: expect.stringContaining('được giao cho cơ quan'),
          en: expect.stringContaining('assigned'),
        },
        readAt: null,
      }),
    ]);
  });

  test('can be marked as read by that person only', async () => {
    await deliverNotices(desk.office, null, await write(1));
    const [notice] = (await page({})).items;
    const stranger = await desk.addStaff('agencyOfficer', 'so-xd');
    expect(await markNoticeRead(desk.office, stranger, notice!.id)).toBeNull();
    const first = await markNoticeRead(desk.office, officer, notice!.id);
    expect(first).not.toBeNull();
    expect(await markNoticeRead(desk.office, officer, notice!.id)).toEqual(first);
    expect((await page({ unread: 'true' })).items).toEqual([]);
    expect((await page({})).unread).toBe(0);
  });

  test('begin anew for a cursor that was never given out', async () => {
    await deliverNotices(desk.office, null, await write(1));
    const forged = Buffer.from('["2026-02-30T00:00:00.000000Z","00000000-0000-4000-8000-000000000000"]');
    for (const cursor of ['x', forged.toString('base64url')]) {
      expect((await page({ cursor })).items).toHaveLength(1);
    }
  });
});
