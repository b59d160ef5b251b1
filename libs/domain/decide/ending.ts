import type { Outcome } from '../vocabulary.js';
import type { CaseState, Decision, Situation } from './case-state.js';
import { isOpen } from './clock-acts.js';

const OUTCOME_OF: Record<string, Outcome> = {
  guided: 'guided',
  transferred: 'transferred',
  returnedToSender: 'returnedToSender',
  notAccepted: 'notAccepted',
  filedIneligible: 'filedIneligible',
  withdrawn: 'withdrawn',
  visitRefused: 'visitRefused',
  duplicate: 'duplicate',
  guidedToSplit: 'guidedToSplit',
  terminated: 'terminated',
};

/** How the case ended, with the verdict "in time" frozen under the calendar of that day; null while it goes on, and after. */
export function endingOf(
  { command, deadlines: open }: Pick<Situation, 'command' | 'deadlines'>,
  before: CaseState,
  after: CaseState,
  { legalOn, deadlines }: Pick<Decision, 'legalOn' | 'deadlines'>,
): Decision['ending'] {
  const ended = after.state.handling.resolved;
  if (!ended || before.state.handling.resolved) return null;
  if (command.type !== 'resolve') {
    return { outcome: OUTCOME_OF[ended] as Outcome, on: legalOn, summary: null, settledInTime: null };
  }
  // A case that changed hands had a clock of the settlement before: the verdict is that of the one this act met.
  const wasOpen = (id: string) => open.some((deadline) => deadline.id === id && isOpen(deadline));
  const settle = deadlines.find(({ id, clock }) => clock === 'settle' && wasOpen(id));
  const settledInTime = settle?.metInTime ?? null;
  return { outcome: command.outcome, on: legalOn, summary: command.summary, settledInTime };
}
