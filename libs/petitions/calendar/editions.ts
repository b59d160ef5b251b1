import type { CalendarEdition, Policy } from '#domain';
import type { Office } from '../office.js';
import { EDITION_IN_FORCE, type Executor } from '../policies.js';

/** Name of the calendar edition in force; the record holds one as soon as a policy was asked for. */
export async function editionInForce(executor: Executor): Promise<string> {
  const { rows } = await executor.query<{ edition: string }>(`select ${EDITION_IN_FORCE} as edition`);
  return rows[0]!.edition;
}

/**
 * A calendar under a name that is its own: ledgers name editions, so a name once given never stands for other days. A
 * decree that was retracted and entered anew with other days gets the next turn of its name.
 */
export async function named(executor: Executor, calendar: CalendarEdition): Promise<CalendarEdition> {
  for (let turn = 1; ; turn += 1) {
    const edition = turn === 1 ? calendar.edition : `${calendar.edition}~${turn}`;
    const candidate = { ...calendar, edition };
    const { rows } = await executor.query<{ isSame: boolean }>(
      'select content = $2 as "isSame" from calendar_edition where edition = $1',
      [edition, JSON.stringify(candidate)],
    );
    if (rows[0]?.isSame !== false) return candidate;
  }
}

/** Puts a named calendar in force: the edition that came last is the one everybody counts under from now on. */
export async function putInForce(
  executor: Executor,
  calendar: CalendarEdition,
  decreeId: string,
): Promise<void> {
  await executor.query(
    `insert into calendar_edition (edition, content, decree_id) values ($1, $2, $3)
     on conflict (edition) do update set seq = default`,
    [calendar.edition, JSON.stringify(calendar), decreeId],
  );
}

/** The policy in force under another calendar, which the record need not hold yet. */
export async function policyUnder(
  office: Office,
  executor: Executor,
  calendar: CalendarEdition,
): Promise<Policy> {
  const current = await office.policies.current(executor);
  const editions = [...current.editions.filter(({ edition }) => edition !== calendar.edition), calendar];
  return { ...current, calendar, editions };
}
