import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { DeadlineView } from '#contract';
import { type Actor, type Clock, type LedgerEntry, type LegalDate, leadingDeadline } from '#domain';
import { sweepDeadlines, trackCase } from '#petitions';
import { deskOf } from '../oracle/clerk-reading.js';
import { lastLegalDay } from '../oracle/day-by-day.js';
import { takeInMany } from '../support/many-cases.js';
import { COORDINATION, DESK } from '../support/office.js';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const COUNT = 10_000;
/** How many of them are opened one by one; DATES_AGREE_PAGES=10000 opens all. */
const PAGES = Number(process.env.DATES_AGREE_PAGES ?? 1_000);
const AGENCIES = ['so-a', 'so-b', 'so-c', 'so-d'];
/** Pages asked for at once. */
const SIDE_BY_SIDE = 8;
const clerk = deskOf(loadPolicy());

/** A case as the clerk with the wall calendar dates it: its running clocks as `clock date`, and the date that leads. */
interface Dated {
  id: string;
  number: string;
  agencyCode: string | null;
  clocks: string[];
  due: LegalDate | null;
}

let api: TestApi;
let office: Visitor;
let dated: Map<string, Dated>;

beforeAll(async () => {
  api = await startTestApi();
  for (const code of AGENCIES) await api.addAgency(code);
  const desk = await api.addStaff('coordinationOffice', COORDINATION);
  const heads: Actor[] = [];
  for (const code of AGENCIES) heads.push(await api.addStaff('agencyHead', code));
  await takeInMany(api.office, {
    count: COUNT,
    from: '2025-01-06',
    to: today(),
    desk: { ...desk, agencyCode: DESK },
    heads,
    seed: 20_261_123,
  });
  while ((await sweepDeadlines(api.office, 500)).fired > 0);
  dated = await dateByHand();
  office = await api.staff('coordinationOffice', COORDINATION);
}, 300_000);
afterAll(() => api.stop());

/** Reads the ledgers alone and counts every date anew, day by day. */
async function dateByHand(): Promise<Map<string, Dated>> {
  const rows = await api.office.database.rows<{
    id: string;
    number: string;
    agencyCode: string | null;
    handling: string;
    clocks: { clock: Clock; state: 'running' | 'paused'; procedure: 'feedback'; ledger: LedgerEntry[] }[];
  }>(
    `select cases.id, number, agency_code as "agencyCode", handling,
       coalesce(jsonb_agg(jsonb_build_object('clock', clock, 'state', deadline.state,
         'procedure', deadline.procedure, 'ledger', ledger)) filter (where deadline.state = 'running'), '[]')
       as clocks
     from cases left join deadline on deadline.case_id = cases.id group by cases.id`,
  );
  return new Map(
    rows.map(({ id, number, agencyCode, handling, clocks }) => {
      const running = clocks.map((clock) => ({
        ...clock,
        due: lastLegalDay(clock.ledger, clock.procedure, clerk),
      }));
      const due = leadingDeadline(running as never, handling)?.due ?? null;
      const dates = running.map((each) => `${each.clock} ${each.due}`).sort();
      return [id, { id, number, agencyCode, clocks: dates, due }];
    }),
  );
}

/** The cases that are opened one by one, spread over all of them. */
const opened = () => [...dated.values()].filter((_, index) => index % (COUNT / PAGES) < 1);

async function eachSideBySide<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

describe(`the dates of ${COUNT} cases, counted by hand from their ledgers`, () => {
  test('are many, of every kind of clock', () => {
    expect(dated.size).toBe(COUNT);
    const clocks = [...dated.values()].flatMap((each) => each.clocks.map((date) => date.split(' ')[0]));
    expect(clocks.length).toBeGreaterThan(COUNT);
    expect(new Set(clocks).size).toBeGreaterThan(6);
  });

  test('are those of the lists', async () => {
    const different: unknown[] = [];
    let shown = 0;
    for (let cursor = ''; cursor !== null; ) {
      const { body } = await office.get(`/api/v1/cases?limit=100${cursor && `&cursor=${cursor}`}`);
      for (const { id, due } of body.items) {
        shown += 1;
        if (dated.get(id)?.due !== due) different.push({ id, due, clerk: dated.get(id)?.due });
      }
      cursor = body.nextCursor && encodeURIComponent(body.nextCursor);
    }
    expect([shown, different]).toEqual([COUNT, []]);
  }, 120_000);

  test('are those of the case pages, which spell each of them out', async () => {
    const different: unknown[] = [];
    await eachSideBySide(opened(), async ({ id, clocks }) => {
      const { body } = await office.get(`/api/v1/cases/${id}`);
      const running: DeadlineView[] = body.deadlines.filter(({ state }: DeadlineView) => state === 'running');
      const shown = running.map(({ clock, due }) => `${clock} ${due}`).sort();
      const areSpeltOut = running.every(({ due, explanation }) =>
        explanation.vi.join().includes(String(due).split('-').reverse().join('/')),
      );
      if (shown.join() !== clocks.join() || !areSpeltOut) different.push({ id, shown, clocks });
    });
    expect(different).toEqual([]);
  }, 300_000);

  test('are those of the receipts and of the page that a citizen follows', async () => {
    const different: unknown[] = [];
    await eachSideBySide(opened(), async ({ id, due }) => {
      const { body: receipt } = await office.get(`/api/v1/cases/${id}/receipt`);
      const tracked = await trackCase(api.office, receipt.trackingCode);
      if (receipt.due !== due || tracked?.due !== due) different.push({ id, due, receipt, tracked });
    });
    expect(different).toEqual([]);
  }, 300_000);

  test('are those of the calendars that agencies subscribe to', async () => {
    const different: string[] = [];
    let events = 0;
    for (const code of [...AGENCIES, DESK]) {
      const { body } = await office.get(`/api/v1/agencies/${code}/deadlines.ics`);
      const ids = new Map([...dated.values()].map((each) => [each.number, each]));
      for (const event of String(body).replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)) {
        const [, day = ''] = /DTSTART;VALUE=DATE:(\d{8})/.exec(event) ?? [];
        const [number = ''] = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(event) ?? [];
        const due = day.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
        events += 1;
        if (!ids.get(number)?.clocks.some((clock) => clock.endsWith(due))) different.push(event);
      }
    }
    expect(events).toBeGreaterThan(COUNT / 2);
    expect(different).toEqual([]);
  });

  test('are those of the messages that rang', async () => {
    const orders = await api.office.database.rows<{ caseId: string; clock: Clock; due: LegalDate }>(
      `select case_id as "caseId", payload -> 'params' ->> 'clock' as clock, payload -> 'params' ->> 'due' as due
       from outbox where payload -> 'params' ? 'due'`,
    );
    expect(orders.length).toBeGreaterThan(COUNT / 4);
    const wrong = orders.filter(
      ({ caseId, clock, due }) => !dated.get(caseId)?.clocks.includes(`${clock} ${due}`),
    );
    expect(wrong).toEqual([]);
  });

  test('count the same cases as late on the board', async () => {
    const { body } = await office.get('/api/v1/board');
    const isLate = ({ due }: Dated) => due !== null && due < today();
    const late = [...dated.values()].filter(isLate).length;
    expect(body.totals.late).toBe(late);
  });
});
