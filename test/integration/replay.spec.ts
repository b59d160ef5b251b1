import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { whatIfBody } from '#contract';
import { type Actor, addCalendarDays, CASE_COMMANDS, type Command, legalDateOf, rolesFor } from '#domain';
import { askWhatIf, type CommandRequest, runCommands, sweepDeadlines } from '#petitions';
import { casesOf } from '../../libs/petitions/replay/period.js';
import { readRecords } from '../../libs/petitions/replay/read-records.js';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { randomCommand } from '../support/random-commands.js';
import { randomOf } from '../support/random-histories.js';
import { registrationOf } from '../support/registrations.js';

const CASES = 300;
const ROUNDS = 6;

const today = legalDateOf(new Date().toISOString());
const random = randomOf(20_261_123);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const IMPORT: Actor = { id: 'import', role: 'system', agencyCode: null };

describe(`${CASES} cases that went through the door and the sweep`, () => {
  let house: TestOffice;

  beforeAll(async () => {
    house = await createTestOffice();
    await house.addAgency('so-a');
    await house.addAgency('so-b');
    await runCommands(house.office, Array.from({ length: CASES }, registration));
    for (let round = 0; round < ROUNDS; round += 1) {
      await sweepAll();
      if (round === ROUNDS / 2) await decree();
      await actOnEach();
    }
    await sweepAll();
  }, 120_000);
  afterAll(() => house?.close());

  /** As the desk does it: registered, and mostly classified and handed to an agency in the same transaction. */
  function registration(): CommandRequest {
    const receivedOn = addCalendarDays(today, -Math.floor(random() * 120));
    const register: Command = {
      type: 'register',
      receivedOn: random() < 0.95 ? receivedOn : null,
      channel: pick(['inPerson', 'post', 'press', 'forwarded']),
      declaredKind: null,
      deskAgencyCode: DESK,
      backdatingReason: 'mẫu',
    };
    const procedure = pick(['complaintFirst', 'complaintSecond', 'denunciation', 'feedback'] as const);
    const classify: Command[] = random() < 0.9 ? [{ type: 'classify', procedure }] : [];
    const assign: Command[] =
      classify.length > 0 && random() < 0.9
        ? [{ type: 'assign', agencyCode: pick(['so-a', 'so-b']), receivedByAgencyOn: receivedOn }]
        : [];
    return registrationOf(IMPORT, [register, ...classify, ...assign]);
  }

  async function ids(): Promise<string[]> {
    const rows = await house.office.database.rows<{ id: string }>('select id from cases order by id');
    return rows.map(({ id }) => id);
  }

  /** A dozen acts tried on each case; the engine takes those that fit. */
  async function actOnEach(): Promise<void> {
    const records = await readRecords(house.office.database.pool, await ids());
    const requests = records.flatMap(({ case: about, deadlines }) =>
      Array.from({ length: 12 }, () => {
        const name = pick(CASE_COMMANDS);
        const command = randomCommand(name, about, deadlines, today, random);
        const role = pick(rolesFor(name));
        const agencyCode = role === 'deskOfficer' ? DESK : about.agencyCode;
        return {
          actor: { id: 'x', role, agencyCode },
          caseId: about.id,
          commands: [command],
          expectedVersion: null,
        };
      }),
    );
    await runCommands(house.office, requests);
  }

  async function sweepAll(): Promise<void> {
    for (let fired = 100; fired === 100; ) ({ fired } = await sweepDeadlines(house.office, 100));
  }

  /** A decree makes three days off; every open case is counted anew. */
  async function decree(): Promise<void> {
    const { calendar } = loadPolicy();
    const off = [3, 9, 17].map((days) => addCalendarDays(today, days));
    const years = calendar.years.map((year) => ({
      ...year,
      daysOff: [
        ...year.daysOff,
        ...off
          .filter(
            (date) => date.startsWith(`${year.year}-`) && !year.daysOff.some((each) => each.date === date),
          )
          .map((date) => ({ date, name: 'mẫu' })),
      ],
    }));
    const edition = `${calendar.edition}+QD1`;
    await house.office.database.rows('insert into calendar_edition (edition, content) values ($1, $2)', [
      edition,
      JSON.stringify({ ...calendar, edition, years }),
    ]);
    const command: Command = { type: 'calendarChanged', edition };
    const actor: Actor = { id: 'calendar', role: 'system', agencyCode: null };
    const requests = (await ids()).map((caseId) => ({
      actor,
      caseId,
      commands: [command],
      expectedVersion: null,
    }));
    await runCommands(house.office, requests);
  }

  const ask = async (question: object) => {
    const body = whatIfBody.parse({ from: '2020-01-01', to: today, limit: 100, ...question });
    const asked = await askWhatIf(house.office, body);
    if ('refusal' in asked) throw new Error(asked.refusal.code);
    return asked.answer;
  };

  test('went far: many acts of many kinds under two calendars, and alarms at every level', async () => {
    const [history] = await house.office.database.rows<Record<string, number>>(
      `select count(*)::int as steps, count(distinct command)::int as kinds,
         count(distinct policy_version)::int as policies,
         (count(*) filter (where command = 'deadlinePassed'))::int as rings,
         (count(*) filter (where command = 'calendarChanged'))::int as recounts from history`,
    );
    expect(history!.steps).toBeGreaterThan(CASES * 4);
    expect(history!.kinds).toBeGreaterThan(20);
    expect(history!.policies).toBe(2);
    expect(history!.rings).toBeGreaterThan(CASES / 2);
    expect(history!.recounts).toBeGreaterThan(10);
  });

  test('are reproduced by their commands, every one', async () => {
    const { kind, found, replayed, reproduced, items } = await ask({});
    expect(
      items.flatMap(({ number, differences }) => differences.map(({ message }) => [number, message.en])),
    ).toEqual([]);
    expect({ kind, found, replayed, reproduced }).toEqual({
      kind: 'audit',
      found: CASES,
      replayed: CASES,
      reproduced: CASES,
    });
  });

  describe('when somebody changes the record behind the door’s back', () => {
    test.each<[what: string, change: string, back: string, told: RegExp]>([
      [
        'a due date',
        "update deadline set due = due + 1 where id = (select id from deadline where clock = 'settle' and due is not null order by id limit 1) returning case_id",
        "update deadline set due = due - 1 where id = (select id from deadline where clock = 'settle' and due is not null order by id limit 1) returning case_id",
        /^Clock of \d{4}-\d\d-\d\d: due date is \d{4}-\d\d-\d\d in the record and \d{4}-\d\d-\d\d in the replay\.$/,
      ],
      [
        'a verdict',
        'update deadline set met_in_time = not met_in_time where id = (select id from deadline where met_in_time is not null order by id limit 1) returning case_id',
        'update deadline set met_in_time = not met_in_time where id = (select id from deadline where met_in_time is not null order by id limit 1) returning case_id',
        /met in time is (yes|no) in the record and (yes|no) in the replay/,
      ],
      [
        'a level',
        "update cases set facts = jsonb_set(facts, '{level}', to_jsonb((facts->>'level')::int + 4)) where id = (select min(id::text)::uuid from cases) returning id as case_id",
        "update cases set facts = jsonb_set(facts, '{level}', to_jsonb((facts->>'level')::int - 4)) where id = (select min(id::text)::uuid from cases) returning id as case_id",
        /^Fact level of escalation is \d in the record and \d in the replay\.$/,
      ],
      [
        'the policy a step was decided under',
        "update history set policy_version = 'lost:' || policy_version where seq = 1 and case_id = (select min(id::text)::uuid from cases) returning case_id",
        'update history set policy_version = substr(policy_version, 6) where seq = 1 and case_id = (select min(id::text)::uuid from cases) returning case_id',
        /Step 1 is no longer accepted/,
      ],
    ])('%s, it is found and named', async (_, change, back, told) => {
      const changed = await house.office.database.rows<{ case_id: string }>(change);
      expect(changed).toHaveLength(1);
      const { reproduced, items } = await ask({});
      await house.office.database.rows(back);
      expect(reproduced).toBe(CASES - 1);
      expect(items.map(({ id }) => id)).toEqual([changed[0]!.case_id]);
      expect(items[0]!.differences.map(({ message }) => message.en)).toContainEqual(
        expect.stringMatching(told),
      );
      expect((await ask({})).reproduced).toBe(CASES);
    });
  });

  test('would have been late more often under shorter limits, agency by agency, and nothing is written', async () => {
    const fingerprint = async () =>
      house.office.database.rows("select md5(string_agg(t::text, '' order by id)) as digest from deadline t");
    const before = await fingerprint();
    const { limits } = loadPolicy();
    const row = limits.find(({ id }) => id === 'K3')!;
    const changes = { limits: [{ id: row.id, from: row.effectiveFrom, days: { base: 5 } }] };
    const { kind, totals, agencies, items } = await ask({ changes });
    expect(kind).toBe('whatIf');
    expect(totals!.differing).toBeGreaterThan(0);
    expect(totals!.late.would).toBeGreaterThanOrEqual(totals!.late.was);
    expect(agencies.map(({ agencyCode }) => agencyCode)).toEqual(expect.arrayContaining(['so-a', 'so-b']));
    const settle = items.flatMap(({ clocks }) => clocks).filter(({ clock }) => clock === 'settle');
    expect(settle.length).toBeGreaterThan(0);
    for (const { was, would } of settle) {
      if (was?.due && would?.due) expect(would.due <= was.due).toBe(true);
    }
    expect(await fingerprint()).toEqual(before);
  });

  test('are cut to the newest when there are too many, and counted all the same', async () => {
    const { pool } = house.office.database;
    const body = whatIfBody.parse({ from: '2020-01-01', to: today });
    const until = '2100-01-01T00:00:00Z';
    const { ids: newest, found } = await casesOf(pool, body, { now: until, until }, 40);
    expect(found).toBe(CASES);
    expect(newest).toEqual((await ids()).toReversed().slice(0, 40));
  });

  test('are told page by page, none twice and none left out', async () => {
    const { limits } = loadPolicy();
    const changes = {
      limits: limits
        .filter(({ id }) => id === 'R5')
        .map(({ id, effectiveFrom: from }) => ({ id, from, days: { base: 7 } })),
    };
    const seen: string[] = [];
    let page = await ask({ changes, limit: 40 });
    const { differing } = page.totals!;
    for (;;) {
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      page = await ask({ changes, limit: 40, cursor: page.next });
      expect(page.totals).toBeNull();
    }
    expect(differing).toBeGreaterThan(40);
    expect(new Set(seen).size).toBe(differing);
    expect(seen).toHaveLength(differing);
  });
});
