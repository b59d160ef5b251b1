import type { CalendarView } from '#contract';
import { instantText } from '#database';
import { bySigning, type CalendarYear, type Decree, datesOf, type InstantText, type Phrase } from '#domain';
import type { Office } from '../office.js';
import { EDITION_IN_FORCE } from '../policies.js';
import { today } from '../today.js';
import { readDecrees } from './decree-record.js';

/** The working calendar in force, each day with the decree that names it. */
export async function readCalendar(office: Office): Promise<CalendarView> {
  const { pool } = office.database;
  const { calendar } = await office.policies.current(pool);
  const inForce = (await readDecrees(pool))
    .filter(({ state }) => state === 'applying' || state === 'applied')
    .map(({ content }) => content)
    .sort(bySigning);
  return {
    edition: calendar.edition,
    validFrom: calendar.validFrom,
    validThrough: calendar.validThrough,
    today: await today(office),
    years: calendar.years.map((year) => ({
      year: year.year,
      provisional: year.provisional,
      decree: year.decree,
      source: phraseOf(year.source),
      days: daysOf(year, inForce),
    })),
    decrees: inForce.map(({ number, signedOn, title, source }) => ({ number, signedOn, title, source })),
  };
}

/** When the calendar in force was first decided: the moment its feed is stamped with. */
export async function calendarDecidedAt({ database, policies }: Office): Promise<InstantText> {
  await policies.current(database.pool);
  const [row] = await database.rows<{ at: InstantText }>(
    `select ${instantText('made_at')} as at from calendar_edition where edition = ${EDITION_IN_FORCE}`,
  );
  return row!.at;
}

/** A source written `tiếng Việt / English`, in the language of the reader; one that has no English is the same in both. */
function phraseOf(source: string): Phrase {
  const [vi = source, en = vi] = source.split(' / ');
  return { vi, en };
}

function daysOf({ daysOff, workingDays }: CalendarYear, decrees: readonly Decree[]) {
  const decreeOf = (date: string) =>
    decrees.findLast((decree) => datesOf(decree).includes(date))?.number ?? null;
  const days = [
    ...daysOff.map(({ date, name, swapped = false }) => ({ date, kind: 'dayOff' as const, name, swapped })),
    ...workingDays.map(({ date, reason }) => ({
      date,
      kind: 'workingDay' as const,
      name: reason,
      swapped: false,
    })),
  ];
  return days
    .map((day) => ({ ...day, decree: decreeOf(day.date) }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}
