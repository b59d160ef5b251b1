import type { LegalDate } from '../vocabulary.js';
import { bareNames, findPlaces, type NamedPlaces, type NamedUnit } from './find-places.js';
import { districtKey, type Organisation } from './organisation.js';
import { FORMER_PROVINCES, homeProvince, NEW_MAP_SINCE, PROVINCE } from './provinces.js';

/** Why a place text came out as it did. */
export type PlaceReason =
  | 'oldName'
  | 'newName'
  | 'bothMaps'
  | 'splitUnit'
  | 'sameNameInOtherDistrict'
  | 'severalUnitsNamed'
  | 'unknownUnit'
  | 'nameNewerThanDate'
  | 'districtDisagrees'
  | 'typeMissing'
  | 'noCommuneNamed'
  | 'otherProvince';

/**
 * What a place text means on the map of today. `one`: the unit is `candidates[0]`. `several`: a
 * person chooses among the candidates. `none`: candidates are hints at most, often there are none.
 */
export interface PlaceAnswer {
  status: 'one' | 'several' | 'none';
  candidates: readonly string[];
  /** Map the name was read on; null when on both or on none. */
  readOn: 'old' | 'new' | null;
  reason: PlaceReason;
}

export interface PlaceQuestion {
  /** Date of the petition; from 2025-07-01 on a name is read on the new map first. */
  onDate?: LegalDate | null;
  /** Province the register gives, old or new; another province is never resolved. */
  province?: string | null;
}

/**
 * Resolves a place text of a petition to the unit of today. Old commune names lead to their
 * successor; a name that fits several units is never guessed: the candidates go to a person.
 * @param text place as the source writes it, such as `ấp 10, xã Nguyễn Phích, huyện U Minh`.
 */
export function resolvePlace(
  text: string,
  organisation: Organisation,
  question: PlaceQuestion = {},
): PlaceAnswer {
  const named = findPlaces(text, organisation);
  const provinces = question.province ? [question.province] : named.provinces;
  const homes = provinces.map(homeProvince);
  if (homes.length > 0 && homes.every((home) => home === null)) return none('otherProvince');
  if (named.units.length === 0) return nothingNamed(text, organisation);
  const reading = { named, organisation, onDate: question.onDate ?? null, half: halfOfMap(homes, question) };
  return joined(named.units.map((unit) => readUnit(unit, reading)));
}

interface Reading {
  named: NamedPlaces;
  organisation: Organisation;
  onDate: LegalDate | null;
  /** Districts of the former province that the petition certainly speaks of; null when it may be either. */
  half: ReadonlySet<string> | null;
}

/** `Cà Mau` means the half of the map only before the merger; `Bạc Liêu` always does. */
function halfOfMap(homes: readonly (string | null)[], { onDate }: PlaceQuestion): ReadonlySet<string> | null {
  const home = homes[0];
  if (homes.length !== 1 || !home) return null;
  if (home === PROVINCE && !(onDate && onDate < NEW_MAP_SINCE)) return null;
  return new Set((FORMER_PROVINCES[home] ?? []).map(districtKey));
}

function nothingNamed(text: string, organisation: Organisation): PlaceAnswer {
  const keys = bareNames(text, organisation);
  const candidates = keys.flatMap((key) => codesOnEitherMap(key, organisation));
  return candidates.length > 0 ? none('typeMissing', candidates) : none('noCommuneNamed');
}

function readUnit(unit: NamedUnit, reading: Reading): PlaceAnswer {
  const { organisation, onDate, named } = reading;
  if (unit.keys.length === 0) {
    return none(
      'unknownUnit',
      unit.lookalikes.flatMap((key) => codesOnEitherMap(key, organisation)),
    );
  }
  const old = readOnOldMap(unit, reading);
  const fresh = readOnNewMap(unit, reading);
  const isKnownSomewhere = old.length + fresh.length > 0;
  if (!isKnownSomewhere) {
    return none(
      'districtDisagrees',
      unit.keys.flatMap((key) => codesOnEitherMap(key, organisation)),
    );
  }
  const districtNamed = named.districts.length > 0;
  if (onDate && onDate < NEW_MAP_SINCE) {
    return old.length > 0 ? answerOf(old, []) : none('nameNewerThanDate', fresh);
  }
  // A district after its abolition speaks for the old map, the date for the new one: neither wins alone.
  if (onDate) return fresh.length > 0 && !districtNamed ? answerOf([], fresh) : answerOf(old, fresh);
  return districtNamed && old.length > 0 ? answerOf(old, []) : answerOf(old, fresh);
}

/** The old units of the name, those in the named district or known province. */
function readOnOldMap(
  unit: NamedUnit,
  { named, organisation, half }: Reading,
): readonly (readonly string[])[] {
  const oldUnits = unit.keys.flatMap((key) => organisation.oldUnits.get(key) ?? []);
  return oldUnits
    .filter(
      ({ districts }) => named.districts.length === 0 || named.districts.some((name) => districts.has(name)),
    )
    .filter(({ districts }) => half === null || [...districts].some((name) => half.has(name)))
    .map(({ codes }) => codes);
}

function readOnNewMap(unit: NamedUnit, { named, organisation }: Reading): readonly string[] {
  return unit.keys
    .flatMap((key) => organisation.newUnits.get(key) ?? [])
    .filter(
      ({ district }) =>
        named.districts.length === 0 || (district !== null && named.districts.includes(district)),
    )
    .map(({ code }) => code);
}

function answerOf(oldUnits: readonly (readonly string[])[], fresh: readonly string[]): PlaceAnswer {
  const old = unique(oldUnits.flat());
  const candidates = unique([...old, ...fresh]);
  const readOn = old.length === 0 ? 'new' : fresh.some((code) => !old.includes(code)) ? null : 'old';
  if (candidates.length === 1) {
    return { status: 'one', candidates, readOn, reason: readOn === 'new' ? 'newName' : 'oldName' };
  }
  const reason =
    readOn === null ? 'bothMaps' : oldUnits.length === 1 ? 'splitUnit' : 'sameNameInOtherDistrict';
  return { status: 'several', candidates, readOn, reason };
}

/** Joins the answers for all units of a text: they are one place only if they come to one unit. */
function joined(answers: readonly PlaceAnswer[]): PlaceAnswer {
  const first = answers[0]!;
  if (answers.length === 1) return first;
  const candidates = unique(answers.flatMap((answer) => answer.candidates));
  const failed = answers.find(({ status }) => status === 'none');
  if (failed) return { ...failed, candidates };
  const readOn = answers.every((answer) => answer.readOn === first.readOn) ? first.readOn : null;
  if (candidates.length === 1) return { ...first, candidates, readOn };
  return { status: 'several', candidates, readOn, reason: 'severalUnitsNamed' };
}

function codesOnEitherMap(key: string, { oldUnits, newUnits }: Organisation): readonly string[] {
  const fresh = newUnits.get(key);
  return [...(oldUnits.get(key) ?? []).flatMap(({ codes }) => codes), ...(fresh ? [fresh.code] : [])];
}

function none(reason: PlaceReason, candidates: readonly string[] = []): PlaceAnswer {
  return { status: 'none', candidates: unique(candidates), readOn: null, reason };
}

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}
