import type { Command } from '../commands.js';
import type { LegalDate, Outcome } from '../vocabulary.js';
import type { CaseState, Decision } from './case-state.js';

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
  before: CaseState,
  after: CaseState,
  command: Command,
  { legalOn, deadlines }: { legalOn: LegalDate; deadlines: Decision['deadlines'] },
): Decision['ending'] {
  const ended = after.state.handling.resolved;
  if (!ended || before.state.handling.resolved) return null;
  const settle = deadlines.findLast(({ clock }) => clock === 'settle');
  if (command.type === 'resolve') {
    const settledInTime = settle?.metInTime ?? null;
    return { outcome: command.outcome, on: legalOn, summary: command.summary, settledInTime };
  }
  return { outcome: OUTCOME_OF[ended] as Outcome, on: legalOn, summary: null, settledInTime: null };
}
