import type { Database } from '#database';
import { type FormerUnit, indexOrganisation, type Organisation, type Unit } from '#domain';
import { TODAY } from '../today.js';

/** Reads the offices of today and the old map from the record. */
export async function loadOrganisation(database: Database): Promise<Organisation> {
  const units = await database.rows<Unit>(
    `select code, name, kind, former_district as "formerDistrict" from agency
     where valid_to is null or valid_to >= ${TODAY} order by code`,
  );
  const formerUnits = await database.rows<FormerUnit>(
    `select name, district, agency_code as "agencyCode", is_split as "isSplit" from former_unit order by id`,
  );
  return indexOrganisation(units, formerUnits);
}
