import type { DeadlineView } from '#contract';
import {
  type Deadline,
  daysBetween,
  explainSteps,
  isStoppedLate,
  type LegalDate,
  type Policy,
  replay,
  ruleOfLedger,
} from '#domain';

/** A clock with the derivation of its due date: every date that is shown can be explained and cited. */
export function deadlineView(deadline: Deadline, policy: Policy, today: LegalDate): DeadlineView {
  const derivation = replay(deadline.ledger, policy, deadline.procedure);
  const rule = ruleOfLedger(deadline.ledger, policy);
  const isOpen = deadline.state === 'running';
  const daysLeft = isOpen && deadline.due ? daysBetween(today, deadline.due) : null;
  return {
    id: deadline.id,
    clock: deadline.clock,
    state: deadline.state,
    due: deadline.due,
    daysLeft,
    isLate: daysLeft === null ? isStoppedLate(deadline, policy) : daysLeft < 0,
    metInTime: deadline.metInTime,
    provisional: derivation.provisional,
    certainty: derivation.certainty,
    article: rule.article,
    source: rule.source,
    explanation: { vi: explainSteps(derivation, 'vi'), en: explainSteps(derivation, 'en') },
  };
}
