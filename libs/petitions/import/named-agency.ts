import { type Organisation, resolveAgency } from '#domain';
import { attend, type PlannedAttention } from './attention.js';
import type { PetitionRow } from './read-petition.js';
import { AGENCY_REASONS } from './reasons.js';

/** The agency a row names, or what a person must decide about it. */
export interface NamedAgency {
  code: string | null;
  attention: PlannedAttention | null;
}

/**
 * Finds the agency of a row. Several named at once, a body that is no more and an unknown one are for
 * a person; the successor of a former body is a candidate, never the answer.
 */
export function namedAgency(row: PetitionRow, organisation: Organisation): NamedAgency {
  const { agencyNamed, receivedOn, province } = row;
  const names = (agencyNamed ?? '').split(';').filter((name) => name.trim() !== '');
  if (names.length === 0) return { code: null, attention: attend('agencyMissing', 'agency_named', null) };
  const answers = names.map((name) => resolveAgency(name, organisation, { onDate: receivedOn, province }));
  const candidates = [...new Set(answers.flatMap((answer) => answer.candidates))];
  if (answers.length > 1) {
    const detail = { vi: `nêu ${names.length} cơ quan`, en: `${names.length} bodies are named` };
    return {
      code: null,
      attention: attend('agencyAmbiguous', 'agency_named', agencyNamed, candidates, detail),
    };
  }
  const { status, reason } = answers[0]!;
  if (status === 'one') return { code: candidates[0]!, attention: null };
  const kind = status === 'several' ? 'agencyAmbiguous' : 'agencyUnknown';
  return {
    code: null,
    attention: attend(kind, 'agency_named', agencyNamed, candidates, AGENCY_REASONS[reason]),
  };
}
