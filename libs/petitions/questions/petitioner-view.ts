import type { PetitionerView } from '#contract';
import { type Actor, petitionerVisibility } from '#domain';
import { readPetitioner } from '#identity';
import type { Office } from '../office.js';
import type { CaseRecord } from './read-case.js';

const NOBODY = { label: null, address: null, phone: null, idNumber: null, isSample: false } as const;

/** Who handed the petition in, as far as this person may know. The identity is read only when it is shown. */
export async function petitionerView(
  office: Office,
  actor: Actor,
  record: CaseRecord,
): Promise<PetitionerView> {
  const visibility = petitionerVisibility(actor, record.procedure, record);
  if (!record.petitionerRef) return { shown: 'unknown', ...NOBODY };
  if (visibility === 'hidden') return { shown: 'hidden', ...NOBODY };
  if (visibility === 'pseudonym') return { shown: 'pseudonym', ...NOBODY, label: pseudonym(record.number) };
  const person = await readPetitioner(office.database.pool, record.petitionerRef);
  if (!person) return { shown: 'unknown', ...NOBODY };
  const { fullName, ...rest } = person;
  return { shown: 'identity', label: fullName, ...rest };
}

/** NTC: người tố cáo. The number of the case is all a pseudonym tells. */
function pseudonym(caseNumber: string): string {
  return `NTC-${caseNumber}`;
}
