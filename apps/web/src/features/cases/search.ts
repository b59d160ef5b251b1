import { z } from 'zod';
import { ATTENTIONS, HEADLINES, PROCEDURES } from '#domain';
import type { CaseFilters } from '../../api/cases';

export const SCOPES = ['open', 'closed', 'all'] as const;

/** Filters of a list of cases as they stand in the address, so that a list can be bookmarked and sent on. */
export const caseSearch = z.object({
  q: z.coerce.string().optional().catch(undefined),
  headline: z.enum(HEADLINES).optional().catch(undefined),
  procedure: z.enum(PROCEDURES).optional().catch(undefined),
  agency: z.coerce.string().optional().catch(undefined),
  late: z.boolean().optional().catch(undefined),
  owed: z.boolean().optional().catch(undefined),
  scope: z.enum(SCOPES).optional().catch(undefined),
  attention: z
    .enum([...ATTENTIONS, 'any'])
    .optional()
    .catch(undefined),
  sort: z.enum(['due', 'received', 'newest']).optional().catch(undefined),
});
export type CaseSearch = z.output<typeof caseSearch>;

/** The filters that the API is asked with; cases still open unless something else is asked for: what is owed is owed by closed ones. */
export function asFilters({ scope, ...filters }: CaseSearch): CaseFilters {
  if (filters.owed && scope !== 'open') return filters;
  if (scope === 'all' || (!scope && filters.headline === 'resolved')) return filters;
  return { ...filters, open: scope !== 'closed' };
}
