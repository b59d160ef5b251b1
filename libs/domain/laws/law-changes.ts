import { addCalendarDays } from '../calendar/index.js';
import type { ActRow } from '../policy/law.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import { type LegalDate, PROCEDURES, type Procedure } from '../vocabulary.js';
import { actRowOn } from './act-rule.js';

/** One row of a dated table that a version of the law brought, beside the row it followed. */
export interface LawChange<Row> {
  procedures: Procedure[];
  /** Null where there was none. */
  before: Row | null;
  after: Row;
}

/**
 * What a version of the law changed in the table of limits, worked out from the dates of effect of its rows. A setting
 * that follows nothing is left out: it fills a gap and is no change of the law.
 */
export function limitChanges({ limits }: Policy, version: LegalDate): LawChange<LimitRule>[] {
  const dayBefore = addCalendarDays(version, -1);
  const brought = limits.filter(({ effectiveFrom }) => effectiveFrom === version);
  return brought.flatMap((after) =>
    grouped(after, (procedure) =>
      limits.find(
        ({ clock, procedures, effectiveTo }) =>
          clock === after.clock && effectiveTo === dayBefore && procedures.includes(procedure),
      ),
    ).filter(({ before }) => before !== null || after.certainty !== 'setting'),
  );
}

/** What a version of the law changed in the articles of acts: other articles, and acts the law did not know before. */
export function actChanges(policy: Policy, version: LegalDate): LawChange<ActRow>[] {
  const dayBefore = addCalendarDays(version, -1);
  const brought = policy.acts.filter(({ effectiveFrom }) => effectiveFrom === version);
  return brought.flatMap((after) =>
    grouped(after, (procedure) => actRowOn(policy, after.command, procedure, dayBefore)).filter(
      ({ before }) => before !== null || after.newAct,
    ),
  );
}

/** One change for all procedures of a row that had the same row before. */
function grouped<Row extends LimitRule | ActRow>(
  after: Row,
  rowBefore: (procedure: Procedure) => Row | undefined,
): LawChange<Row>[] {
  const changes = new Map<Row | null, Procedure[]>();
  for (const procedure of PROCEDURES.filter((each) => after.procedures.includes(each))) {
    const before = rowBefore(procedure) ?? null;
    changes.set(before, [...(changes.get(before) ?? []), procedure]);
  }
  return [...changes].map(([before, procedures]) => ({ procedures, before, after }));
}
