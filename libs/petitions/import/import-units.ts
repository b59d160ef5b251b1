import type { Office } from '../office.js';
import { RowFault } from './cells.js';
import type { InspectedFile } from './inspect-file.js';
import { readTable, type TableRow } from './read-table.js';
import { readUnit, type UnitRow } from './read-unit.js';
import type { ImportSettings } from './settings.js';
import type { Tally } from './summary.js';

type Unit = TableRow<UnitRow>;

/**
 * Imports a list of units: a new code makes an agency, a known one takes over what the file says. The
 * order of the rows does not matter; what only the application knows (e-mail) stays as it is.
 */
export async function importUnits(
  office: Office,
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
): Promise<void> {
  const recorded = await recordedUnits(office);
  const table = await readTable(file, settings, tally, readUnit);
  const units = withParents(withoutRepeats(table, tally), recorded, tally);
  const changed = units.map(({ value }) => value).filter((value) => !isSame(recorded.get(value.code), value));
  tally.imported(changed.length);
  tally.alreadyThere(units.length - changed.length);
  if (!settings.dryRun) await writeUnits(office, changed);
}

async function recordedUnits({ database }: Office): Promise<Map<string, UnitRow>> {
  const rows = await database.rows<UnitRow>(
    `select code, name, kind, parent_code, verified, former_district, tax_code, source_url, note from agency`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

function isSame(one: UnitRow | undefined, other: UnitRow): boolean {
  return (
    one !== undefined && Object.entries(other).every(([name, value]) => one[name as keyof UnitRow] === value)
  );
}

function withoutRepeats(units: readonly Unit[], tally: Tally): Unit[] {
  const lines = new Map<string, number>();
  return units.filter(({ line, value: { code } }) => {
    const first = lines.get(code);
    if (first === undefined) lines.set(code, line);
    if (first === undefined) return true;
    const reason = {
      vi: `Mã “${code}” đã có ở dòng ${first}`,
      en: `The code "${code}" is already on line ${first}`,
    };
    tally.reject(line, 'code', 'rowInvalid', reason);
    return false;
  });
}

/** Rejects units without a parent that exists, and those that would stand above themselves. */
function withParents(units: readonly Unit[], recorded: ReadonlyMap<string, UnitRow>, tally: Tally): Unit[] {
  const parents = new Map<string, string | null>();
  for (const { code, parent_code } of recorded.values()) parents.set(code, parent_code);
  for (const { value } of units) parents.set(value.code, value.parent_code);
  const good = units.filter(({ line, value }) => {
    const fault = parentFault(value, parents);
    if (fault) tally.reject(line, fault.column, 'rowInvalid', fault.reason);
    return fault === null;
  });
  return good.length === units.length ? good : withParents(good, recorded, tally);
}

function parentFault(
  { code, parent_code }: UnitRow,
  parents: ReadonlyMap<string, string | null>,
): RowFault | null {
  const above = new Set([code]);
  for (let parent = parent_code; parent !== null; parent = parents.get(parent)!) {
    if (!parents.has(parent)) {
      return new RowFault(
        'parent_code',
        `Không có đơn vị cấp trên “${parent}”`,
        `There is no unit "${parent}" above it`,
      );
    }
    if (above.has(parent)) {
      return new RowFault(
        'parent_code',
        `Đơn vị “${code}” sẽ nằm dưới chính nó`,
        `The unit "${code}" would stand below itself`,
      );
    }
    above.add(parent);
  }
  return null;
}

/** One statement: PostgreSQL checks the parents at its end, so their order is free. */
async function writeUnits({ database }: Office, units: readonly UnitRow[]): Promise<void> {
  await database.rows(
    `insert into agency (code, name, kind, parent_code, verified, former_district, tax_code, source_url, note)
     select code, name, kind, parent_code, verified, former_district, tax_code, source_url, note
     from jsonb_populate_recordset(null::agency, $1)
     on conflict (code) do update set name = excluded.name, kind = excluded.kind,
       parent_code = excluded.parent_code, verified = excluded.verified,
       former_district = excluded.former_district, tax_code = excluded.tax_code,
       source_url = excluded.source_url, note = excluded.note`,
    [JSON.stringify(units)],
  );
}
