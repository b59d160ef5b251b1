import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { type Actor, addCalendarDays, type Command } from '#domain';
import { runCommands, sweepDeadlines } from '#petitions';
import { DESK } from '../support/office.js';
import { registrationOf } from '../support/registrations.js';
import { type Answer, startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const IMPORT: Actor = { id: 'import', role: 'system', agencyCode: null };
const HEAD: Actor = { id: 'head', role: 'agencyHead', agencyCode: 'so-xd' };
const CASES = 12;

const K3 = loadPolicy().limits.find(({ id }) => id === 'K3')!;
const shorter = { limits: [{ id: 'K3', from: K3.effectiveFrom, days: { base: 5 } }] };

/** A first complaint that was accepted twenty days ago, so that its thirty days are not over. */
function accepted(): Command[] {
  const on = addCalendarDays(today(), -20);
  return [
    {
      type: 'register',
      receivedOn: on,
      channel: 'post',
      declaredKind: null,
      deskAgencyCode: DESK,
      backdatingReason: 'mẫu',
    },
    { type: 'classify', procedure: 'complaintFirst' },
    { type: 'assign', agencyCode: 'so-xd', receivedByAgencyOn: on },
  ];
}

describe('what would have been', () => {
  let house: TestApi;
  let supervisor: Visitor;

  beforeAll(async () => {
    house = await startTestApi();
    await house.addAgency('so-xd', { name: 'Sở Xây dựng' });
    await house.addAgency('so-nv', { name: 'Sở Nội vụ' });
    supervisor = await house.staff('supervisor');
    const requests = Array.from({ length: CASES }, () => registrationOf(IMPORT, accepted()));
    await runCommands(house.office, requests);
    const accept: Command = { type: 'accept', on: addCalendarDays(today(), -20) };
    const acts = requests.map(({ caseId }) => ({
      actor: HEAD,
      caseId,
      commands: [accept],
      expectedVersion: null,
    }));
    await runCommands(house.office, acts);
    await sweepDeadlines(house.office, 1_000);
  });
  afterAll(() => house.stop());

  const period = () => ({ from: addCalendarDays(today(), -60), to: today() });
  const ask = (body: object, who = supervisor, language = 'vi'): Promise<Answer> =>
    who.post('/api/v1/what-if', { ...period(), ...body }, { 'accept-language': language });

  test('is asked by supervisors, the coordination office and administrators, and by nobody else', async () => {
    for (const role of ['supervisor', 'coordinationOffice', 'administrator'] as const) {
      expect([role, (await ask({}, await house.staff(role))).status]).toEqual([role, 200]);
    }
    for (const role of ['deskOfficer', 'agencyOfficer', 'agencyHead'] as const) {
      const who = await house.staff(role, role === 'deskOfficer' ? DESK : 'so-xd');
      expect([role, (await ask({}, who)).status]).toEqual([role, 403]);
    }
    expect((await ask({}, house.visitor())).status).toBe(401);
  });

  test('without a change says that the record is reproduced, case by case', async () => {
    const { status, body } = await ask({});
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'audit',
      found: CASES,
      replayed: CASES,
      reproduced: CASES,
      totals: null,
      items: [],
      next: null,
    });
  });

  test('tells old and new days, who would have been late and how high the case would have climbed', async () => {
    const { status, body } = await ask({ changes: shorter });
    expect(status).toBe(200);
    expect(body.totals).toMatchObject({
      late: { was: 0, would: CASES },
      becomeLate: CASES,
      stopBeingLate: 0,
      differing: CASES,
      refusedActs: 0,
    });
    expect(body.agencies).toEqual([
      expect.objectContaining({
        agencyCode: 'so-xd',
        agencyName: 'Sở Xây dựng',
        cases: CASES,
        late: { was: 0, would: CASES },
      }),
    ]);
    const [item] = body.items;
    expect(item).toMatchObject({ agencyName: 'Sở Xây dựng', late: { was: false, would: true } });
    expect(item.clocks).toHaveLength(1);
    const [{ clock, startedOn, was, would }] = item.clocks;
    expect([clock, startedOn]).toEqual(['settle', addCalendarDays(today(), -20)]);
    expect(would.due < today() && today() <= was.due).toBe(true);
  });

  test('never tells who wrote a petition or what it says', async () => {
    const { body } = await ask({ changes: shorter });
    expect(JSON.stringify(body)).not.toMatch(/subject|content|petitioner|Nội dung mẫu/);
  });

  test('is asked of one agency, and of a period', async () => {
    const found = async (body: object) => (await ask(body)).body.found;
    expect(await found({ agencyCode: 'so-xd' })).toBe(CASES);
    expect(await found({ agencyCode: DESK })).toBe(CASES);
    expect(await found({ agencyCode: 'so-nv' })).toBe(0);
    expect(await found({ from: '2020-01-01', to: '2020-12-31' })).toBe(0);
  });

  test('is told page by page', async () => {
    const first = await ask({ changes: shorter, limit: 8 });
    expect(first.body.items).toHaveLength(8);
    const second = await ask({ changes: shorter, limit: 8, cursor: first.body.next });
    expect(second.body).toMatchObject({ totals: null, next: null });
    const numbers = [...first.body.items, ...second.body.items].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(CASES);
  });

  test('changes nothing in the record', async () => {
    const digest = () =>
      house.office.database.rows(
        `select (select md5(string_agg(cases::text, '' order by id)) from cases) as cases,
           (select md5(string_agg(deadline::text, '' order by id)) from deadline) as deadlines,
           (select md5(string_agg(history::text, '' order by case_id, seq)) from history) as history,
           (select md5(string_agg(version, '' order by version)) from policy_edition) as policies`,
      );
    const before = await digest();
    await ask({ changes: { ...shorter, calendar: [{ date: nextWorkday(), day: 'off' }] } });
    expect(await digest()).toEqual(before);
  });

  test.each<[what: string, body: object, code: string, pointer: string]>([
    [
      'a period that ends before it begins',
      { from: '2026-02-02', to: '2026-02-01' },
      'whatIf.periodReversed',
      '/from',
    ],
    ['a period to come', { from: '2090-01-01', to: '2090-02-01' }, 'whatIf.periodNotBegun', '/from'],
    ['a date that does not exist', { from: '2026-02-30' }, 'invalidBody', '/from'],
    [
      'a row nobody knows',
      { changes: { limits: [{ id: 'K99', from: '2012-07-01', days: { base: 5 } }] } },
      'whatIf.limitUnknown',
      '/changes/limits/0',
    ],
    [
      'the limit as it is',
      { changes: { limits: [{ id: 'K3', from: K3.effectiveFrom, days: K3.days }] } },
      'whatIf.limitUnchanged',
      '/changes/limits/0',
    ],
    [
      'half a day',
      { changes: { limits: [{ id: 'K3', from: K3.effectiveFrom, days: { base: 2.5 } }] } },
      'invalidBody',
      '/changes/limits/0/days/base',
    ],
    [
      'a Sunday off',
      { changes: { calendar: [{ date: '2026-08-02', day: 'off' }] } },
      'whatIf.alreadyOff',
      '/changes/calendar/0',
    ],
    [
      'a ladder of nothing',
      { changes: { ladders: [{ clock: 'settle', steps: [] }] } },
      'whatIf.ladderNeedsLimit',
      '/changes/ladders/0',
    ],
    ['a field nobody knows', { changes: { weather: 'fine' } }, 'invalidBody', '/changes/weather'],
  ])('%s is refused at its place, with what to do, in both languages', async (_, body, code, pointer) => {
    for (const language of ['vi', 'en']) {
      const answer = await ask(body, supervisor, language);
      expect([answer.status, answer.body.code]).toEqual([422, code]);
      expect(answer.body.errors[0].pointer).toBe(pointer);
      expect(answer.body.errors[0].message.length).toBeGreaterThan(10);
    }
  });

  test('a cursor that no list gave out is refused', async () => {
    expect((await ask({ cursor: 'nonsense' })).status).toBe(400);
  });

  function nextWorkday(): string {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((more) => addCalendarDays(today(), more));
    const { years } = loadPolicy().calendar;
    const off = new Set(years.flatMap(({ daysOff }) => daysOff.map(({ date }) => date)));
    return days.find((date) => ![0, 6].includes(new Date(date).getUTCDay()) && !off.has(date))!;
  }
});
