import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, addCalendarDays, weekdayOf, workingCalendar } from '#domain';
import { changeDraft, discardDraft, draftDecree, listDecreeMoves, runCommands } from '#petitions';
import { codeOf, type Dates, DecreeOffice, done, off, today } from '../support/decree-office.js';

let office: DecreeOffice;
beforeAll(async () => {
  office = await DecreeOffice.open(2_100);
});
afterAll(() => office?.house.close());

/** The clocks whose dates differ, with both dates. */
function differences(before: Map<string, Dates>, after: Map<string, Dates>) {
  const moved = [...before].filter(([id, { due, alarm }]) => {
    const now = after.get(id)!;
    return due !== now.due || alarm !== now.alarm;
  });
  return new Map(moved.map(([id, { due }]) => [id, { from: due, to: after.get(id)!.due }]));
}

const recountsOf = (edition: string) =>
  office.house.office.database.rows<{ caseId: string }>(
    `select case_id as "caseId" from history where command = 'calendarChanged' and payload ->> 'edition' = $1`,
    [edition],
  );

describe('a decree in force', () => {
  test('moves exactly the clocks that its preview listed, and none twice', async () => {
    const before = await office.clocks();
    const { id } = await office.draft(off(office.workingDay(3), office.workingDay(-1)));
    const previewed = await office.preview(id);
    expect(await office.clocks()).toEqual(before);
    expect(previewed.totals.dueMoves).toBeGreaterThan(100);
    expect(previewed.totals.stopsBeingLate).toBeGreaterThan(0);
    expect(previewed.totals.alarmMoves).toBeGreaterThan(0);

    const listed = await office.moves(id);
    expect(listed).toHaveLength(previewed.totals.clocks);
    const applied = done(await office.apply(id));
    expect(applied).toMatchObject({ state: 'applied', recounted: previewed.totals.cases });
    const after = await office.clocks();
    const expected = listed.filter(({ effect }) => effect !== 'groundsMove');
    expect(differences(before, after)).toEqual(
      new Map(expected.map(({ deadlineId, oldDue, newDue }) => [deadlineId, { from: oldDue, to: newDue }])),
    );
    const recounted = (await recountsOf(previewed.edition)).map(({ caseId }) => caseId);
    expect(recounted.sort()).toEqual([...new Set(listed.map(({ caseId }) => caseId))].sort());

    expect(codeOf(await office.apply(id))).toBe('applied');
    expect(await office.clocks()).toEqual(after);
    expect(await recountsOf(previewed.edition)).toHaveLength(recounted.length);

    const back = await office.preview(id);
    expect(back).toMatchObject({ act: 'retract', totals: { becomesLate: previewed.totals.stopsBeingLate } });
    expect(done(await office.retract(id)).state).toBe('retracted');
    const restored = await office.clocks();
    // A step of the ladder that had rung and rings anew does so today; every other alarm is back in its place.
    const elsewhere = [...differences(before, restored).keys()].map((key) => restored.get(key)!.alarm!);
    const tonight = `${addCalendarDays(today, 1)}T00:00:00+07:00`;
    expect(elsewhere.filter((alarm) => Date.parse(alarm) > Date.parse(tonight))).toEqual([]);
    expect([...before].map(([, { due }]) => due)).toEqual([...restored].map(([, { due }]) => due));
    expect(codeOf(await office.retract(id))).toBe('retracted');
    expect(await office.clocks()).toEqual(restored);
  });

  test('counts its moves for each agency, and over all of them', async () => {
    const { id } = await office.draft(off(office.workingDay(4)));
    const { totals, agencies } = await office.preview(id);
    for (const name of ['clocks', 'dueMoves', 'alarmMoves', 'becomesLate', 'stopsBeingLate'] as const) {
      expect(agencies.reduce((sum, agency) => sum + agency[name], 0)).toBe(totals[name]);
    }
    const ofOne = await listDecreeMoves(office.house.office, id, { limit: 100, agency: 'so-nv' });
    expect(new Set(ofOne.items.map(({ agencyCode }) => agencyCode))).toEqual(new Set(['so-nv']));
    await discardDraft(office.house.office, id);
  });

  test('brings lists and boards to the new dates', async () => {
    const { id } = await office.draft(off(office.workingDay(6)));
    await office.preview(id);
    done(await office.apply(id));
    const [wrong] = await office.house.office.database.rows(
      `select cases.number from cases where cases.due is distinct from (
         select due from deadline where case_id = cases.id and clock = cases.due_clock and state = 'running'
         order by due limit 1) and cases.due is not null`,
    );
    expect(wrong).toBeUndefined();
    done(await office.retract(id));
  });

  test('leaves a verdict that was given as it is', async () => {
    const [settled] = await office.house.office.database.rows<{ id: string; agencyCode: string }>(
      `select cases.id, cases.agency_code as "agencyCode" from cases
       join deadline on deadline.case_id = cases.id and deadline.clock = 'settle' and deadline.state = 'running'
       where cases.procedure = 'feedback' and deadline.due > $1 limit 1`,
      [today],
    );
    const { id: caseId, agencyCode } = settled!;
    const head: Actor = { id: 'head', role: 'agencyHead', agencyCode };
    const [outcome] = await runCommands(office.house.office, [
      {
        actor: head,
        caseId,
        expectedVersion: null,
        commands: [{ type: 'resolve', on: today, outcome: 'answeredResolved', summary: 'Đã trả lời' }],
      },
    ]);
    expect(outcome).toMatchObject({ ok: true });
    const verdict = () =>
      office.house.office.database.rows(
        `select cases.settled_in_time, deadline.met_in_time, deadline.due, deadline.ledger
         from cases join deadline on deadline.case_id = cases.id
         where cases.id = $1 and deadline.state in ('met', 'cancelled') order by deadline.id`,
        [caseId],
      );
    const before = await verdict();
    const { id } = await office.draft(off(office.workingDay(1), office.workingDay(2)));
    await office.preview(id);
    done(await office.apply(id));
    expect(await verdict()).toEqual(before);
    done(await office.retract(id));
    expect(await verdict()).toEqual(before);
  });
});

