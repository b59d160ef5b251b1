import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseQuery } from '#contract';
import {
  type Actor,
  ATTENTIONS,
  addCalendarDays,
  CASE_COMMANDS,
  HEADLINES,
  legalDateOf,
  PROCEDURES,
  rolesFor,
} from '#domain';
import { listAttention, listCases, runCommands } from '#petitions';
import { fitting } from '../../libs/petitions/questions/lists/case-conditions.js';
import { lanesOf, scopeOf } from '../../libs/petitions/questions/lists/lanes.js';
import { type Course, walk } from '../../libs/petitions/questions/lists/walk.js';
import { readRecords } from '../../libs/petitions/replay/read-records.js';
import { wholeList } from '../support/counted-list.js';
import { takeInMany } from '../support/many-cases.js';
import { COORDINATION, createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { randomCommand } from '../support/random-commands.js';
import { randomOf } from '../support/random-histories.js';

const SEED = 20_261_125;
const QUERIES = 150;
const today = legalDateOf(new Date().toISOString());

describe('lists, read page after page along their lanes', () => {
  const random = randomOf(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const maybe = <T>(list: readonly T[], share = 0.25): T | undefined =>
    random() < share ? pick(list) : undefined;
  let house: TestOffice;
  let readers: Actor[];

  beforeAll(async () => {
    house = await createTestOffice();
    const heads: Actor[] = [];
    for (const code of ['so-a', 'so-b']) {
      await house.addAgency(code);
      heads.push(await house.addStaff('agencyHead', code));
    }
    const desks = [
      await house.addStaff('deskOfficer', DESK),
      await house.addStaff('deskOfficer', COORDINATION),
    ];
    readers = [...heads, ...desks, await house.addStaff('supervisor'), await house.addStaff('administrator')];
    for (const [index, desk] of desks.entries()) {
      const from = addCalendarDays(today, -120);
      await settleSome(
        await takeInMany(house.office, { count: 60, from, to: today, desk, heads, seed: SEED + index }),
      );
    }
    const { rows } = house.office.database;
    await rows.call(house.office.database, 'update cases set received_on = null where random() < 0.05');
    await rows.call(
      house.office.database,
      `insert into attention_item (id, case_id, kind, created_at)
       select gen_random_uuid(), id, (array['placeUnknown', 'agencyMissing'])[1 + floor(random() * 2)::int],
         now() - floor(random() * 5) * interval '1 day' from cases where random() < 0.4`,
    );
  }, 60_000);
  afterAll(() => house?.close());

  /** Random acts, so that some end and some of these still owe something. */
  async function settleSome(ids: string[]): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      const records = await readRecords(house.office.database.pool, ids);
      const requests = records.flatMap(({ case: about, deadlines }) =>
        Array.from({ length: 8 }, () => {
          const name = pick(CASE_COMMANDS);
          const role = rolesFor(name)[0]!;
          const agencyCode = role === 'deskOfficer' ? about.deskAgencyCode : about.agencyCode;
          const commands = [randomCommand(name, about, deadlines, today, random)];
          return {
            actor: { id: 'test', role, agencyCode },
            caseId: about.id,
            commands,
            expectedVersion: null,
          };
        }),
      );
      await runCommands(house.office, requests);
    }
  }

  function randomQuery(): Omit<CaseQuery, 'limit'> {
    const flags = [true, true, false];
    return {
      headline: maybe(HEADLINES),
      procedure: maybe(PROCEDURES),
      agency: maybe(['so-a', 'so-b', 'none']),
      open: maybe(flags),
      late: maybe(flags),
      owed: maybe(flags, 0.15),
      attention: maybe(['any', ...ATTENTIONS.slice(0, 3), 'placeUnknown', 'agencyMissing'] as const, 0.15),
      sort: pick(['due', 'received', 'newest']),
    };
  }

  async function pages(reader: Actor, query: Omit<CaseQuery, 'limit'>, limit: number): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCases(house.office, reader, { ...query, limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      expect(page.partial).toBe(false);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return ids;
  }

  test(`show what a look at every case shows, in the same order, for ${QUERIES} random questions`, async () => {
    const found = { some: 0, none: 0 };
    for (let turn = 0; turn < QUERIES; turn += 1) {
      const [reader, query] = [pick(readers), randomQuery()];
      const whole = await wholeList(house.office, reader, query);
      found[whole.length > 0 ? 'some' : 'none'] += 1;
      expect({ reader, query, ids: await pages(reader, query, pick([3, 7, 50])) }).toEqual({
        reader,
        query,
        ids: whole,
      });
    }
    expect(found.some).toBeGreaterThan(QUERIES / 4);
  }, 60_000);

  test('every order and every reader without a filter', async () => {
    for (const sort of ['due', 'received', 'newest'] as const)
      for (const reader of readers)
        expect(await pages(reader, { sort }, 25)).toEqual(await wholeList(house.office, reader, { sort }));
  }, 60_000);

  test('a page that may look at few cases says that it is partial, and the next goes on without a gap', async () => {
    for (const sort of ['due', 'received', 'newest'] as const) {
      const query: CaseQuery = { sort, limit: 2, procedure: 'feedback' };
      const reader = readers[4]!;
      const values: unknown[] = [];
      const lanes = lanesOf(reader, query, scopeOf(query)!);
      const course: Course = { lanes, fits: fitting(reader, query, values), says: null, values };
      const ids: string[] = [];
      let [start, partial]: [Parameters<typeof walk>[2], number] = [null, 0];
      do {
        const stretch = await walk(house.office, course, start, { limit: 2, most: 5 });
        ids.push(...stretch.ids);
        if (stretch.partial) partial += 1;
        start = stretch.goOn;
      } while (start);
      expect(ids).toEqual(await wholeList(house.office, reader, query));
      expect(partial).toBeGreaterThan(0);
    }
  });

  test('a cursor of another order begins anew and breaks nothing', async () => {
    const reader = readers[4]!;
    const { nextCursor } = await listCases(house.office, reader, { sort: 'due', limit: 5 });
    const number = Buffer.from(JSON.stringify(['CM-2026-000001-1', crypto.randomUUID()])).toString(
      'base64url',
    );
    for (const cursor of [nextCursor!, number])
      for (const sort of ['due', 'received', 'newest'] as const)
        expect(
          (await listCases(house.office, reader, { sort, limit: 5, cursor })).items.length,
        ).toBeGreaterThan(0);
  });

  test('what waits for a person is shown to whom the case is, oldest first, without a gap', async () => {
    for (const reader of readers) {
      const whole = await wholeList(house.office, reader, { sort: 'newest' });
      const items = await house.office.database.rows<{ id: string }>(
        `select id from attention_item where settled_at is null and case_id = any($1) order by created_at, id`,
        [whole],
      );
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listAttention(house.office, reader, { limit: 4, cursor });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(ids).toEqual(items.map(({ id }) => id));
    }
  });
});
