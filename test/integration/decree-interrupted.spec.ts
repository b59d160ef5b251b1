import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeEdition } from '#domain';
import { discardDraft, goOnWithDecree, previewDecree } from '#petitions';
import { Duties } from '../../apps/worker/duties.js';
import { codeOf, DecreeOffice, done, off } from '../support/decree-office.js';

let office: DecreeOffice;
beforeAll(async () => {
  office = await DecreeOffice.open(1_500);
});
afterAll(() => office?.house.close());

/** A decree as a crash leaves it: in force under the edition its preview named, with no case counted anew. */
async function leaveBehind(id: string): Promise<void> {
  const decree = await office.find(id);
  const { edition } = decree.preview!;
  const calendar = { ...composeEdition(office.house.office.policies.built.calendar, [decree]), edition };
  await office.house.office.database.rows(
    'insert into calendar_edition (edition, content, decree_id) values ($1, $2, $3)',
    [edition, JSON.stringify(calendar), id],
  );
  await office.house.office.database.rows(
    `update decree set state = 'applying', applied_at = now(), applied_by = 'x', replaced_edition = previewed_under
     where id = $1`,
    [id],
  );
}

describe('an application that was interrupted', () => {
  test('goes on where it stopped, and ends with the same dates', async () => {
    const { id } = await office.draft(off(...[1, 2, 3, 4, 5, 6].map(office.workingDay)));
    const { totals } = await office.preview(id);
    expect(totals.cases).toBeGreaterThan(500);
    const listed = await office.moves(id);
    await leaveBehind(id);
    await goOnWithDecree(office.house.office, 0);
    const halfway = await office.find(id);
    expect(halfway).toMatchObject({ state: 'applying', recounted: 500 });

    const another = await office.draft(off(office.workingDay(8)));
    expect(codeOf(await previewDecree(office.house.office, another.id))).toBe('decree.anotherUnderWay');
    expect(codeOf(await office.apply(another.id))).toBe('decree.anotherUnderWay');
    await discardDraft(office.house.office, another.id);

    expect(done(await office.apply(id))).toMatchObject({ state: 'applied', recounted: totals.cases });
    const now = await office.clocks();
    expect(listed.map(({ deadlineId }) => now.get(deadlineId)!.due)).toEqual(
      listed.map(({ newDue }) => newDue),
    );
    expect(await goOnWithDecree(office.house.office, 1_000)).toBe(false);
    done(await office.retract(id));
  });

  test('is finished by the worker in its rounds', async () => {
    const { id } = await office.draft(off(...[1, 2, 3].map(office.workingDay)));
    const { totals } = await office.preview(id);
    await leaveBehind(id);
    await new Duties(office.house.office, null).recount();
    const decree = await office.find(id);
    expect(decree).toMatchObject({ state: 'applied', recounted: totals.cases });
    done(await office.retract(id));
  });

  test('is gone on with by one of several callers', async () => {
    const { id } = await office.draft(off(office.workingDay(5)));
    const { totals } = await office.preview(id);
    const outcomes = await Promise.all([
      office.apply(id),
      office.apply(id),
      goOnWithDecree(office.house.office, 60_000),
      office.apply(id),
    ]);
    expect(outcomes.map((outcome) => typeof outcome === 'boolean' || outcome.ok)).toEqual(
      Array(4).fill(true),
    );
    while (await goOnWithDecree(office.house.office, 60_000));
    const decree = await office.find(id);
    expect(decree).toMatchObject({ state: 'applied', recounted: totals.cases });
    done(await office.retract(id));
  });
});
