import type { LegalDate, Refusal } from '#domain';
import type { Office } from '../office.js';
import { TODAY } from '../today.js';

type Codes = Record<string, string | null | undefined>;

interface KnownAgency {
  code: string;
  validTo: LegalDate | null;
  hasEnded: boolean;
}

/** Refuses the first code, by field, that no agency carries. Fields without a value are passed over. */
export async function refuseUnknownAgency(office: Office, codes: Codes): Promise<Refusal | null> {
  return (await findFault(office, codes, false)) ?? null;
}

/** The same for an agency that is to hold a case: one that was merged or dissolved cannot. */
export async function refuseHolder(office: Office, codes: Codes): Promise<Refusal | null> {
  return (await findFault(office, codes, true)) ?? null;
}

async function findFault(office: Office, codes: Codes, isToHold: boolean): Promise<Refusal | undefined> {
  const given = Object.entries(codes).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (given.length === 0) return undefined;
  const known = await office.database.rows<KnownAgency>(
    `select code, valid_to as "validTo", coalesce(valid_to < ${TODAY}, false) as "hasEnded"
     from agency where code = any($1)`,
    [given.map(([, code]) => code)],
  );
  for (const [pointer, code] of given) {
    const agency = known.find((each) => each.code === code);
    if (!agency) return refused('agency.unknown', pointer, { code });
    if (isToHold && agency.hasEnded)
      return refused('agency.ended', pointer, { code, on: agency.validTo ?? '' });
  }
  return undefined;
}

function refused(code: string, pointer: string, params: Refusal['params']): Refusal {
  return { code, kind: 'invalid', params, source: null, whoCan: [], pointer };
}
