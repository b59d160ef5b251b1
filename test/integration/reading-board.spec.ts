import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, CASE_COMMANDS, legalDateOf, rolesFor } from '#domain';
import { foldBoard, readBoard, runCommands, sweepDeadlines } from '#petitions';
import { readRecords } from '../../libs/petitions/replay/read-records.js';
import { countBoard } from '../support/counted-board.js';
import { takeInMany } from '../support/many-cases.js';
import { COORDINATION, createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { randomCommand } from '../support/random-commands.js';
import { randomOf } from '../support/random-histories.js';

const SEED = 20_261_124;
const today = legalDateOf(new Date().toISOString());

describe('the board, added up as cases are written', () => {
  const random = randomOf(SEED);
  let house: TestOffice;
  let readers: Actor[];
  let ids: string[];

  beforeAll(async () => {
    house = await createTestOffice();
    const heads: Actor[] = [];
    for (const code of ['so-a', 'so-b']) {
      await house.addAgency(code, { name: `Sở ${code}` });
      heads.push(await house.addStaff('agencyHead', code));
    }
    const desks = [
      await house.addStaff('deskOfficer', DESK),
      await house.addStaff('deskOfficer', COORDINATION),
    ];
    readers = [
      ...heads,
      ...desks,
      await house.addStaff('supervisor'),
      await house.addStaff('administrator'),
      await house.addStaff('agencyOfficer', null),
    ];
    ids = [];
    for (const [index, desk] of desks.entries()) {
      const from = addCalendarDays(today, -150);
      ids.push(
        ...(await takeInMany(house.office, { count: 60, from, to: today, desk, heads, seed: SEED + index })),
      );
    }
  }, 60_000);
  afterAll(() => house?.close());

  async function expectExact(): Promise<void> {
    for (const reader of readers) {
      const { totals, rows } = await readBoard(house.office, reader);
      expect({ reader: reader.role, totals, rows }).toEqual({
        reader: reader.role,
        ...(await counted(reader)),
      });
    }
  }

  /** Whose reach is nothing sees a board of noughts. */
  async function counted(reader: Actor) {
    const isBlind =
      reader.role === 'administrator' || (reader.role === 'agencyOfficer' && !reader.agencyCode);
    return countBoard(house.office, isBlind ? { ...reader, role: 'agencyOfficer', agencyCode: '-' } : reader);
  }

  const sweepAll = async () => {
    while ((await sweepDeadlines(house.office, 50)).fired > 0);
  };

  /** Some acts on each of these cases, by whoever may; the engine takes those that fit. */
  async function actOn(some: readonly string[]): Promise<void> {
    const records = await readRecords(house.office.database.pool, [...some]);
    const requests = records.flatMap(({ case: about, deadlines }) =>
      Array.from({ length: 8 }, () => {
        const name = CASE_COMMANDS[Math.floor(random() * CASE_COMMANDS.length)]!;
        const role = rolesFor(name)[0]!;
        const agencyCode = role === 'deskOfficer' ? about.deskAgencyCode : about.agencyCode;
        const command = randomCommand(name, about, deadlines, today, random);
        return {
          actor: { id: 'test', role, agencyCode },
          caseId: about.id,
          commands: [command],
          expectedVersion: null,
        };
      }),
    );
    await runCommands(house.office, requests);
  }

  test('counts what a count of all cases counts, for every reader, folded or not', async () => {
    await expectExact();
    expect(await foldBoard(house.office.database)).toBeGreaterThan(0);
    await expectExact();
    for (let round = 0; round < 3; round += 1) {
      await sweepAll();
      await actOn(ids);
      await expectExact();
      await foldBoard(house.office.database);
      await expectExact();
    }
    const { totals } = await readBoard(house.office, readers[4]!);
    expect(Object.entries(totals).filter(([name, count]) => name !== 'owed' && count === 0)).toEqual([]);
  }, 60_000);

  test('is right while several write, fold and read at once', async () => {
    const parts = [0, 1, 2, 3].map((part) => ids.filter((_, index) => index % 4 === part));
    const fold = () => foldBoard(house.office.database);
    await Promise.all([...parts.map(actOn), fold(), fold(), sweepAll(), fold()]);
    await expectExact();
    await Promise.all([fold(), fold(), fold()]);
    await expectExact();
  }, 60_000);

  test('forgets what is rolled back', async () => {
    const before = await readBoard(house.office, readers[4]!);
    const failure = house.office.database.transaction(async (transaction) => {
      await transaction.query(
        "update cases set headline = 'escalated', agency_code = 'so-a', due = due - 30",
      );
      throw new Error('undone');
    });
    await expect(failure).rejects.toThrow('undone');
    expect(await readBoard(house.office, readers[4]!)).toMatchObject({
      totals: before.totals,
      rows: before.rows,
    });
  });

  test.each([1, 5, 40])(
    '%i days later shows what has become late, though nothing was written',
    async (days) => {
      await letDaysPass(days);
      await expectExact();
      await foldBoard(house.office.database);
      await expectExact();
      await actOn(ids.slice(0, 20));
      await expectExact();
    },
  );

  test('a case that is taken out of the record is taken off the board', async () => {
    await house.office.database.transaction(async (transaction) => {
      for (const table of ['history', 'deadline', 'outbox', 'petition', 'attention_item'])
        await transaction.query(`delete from ${table} where case_id = $1`, [ids[0]]);
      await transaction.query('delete from cases where id = $1', [ids[0]]);
    });
    await expectExact();
  });

  /** Moves every date of the cases and of the board back, as if the days had passed: nobody notices a write. */
  async function letDaysPass(days: number): Promise<void> {
    await house.office.database.transaction(async (transaction) => {
      await transaction.query('set local session_replication_role = replica');
      await transaction.query(`update cases set due = due - ${days}`);
      await transaction.query(`update board_floor set due = due - ${days}`);
      await transaction.query(`update board_delta set due = due - ${days}`);
      await transaction.query('create temporary table day on commit drop as select * from board_day');
      await transaction.query('delete from board_day');
      await transaction.query(
        `insert into board_day select due - ${days}, desk_agency_code, agency_code, open, running, owed from day`,
      );
    });
  }
});
