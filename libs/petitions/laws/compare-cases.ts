import { type LawComparison, type LegalDate, lawBefore, lawComparer } from '#domain';
import type { Office } from '../office.js';
import { type OpenCase, openCases } from './open-cases.js';
import { successorsBefore } from './successors.js';

/** An open case and what a version of the law means for it. */
export interface ComparedCase extends OpenCase {
  comparison: LawComparison;
}

/**
 * Compares a version of the law with the one before for every open case, in the order of ids.
 * @param after id of the last case that was compared; null begins with the first.
 */
export async function* compareCases(
  office: Office,
  version: LegalDate,
  after: string | null,
): AsyncGenerator<ComparedCase> {
  const policy = await office.policies.current(office.database.pool);
  const compare = lawComparer(policy, lawBefore(policy, version)?.version ?? '', version);
  const successors = await successorsBefore(office, version);
  for await (const open of openCases(office, successors, after)) {
    yield { ...open, comparison: compare(open.law) };
  }
}

/** True when the policy holds a version of the law by that date of effect. */
export async function isLawVersion(office: Office, version: LegalDate): Promise<boolean> {
  const { laws } = await office.policies.current(office.database.pool);
  return laws.some((law) => law.version === version);
}
