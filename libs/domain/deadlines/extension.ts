import type { Policy } from '../policy/policy.js';
import type { Complexity } from '../vocabulary.js';
import { extensionsAllowed } from './find-limit.js';
import type { Deadline } from './ledger.js';
import { ruleOfLedger } from './read-ledger.js';
import { replay } from './replay.js';

/** Why a clock may not be extended. */
export interface ExtensionRefusal {
  code: 'clockClosed' | 'noExtensionInLaw' | 'complexityNotFound' | 'extensionsUsedUp';
  /** Extensions granted so far, and allowed under the finding. */
  granted: number;
  allowed: number;
  article: string;
}

/** The complexity the clock's ledger holds: the latest signed finding. */
export function foundComplexity(deadline: Pick<Deadline, 'ledger'>): Complexity {
  const found = deadline.ledger.findLast((entry) => entry.type === 'complexityFound');
  return found?.type === 'complexityFound' ? found.complexity : 'none';
}

/**
 * Why the settler may not extend this clock once more under a finding of complexity; null when it may. Complaints
 * know no extension: their longer limit comes from the finding itself (KN art. 28, 37). Denunciations may be
 * extended once when complex, twice when specially complex (TC art. 30).
 */
export function extensionRefusal(
  deadline: Pick<Deadline, 'ledger' | 'procedure' | 'state'>,
  complexity: Complexity,
  policy: Policy,
): ExtensionRefusal | null {
  const rule = ruleOfLedger(deadline.ledger, policy);
  const { extensions: granted } = replay(deadline.ledger, policy, deadline.procedure);
  const allowed = extensionsAllowed(rule, complexity);
  const refuse = (code: ExtensionRefusal['code']) => ({ code, granted, allowed, article: rule.article });
  if (deadline.state === 'met' || deadline.state === 'cancelled') return refuse('clockClosed');
  if (!rule.extension) return refuse('noExtensionInLaw');
  if (allowed === 0) return refuse('complexityNotFound');
  return granted < allowed ? null : refuse('extensionsUsedUp');
}
