import { type Actor, reachOf } from '#domain';

/**
 * The one filter of what a person sees, for lists, counts and searches alike.
 * @param parameters the statement's parameters; the filter appends its own.
 * @returns a condition on `cases`.
 */
export function reachCondition(actor: Actor, parameters: unknown[]): string {
  const reach = reachOf(actor);
  if (reach === 'all') return 'true';
  if (reach === 'none') return 'false';
  parameters.push(actor.agencyCode);
  const column = actor.role === 'deskOfficer' ? 'desk_agency_code' : 'agency_code';
  return `cases.${column} = $${parameters.length}`;
}
