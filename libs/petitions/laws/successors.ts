import { addCalendarDays, type LegalDate, type NamedAgency, resolveAgency } from '#domain';
import { loadOrganisation } from '../import/load-organisation.js';
import type { Office } from '../office.js';

/**
 * The agencies of today that follow those that ended before a day and still hold open cases, by the code of the old
 * one. Their names are read on the map of that time; a body whose successor nobody knows has an empty list.
 */
export async function successorsBefore(
  { database }: Office,
  day: LegalDate,
): Promise<Map<string, NamedAgency[]>> {
  const ended = await database.rows<NamedAgency>(
    `select code, name from agency
     where valid_to < $1 and exists (select from cases where agency_code = agency.code and headline <> 'resolved')`,
    [day],
  );
  if (ended.length === 0) return new Map();
  const organisation = await loadOrganisation(database);
  const nameOf = (code: string) => organisation.units.find((unit) => unit.code === code)?.name ?? code;
  return new Map(
    ended.map(({ code, name }) => {
      const { candidates } = resolveAgency(name, organisation, { onDate: addCalendarDays(day, -1) });
      const others = candidates.filter((candidate) => candidate !== code);
      return [code, others.map((candidate) => ({ code: candidate, name: nameOf(candidate) }))];
    }),
  );
}
