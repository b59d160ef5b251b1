import type { Office } from '../office.js';
import { type Cells, optionalText, RowFault } from './cells.js';
import type { InspectedFile } from './inspect-file.js';
import { readTable } from './read-table.js';
import { codeFault, nameFault } from './read-unit.js';
import type { ImportSettings } from './settings.js';
import type { Tally } from './summary.js';

/** An old unit and the unit of today that took it, or a part of it; the names are those of the table. */
interface FormerUnitRow {
  name: string;
  district: string;
  agency_code: string;
  note: string | null;
  is_split: boolean;
  /** `yes`: the old name is now the name of a different unit; `split`: so for a part of it. */
  is_name_of_another: string | null;
}

/** Imports the map of old units to new ones; the units of today must be in the record already. */
export async function importFormerUnits(
  office: Office,
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
): Promise<void> {
  const codes = new Set(
    (await office.database.rows<{ code: string }>('select code from agency')).map(({ code }) => code),
  );
  const recorded = await recordedRows(office);
  const table = await readTable(file, settings, tally, (cells) => readFormerUnit(cells, codes));
  const changed = new Map<string, FormerUnitRow>();
  for (const { value } of table) {
    const key = keyOf(value);
    if (recorded.get(key) === JSON.stringify(value)) tally.alreadyThere();
    else tally.imported();
    recorded.set(key, JSON.stringify(value));
    changed.set(key, value);
  }
  if (!settings.dryRun) await writeRows(office, [...changed.values()]);
}

function keyOf({ name, district, agency_code }: FormerUnitRow): string {
  return [name, district, agency_code].join('|');
}

async function recordedRows({ database }: Office): Promise<Map<string, string>> {
  const rows = await database.rows<FormerUnitRow>(
    'select name, district, agency_code, note, is_split, is_name_of_another from former_unit',
  );
  return new Map(rows.map((row) => [keyOf(row), JSON.stringify(row)]));
}

function readFormerUnit(cells: Cells, codes: ReadonlySet<string>): FormerUnitRow | RowFault {
  const fault = codeFault(cells, 'new_code') ?? nameFault(cells, 'old_unit');
  if (fault) return fault;
  const code = cells.new_code!;
  if (!codes.has(code)) {
    return new RowFault(
      'new_code',
      `Chưa có đơn vị “${code}”: hãy nhập danh mục đơn vị trước`,
      `There is no unit "${code}": import the list of units first`,
    );
  }
  return {
    name: cells.old_unit!,
    district: cells.new_unit_former_district ?? '',
    agency_code: code,
    note: optionalText(cells, 'old_unit_note'),
    is_split: cells.old_unit_split_between_several_new === 'yes',
    is_name_of_another: optionalText(cells, 'old_name_equals_another_new_unit'),
  };
}

async function writeRows({ database }: Office, rows: readonly FormerUnitRow[]): Promise<void> {
  await database.rows(
    `insert into former_unit (name, district, agency_code, note, is_split, is_name_of_another)
     select name, district, agency_code, note, is_split, is_name_of_another
     from jsonb_populate_recordset(null::former_unit, $1)
     on conflict (name, district, agency_code) do update
       set note = excluded.note, is_split = excluded.is_split, is_name_of_another = excluded.is_name_of_another`,
    [JSON.stringify(rows)],
  );
}
