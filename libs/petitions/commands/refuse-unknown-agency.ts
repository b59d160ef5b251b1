import type { Refusal } from '#domain';
import type { Office } from '../office.js';

/** Refuses the first code, by field, that no agency carries. Fields without a value are passed over. */
export async function refuseUnknownAgency(
  office: Office,
  codes: Record<string, string | null | undefined>,
): Promise<Refusal | null> {
  const given = Object.entries(codes).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (given.length === 0) return null;
  const known = await office.database.rows<{ code: string }>('select code from agency where code = any($1)', [
    given.map(([, code]) => code),
  ]);
  const unknown = given.find(([, code]) => !known.some((agency) => agency.code === code));
  if (!unknown) return null;
  const [pointer, code] = unknown;
  return { code: 'agency.unknown', kind: 'invalid', params: { code }, source: null, whoCan: [], pointer };
}
