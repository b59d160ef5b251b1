import type { Statements } from './petitioner.js';

/** Whom to look for. */
export interface Sought {
  phone: string | null;
  fullName: string | null;
  /** References among which the name is looked for as well, however many others have it. */
  among: readonly string[];
}

/** References of the people who have the telephone, and of those who have the name. */
export interface FoundPetitioners {
  byPhone: string[];
  byName: string[];
}

/** A telephone is shared by few; a name by thousands, of whom the newest are looked at. */
const MOST_BY_PHONE = 50;
const MOST_BY_NAME = 100;
/** Shorter ones are not telephones, and would find strangers. */
const SHORTEST_PHONE = 8;

/**
 * Finds people again by telephone or name, as they are written with or without marks and +84. Tells references only.
 * Callers ask `petitionerVisibility` for every case behind them: this module does not know who is reading.
 */
export async function findPetitioners(pool: Statements, sought: Sought): Promise<FoundPetitioners> {
  const { rows } = await pool.query(
    `(select ref, true as "isPhone" from identity.petitioner
      where phone is not null and identity.phone_key(phone) = identity.phone_key($1)
        and length(identity.phone_key($1)) >= ${SHORTEST_PHONE} order by ref desc limit ${MOST_BY_PHONE})
     union all
     (select ref, false from identity.petitioner
      where fold(full_name) = fold($2) order by ref desc limit ${MOST_BY_NAME})
     union all
     select ref, false from identity.petitioner where ref = any($3::uuid[]) and fold(full_name) = fold($2)`,
    [sought.phone, sought.fullName, sought.among],
  );
  const found = rows as { ref: string; isPhone: boolean }[];
  return {
    byPhone: found.filter(({ isPhone }) => isPhone).map(({ ref }) => ref),
    byName: found.filter(({ isPhone }) => !isPhone).map(({ ref }) => ref),
  };
}