describe('a draft', () => {
  test('is changed and thrown away while it is one', async () => {
    const { id } = await office.draft(off(office.workingDay(9)));
    await office.preview(id);
    const changed = done(await changeDraft(office.house.office, id, office.body(off(office.workingDay(10)))));
    expect(changed).toMatchObject({ state: 'draft', preview: null });
    expect((await listDecreeMoves(office.house.office, id, { limit: 5 })).items).toEqual([]);
    expect(await discardDraft(office.house.office, id)).toBeNull();
    expect(await discardDraft(office.house.office, id)).toMatchObject({ code: 'decree.notFound' });
  });

  test('is not applied before somebody has looked at what it does', async () => {
    const { id } = await office.draft(off(office.workingDay(9)));
    expect(codeOf(await office.apply(id))).toBe('decree.previewFirst');
    await office.preview(id);
    const other = await office.draft(off(office.workingDay(11)));
    await office.preview(other.id);
    done(await office.apply(other.id));
    expect(codeOf(await office.apply(id))).toBe('decree.previewFirst');
    done(await office.retract(other.id));
    await discardDraft(office.house.office, id);
  });

  test('is refused under a number that another decree has, until that one is retracted', async () => {
    const first = office.body(off(office.workingDay(9)));
    const { id } = done(await draftDecree(office.house.office, office.administrator, first));
    const again = () =>
      draftDecree(office.house.office, office.administrator, { ...first, ...off(office.workingDay(10)) });
    expect(codeOf(await again())).toBe('decree.numberTaken');
    await office.preview(id);
    done(await office.apply(id));
    expect(codeOf(await changeDraft(office.house.office, id, first))).toBe('decree.notADraft');
    expect(await discardDraft(office.house.office, id)).toMatchObject({ code: 'decree.notADraft' });
    done(await office.retract(id));
    expect(codeOf(await office.apply(id))).toBe('decree.retracted');

    // The same number with other days is another edition: ledgers that name the first one stay true.
    const anew = done(await again());
    const { edition } = await office.preview(anew.id);
    expect(edition).toMatch(/~2$/);
    done(await office.apply(anew.id));
    const { calendar } = await office.house.office.policies.current(office.house.office.database.pool);
    expect(calendar.edition).toBe(edition);
    expect(workingCalendar(calendar).isWorkingDay(office.workingDay(9))).toBe(true);
    done(await office.retract(anew.id));
  });

  test('is refused with what to do when its days cannot be right', async () => {
    let monday = addCalendarDays(today, 30);
    while (weekdayOf(monday) !== 1) monday = addCalendarDays(monday, 1);
    const outcome = await draftDecree(
      office.house.office,
      office.administrator,
      office.body({ workingDays: [{ date: monday, reason: 'Làm bù' }] }),
    );
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'decree.notAWeekend', pointer: '/workingDays/0/date' },
    });
  });
});
