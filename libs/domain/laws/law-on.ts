import type { LawVersion } from '../policy/law.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';

/** The version of the law in force on a day; undefined before the oldest one that is held. */
export function lawOn({ laws }: Pick<Policy, 'laws'>, on: LegalDate): LawVersion | undefined {
  return laws.findLast(({ version }) => version <= on);
}

/** The version before another one; undefined for the oldest. */
export function lawBefore({ laws }: Pick<Policy, 'laws'>, version: LegalDate): LawVersion | undefined {
  return laws.findLast((law) => law.version < version);
}

/**
 * Day whose law a case keeps: that of its acceptance, before it that of its receipt. `law` names it once a transition
 * rule has moved the case; null when no date is known.
 */
export function lawOfCase(facts: {
  law?: LegalDate | null;
  acceptedOn: LegalDate | null;
  receivedOn: LegalDate | null;
}): LegalDate | null {
  return facts.law ?? facts.acceptedOn ?? facts.receivedOn;
}
