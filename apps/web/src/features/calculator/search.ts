import { z } from 'zod';
import {
  CALCULATED_PROCEDURES,
  type DeadlinePreviewBody,
  LEDGER_ACTS,
  type LedgerAct,
  legalDate,
} from '#contract';
import { COMPLEXITIES, type LegalDate, LIMITS } from '#domain';

/** The question as it stands in the address, so that a calculation can be sent on; what is left out is the usual. */
export const calculatorSearch = z.object({
  procedure: z.enum(CALCULATED_PROCEDURES).optional().catch(undefined),
  clock: z.enum(LIMITS).optional().catch(undefined),
  // A day that does not exist is asked for again; today would be a guess.
  from: legalDate.optional().catch(''),
  at: z.string().max(5).optional().catch(undefined),
  complexity: z.enum(COMPLEXITIES).optional().catch(undefined),
  remote: z.boolean().optional().catch(undefined),
  ledger: z.string().max(2_000).optional().catch(undefined),
});
export type CalculatorSearch = z.output<typeof calculatorSearch>;

/** One thing that happened since the start; its date is the empty text until it is filled in. */
export type Act = DeadlinePreviewBody['ledger'][number];

/** Reads `suspended:2026-12-14,continued:2027-01-11`. What cannot be read asks for its date again, never vanishes. */
export function readActs(text = ''): Act[] {
  if (text === '') return [];
  return text.split(',').map((part) => {
    const [name, on = ''] = part.split(':');
    const type = LEDGER_ACTS.find((act): act is LedgerAct => act === name);
    const isDate = legalDate.safeParse(on).success;
    return type && isDate ? { type, on } : { type: type ?? LEDGER_ACTS[0], on: '' };
  });
}

/** Writes acts as `readActs` reads them; undefined when there are none. */
export function writeActs(acts: readonly Act[]): string | undefined {
  return acts.map(({ type, on }) => `${type}:${on}`).join(',') || undefined;
}

/** The whole question, with the settling of a first complaint from today where the address says nothing. */
export function questionOf(search: CalculatorSearch, today: LegalDate): DeadlinePreviewBody {
  return {
    procedure: search.procedure ?? 'complaintFirst',
    clock: search.clock ?? 'settle',
    from: search.from ?? today,
    ...(search.at !== undefined && { at: search.at }),
    complexity: search.complexity ?? 'none',
    remote: search.remote ?? false,
    ledger: readActs(search.ledger),
  };
}
