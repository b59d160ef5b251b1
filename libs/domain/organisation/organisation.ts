import { departmentInitials, formsOf } from './agency-names.js';
import { foldText, spellingOfName } from './spelling.js';
import { unitName } from './unit-names.js';

/** An office of today as the resolver needs it; `formerDistrict` is set for communes and wards. */
export interface Unit {
  code: string;
  name: string;
  kind: string;
  formerDistrict: string | null;
}

/** A unit of the map before 2025-07-01, one row for each unit of today that took a part of it. */
export interface FormerUnit {
  name: string;
  /** District of the map before 2025-07-01. */
  district: string;
  agencyCode: string;
  /** True when several units of today took a part of it. */
  isSplit: boolean;
}

/** One unit of the old map: where it lay and which units of today cover it. */
interface OldUnit {
  districts: ReadonlySet<string>;
  codes: readonly string[];
}

/** A commune or ward of today. */
interface NewUnit {
  code: string;
  district: string | null;
}

/** The organisation of today and the map it came from, indexed by spelled names for {@link resolvePlace}. */
export interface Organisation {
  units: readonly Unit[];
  /** Old communes, wards and towns by `type name`; two wards of one number are two entries of a list. */
  oldUnits: ReadonlyMap<string, readonly OldUnit[]>;
  newUnits: ReadonlyMap<string, NewUnit>;
  /** Keys of both maps by bare folded name, without type: where a misspelt name may belong. */
  keysByFold: ReadonlyMap<string, readonly string[]>;
  /** Codes of the offices by every form of their names; communes and wards are found by their place. */
  agencies: ReadonlyMap<string, readonly string[]>;
  /** Codes of the departments by their initials, such as `gddt`. */
  departments: ReadonlyMap<string, readonly string[]>;
  /** Bare spelled names of the districts that were. */
  districts: ReadonlySet<string>;
}

/** Bare spelled name of a district: `TP. Cà Mau` and `thành phố Cà Mau` are one. */
export function districtKey(name: string): string {
  return spellingOfName(
    name.normalize('NFC').replace(/^\s*(huyện|thị xã|thành phố|quận|tp\.?|tx\.?)\s+/i, ''),
  );
}

/** Builds the index once; resolving thousands of names then costs a few look-ups each. */
export function indexOrganisation(units: readonly Unit[], formerUnits: readonly FormerUnit[]): Organisation {
  const oldUnits = oldMap(formerUnits);
  const newUnits = newMap(units);
  const keys = [...new Set([...oldUnits.keys(), ...newUnits.keys()])];
  const offices = units.filter(({ name }) => unitName(name) === null);
  const districts = [
    ...units.map((unit) => unit.formerDistrict),
    ...formerUnits.map((unit) => unit.district),
  ];
  return {
    units,
    oldUnits,
    newUnits,
    keysByFold: listsByKey(keys.map((key) => [foldOfKey(key), key])),
    agencies: listsByKey(offices.flatMap(({ code, name }) => formsOf(name).map((form) => [form, code]))),
    departments: listsByKey(offices.map(({ code, name }) => [departmentInitials(name) ?? '', code])),
    districts: new Set(districts.flatMap((name) => (name ? [districtKey(name)] : []))),
  };
}

function newMap(units: readonly Unit[]): Map<string, NewUnit> {
  const map = new Map<string, NewUnit>();
  for (const { code, name, formerDistrict } of units) {
    const key = unitName(name);
    if (key) map.set(key, { code, district: formerDistrict === null ? null : districtKey(formerDistrict) });
  }
  return map;
}

/** Folded name of a key without its type: `commune tân duyệt` is found under `tan duyet`. */
function foldOfKey(key: string): string {
  return foldText(key.slice(key.indexOf(' ') + 1));
}

function listsByKey(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, value] of pairs) lists.set(key, [...(lists.get(key) ?? []), value]);
  return lists;
}

/** The parts of a split unit are one old unit; unsplit rows of one name are several units in different districts. */
function oldMap(formerUnits: readonly FormerUnit[]): Map<string, OldUnit[]> {
  const groups = new Map<string, { key: string; districts: Set<string>; codes: string[] }>();
  for (const former of formerUnits) {
    const key = unitName(former.name);
    if (!key) continue;
    const district = districtKey(former.district);
    const groupKey = former.isSplit ? key : `${key}|${district}`;
    const group = groups.get(groupKey) ?? { key, districts: new Set(), codes: [] };
    group.districts.add(district);
    group.codes.push(former.agencyCode);
    groups.set(groupKey, group);
  }
  const map = new Map<string, OldUnit[]>();
  for (const { key, districts, codes } of groups.values()) {
    map.set(key, [...(map.get(key) ?? []), { districts, codes }]);
  }
  return map;
}
