import type { Command } from '../commands.js';
import type { LadderStep } from '../policy/policy.js';
import type { Clock, Complexity, LegalDate } from '../vocabulary.js';

/** What a chart remembers of a case: the facts its guards ask about. Stored as jsonb beside the state. */
export interface CaseFacts {
  receivedOn: LegalDate | null;
  acceptedOn: LegalDate | null;
  complexity: Complexity;
  remote: boolean;
  verificationStarted: boolean;
  dialogueHeld: boolean;
  /** How many agencies have sent the case back as not theirs. */
  refusedAssignments: number;
  urges: number;
  urgeIsOpen: boolean;
  /** Highest level of escalation reached, 0 to 3. */
  level: number;
  /** Running clocks that have rung: a warning, or the limit itself. */
  alarms: Partial<Record<Clock, 'warned' | 'overdue'>>;
}

export const NO_FACTS: CaseFacts = {
  receivedOn: null,
  acceptedOn: null,
  complexity: 'none',
  remote: false,
  verificationStarted: false,
  dialogueHeld: false,
  refusedAssignments: 0,
  urges: 0,
  urgeIsOpen: false,
  level: 0,
  alarms: {},
};

/** A command as a chart sees it. A passed deadline carries the ladder step that was reached. */
export type ChartEvent =
  | Exclude<Command, { type: 'deadlinePassed' | 'register' }>
  | { type: 'deadlinePassed'; clock: Clock; kind: LadderStep['kind']; level: number };
