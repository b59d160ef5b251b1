import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { indexOrganisation, type Organisation } from '../../libs/domain/organisation/organisation.js';

/** Rows of a file of the demo as the file writes them. */
export function demoRows(file: string): Record<string, string>[] {
  return parse(readFileSync(`config/demo/${file}`), { columns: true, bom: true });
}

/** The organisation of Cà Mau with its old map, without a database. */
export function demoOrganisation(): Organisation {
  const units = demoRows('units.csv').map((row) => ({
    code: row.code!,
    name: row.name!,
    kind: row.kind!,
    formerDistrict: row.former_district || null,
  }));
  const formerUnits = demoRows('units_old_to_new.csv').map((row) => ({
    name: row.old_unit!,
    district: row.new_unit_former_district!,
    agencyCode: row.new_code!,
    isSplit: row.old_unit_split_between_several_new === 'yes',
  }));
  return indexOrganisation(units, formerUnits);
}
