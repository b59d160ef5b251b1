import type { LegalDate } from '../vocabulary.js';
import { fullName, shortDepartment } from './agency-names.js';
import { findPlaces } from './find-places.js';
import { isOfAbolishedLevel, successorOf } from './former-bodies.js';
import type { Organisation } from './organisation.js';
import { homeProvince } from './provinces.js';
import { resolvePlace } from './resolve-place.js';
import { unitName } from './unit-names.js';

/** Why the name of an agency came out as it did. */
export type AgencyReason =
  | 'official'
  | 'severalUnits'
  | 'formerBody'
  | 'otherProvince'
  | 'unknownBody'
  | 'noName';

/** What the name of an agency means today; like a place it is never guessed, `none` may carry hints. */
export interface AgencyAnswer {
  status: 'one' | 'several' | 'none';
  candidates: readonly string[];
  reason: AgencyReason;
}

export interface AgencyQuestion {
  /** Date of the petition: `UBND xã Phước Long` is another body before 2025-07-01 than after. */
  onDate?: LegalDate | null;
  province?: string | null;
}

const CHAIR = /^(phó\s+)?(chủ tịch|giám đốc)\s+(?=UBND|[ỦU][ỶY] ban|Sở)/iu;
const COMMITTEE = /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+/iu;
const COMMUNE = /^(xã|phường|thị trấn|x\.|p\.)\s/iu;

/**
 * Resolves the name of an agency to the office of today by its official name and obvious forms of
 * it. A body that is no more (`UBND TP. Cà Mau`, `Sở GTVT`) is not replaced by its successor, which
 * is only a hint for the person who decides.
 */
export function resolveAgency(
  text: string,
  organisation: Organisation,
  question: AgencyQuestion = {},
): AgencyAnswer {
  const name = text.normalize('NFC').trim().replace(CHAIR, '');
  if (name === '') return { status: 'none', candidates: [], reason: 'noName' };
  if (question.province && homeProvince(question.province) === null) {
    return { status: 'none', candidates: [], reason: 'otherProvince' };
  }
  const place = name.replace(COMMITTEE, '');
  if (COMMUNE.test(place)) return communeCommittee(place, organisation, question);
  const initials = shortDepartment(name);
  const codes = [
    ...(organisation.agencies.get(fullName(name)) ?? []),
    ...(initials === null ? [] : (organisation.departments.get(initials) ?? [])),
  ];
  if (codes.length === 1) return { status: 'one', candidates: codes, reason: 'official' };
  if (codes.length > 1) return { status: 'several', candidates: codes, reason: 'severalUnits' };
  return formerBody(name, initials, organisation);
}

/** A commune's committee is the same body today only if its commune lives on under its own name. */
function communeCommittee(name: string, organisation: Organisation, question: AgencyQuestion): AgencyAnswer {
  const { status, candidates } = resolvePlace(name, organisation, question);
  if (status === 'several') return { status, candidates, reason: 'severalUnits' };
  if (status === 'none') return { status, candidates, reason: 'unknownBody' };
  const unit = organisation.units.find(({ code }) => code === candidates[0]);
  const keys = findPlaces(name, organisation).units.flatMap((named) => named.keys);
  return unit && keys.every((key) => key === unitName(unit.name))
    ? { status: 'one', candidates, reason: 'official' }
    : { status: 'none', candidates, reason: 'formerBody' };
}

function formerBody(name: string, initials: string | null, organisation: Organisation): AgencyAnswer {
  const successor = successorOf(fullName(name), initials);
  if (successor !== null) {
    return { status: 'none', candidates: organisation.agencies.get(successor) ?? [], reason: 'formerBody' };
  }
  return { status: 'none', candidates: [], reason: isOfAbolishedLevel(name) ? 'formerBody' : 'unknownBody' };
}
