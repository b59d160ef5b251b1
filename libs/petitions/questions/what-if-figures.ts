import type { WhatIfAnswer } from '#contract';
import type { CaseWhatIf } from '#domain';

type Totals = NonNullable<WhatIfAnswer['totals']>;
type AgencyFigures = Omit<WhatIfAnswer['agencies'][number], 'agencyName'>;

/** Adds up what cases were and would have been, over all and by agency. */
export class Figures {
  readonly totals: Totals = {
    late: { was: 0, would: 0 },
    escalated: { was: 0, would: 0 },
    becomeLate: 0,
    stopBeingLate: 0,
    differing: 0,
    refusedActs: 0,
  };
  readonly #agencies = new Map<string, AgencyFigures>();

  count(found: CaseWhatIf): void {
    const { late, level, differs, refused } = found;
    const { totals } = this;
    totals.late.was += Number(late.was);
    totals.late.would += Number(late.would);
    totals.escalated.was += Number(level.was > 0);
    totals.escalated.would += Number(level.would > 0);
    totals.becomeLate += Number(late.would && !late.was);
    totals.stopBeingLate += Number(late.was && !late.would);
    totals.differing += Number(differs);
    totals.refusedActs += refused.length;
    this.#countAgencies(found);
  }

  /** Agencies with the most lateness supposed first. */
  agencies(): AgencyFigures[] {
    return [...this.#agencies.values()].sort(
      (a, b) => b.late.would - a.late.would || b.late.was - a.late.was || b.cases - a.cases,
    );
  }

  /** A case counts for who holds it; a late clock counts for whose duty it was, which may be the desk. */
  #countAgencies({ agencyCode, lateAgencies, level }: CaseWhatIf): void {
    const holder = this.#of(agencyCode);
    holder.cases += 1;
    holder.escalated.was += Number(level.was > 0);
    holder.escalated.would += Number(level.would > 0);
    for (const code of lateAgencies.was) this.#of(code).late.was += 1;
    for (const code of lateAgencies.would) this.#of(code).late.would += 1;
  }

  #of(agencyCode: string): AgencyFigures {
    const known = this.#agencies.get(agencyCode);
    const figures = known ?? {
      agencyCode,
      cases: 0,
      late: { was: 0, would: 0 },
      escalated: { was: 0, would: 0 },
    };
    this.#agencies.set(agencyCode, figures);
    return figures;
  }
}
