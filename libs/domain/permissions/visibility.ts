import type { Actor } from '../commands.js';
import type { Procedure } from '../vocabulary.js';
import { type CaseOffices, stands } from './rights.js';

/** Whose cases a person sees: all, those their desk took in or their agency holds, or none. */
export type Reach = 'all' | 'own' | 'none';

const REACH: Record<Actor['role'], Reach> = {
  system: 'all',
  coordinationOffice: 'all',
  supervisor: 'all',
  deskOfficer: 'own',
  agencyOfficer: 'own',
  agencyHead: 'own',
  administrator: 'none',
};

/** True for roles that see the cases of one agency only; without an agency they would see nothing. */
export function worksForAnAgency(role: Actor['role']): boolean {
  return REACH[role] === 'own';
}

/** One answer for lists, details, history and counts. */
export function reachOf({ role, agencyCode }: Actor): Reach {
  return worksForAnAgency(role) && agencyCode === null ? 'none' : REACH[role];
}

/** True when the person may open the case at all. */
export function mayRead(actor: Actor, offices: CaseOffices): boolean {
  const reach = reachOf(actor);
  if (reach !== 'own') return reach === 'all';
  const relation = actor.role === 'deskOfficer' ? 'desk' : 'holder';
  return stands(actor, relation, offices);
}

/** What a person may know of who handed the petition in. */
export type PetitionerVisibility = 'identity' | 'pseudonym' | 'hidden';

/**
 * A denouncer is known to the desk until the petition is classified and afterwards to the settler
 * alone (Luật Tố cáo art. 8, 47, 56); others get a pseudonym. A complainant is a party: the offices that
 * handle the case know them, a supervisor does not.
 */
export function petitionerVisibility(
  actor: Actor,
  procedure: Procedure,
  offices: CaseOffices,
): PetitionerVisibility {
  if (!mayRead(actor, offices)) return 'hidden';
  if (procedure === 'denunciation') {
    return actor.role === 'agencyHead' && stands(actor, 'holder', offices) ? 'identity' : 'pseudonym';
  }
  if (actor.role === 'supervisor' || actor.role === 'system') return 'hidden';
  if (procedure === 'unclassified') return actor.role === 'deskOfficer' ? 'identity' : 'hidden';
  return 'identity';
}

/**
 * True when the person may read the subject and the text. What a denunciation tells can give its author
 * away, so supervisors see only where it stands.
 */
export function mayReadContent(actor: Actor, procedure: Procedure, offices: CaseOffices): boolean {
  return mayRead(actor, offices) && !proceduresWithoutContent(actor).includes(procedure);
}

/** Procedures whose subject and text this person never reads, whatever their relation to the case: searches leave them out. */
export function proceduresWithoutContent(actor: Actor): readonly Procedure[] {
  return actor.role === 'supervisor' ? ['denunciation', 'unclassified'] : [];
}
