import { changeRule, type Deadline, findLimit } from '../deadlines/index.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate, Procedure } from '../vocabulary.js';

/**
 * The clocks of a case under the transition rules of a new law: those that a rule moves run on under the row of the
 * new law, the others are the same objects as before.
 *
 * @param on day of the change, noted in the ledger.
 */
export function moveClocks(
  policy: Policy,
  version: LegalDate,
  of: { procedure: Procedure; isAccepted: boolean; deadlines: readonly Deadline[] },
  on: LegalDate,
): Deadline[] {
  const law = policy.laws.find((each) => each.version === version);
  const rules = (law?.transitions ?? []).filter(
    ({ procedures, fate, matter }) =>
      fate === 'moves' && procedures.includes(of.procedure) && (!matter.acceptedOnly || of.isAccepted),
  );
  return of.deadlines.map((deadline) => {
    const transition = rules.find(({ matter }) => matter.clocks.includes(deadline.clock));
    const rule = transition && findLimit(policy, deadline.clock, deadline.procedure, version);
    return rule ? changeRule(deadline, { on, rule, article: transition.article }, policy) : deadline;
  });
}
