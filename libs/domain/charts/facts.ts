import type { Command } from '../commands.js';
import type { LadderStep } from '../policy/policy.js';
import type { Clock, Complexity, LegalDate, SupervisionTool } from '../vocabulary.js';

/** What a chart remembers of a case: the facts its guards ask about. Stored as jsonb beside the state. */
export interface CaseFacts {
  receivedOn: LegalDate | null;
  acceptedOn: LegalDate | null;
  /** Date of effect of the law the case runs under: the day of acceptance, before that the received date. */
  law: LegalDate | null;
  /** A delegate, another body or the press sent the petition on, and must be told the result. */
  forwarded: boolean;
  /** Who wrote a denunciation: known, not known, or not checked yet (null). */
  identityKnown: boolean | null;
  /** Serious damage threatens (TC art. 27.2). */
  urgent: boolean;
  /** Signs of a crime have been passed on (TC art. 27.1). */
  crimePassed: boolean;
  complexity: Complexity;
  remote: boolean;
  verificationStarted: boolean;
  verificationReported: boolean;
  /** What is asked for and what was found are still apart (KN art. 30.1). */
  demandsDiffer: boolean;
  dialogueHeld: boolean;
  /** The decision complained of is stayed (KN art. 35). */
  stayed: boolean;
  /** How many agencies have sent the case back as not theirs. */
  refusedAssignments: number;
  urges: number;
  urgeIsOpen: boolean;
  /** Strongest tool a supervising body has used. */
  tool: SupervisionTool | null;
  /** A supervising body has demanded a report on the result. */
  owesCouncil: boolean;
  /** Highest level of escalation reached, 0 to 3. */
  level: number;
  /** Running clocks that have rung: a warning, or the limit itself. */
  alarms: Partial<Record<Clock, 'warned' | 'overdue'>>;
  /** The case has ended, and what was said of it until then is laid down. */
  ended: boolean;
  /** Clocks that run or stand still. Taken from the ledgers before and after every move; a chart only reads it. */
  clocks: readonly Clock[];
  /** A clock that stands still was past its limit when it was stopped. Taken from the ledgers as `clocks` is. */
  stoppedLate: boolean;
}

export const NO_FACTS: CaseFacts = {
  receivedOn: null,
  acceptedOn: null,
  law: null,
  forwarded: false,
  identityKnown: null,
  urgent: false,
  crimePassed: false,
  complexity: 'none',
  remote: false,
  verificationStarted: false,
  verificationReported: false,
  demandsDiffer: false,
  dialogueHeld: false,
  stayed: false,
  refusedAssignments: 0,
  urges: 0,
  urgeIsOpen: false,
  tool: null,
  owesCouncil: false,
  level: 0,
  alarms: {},
  ended: false,
  clocks: [],
  stoppedLate: false,
};

/** Commands after which clocks are counted anew. */
export type RecountingName = 'calendarChanged' | 'lawChanged' | 'correctDate';

/** Commands that can calm clocks: a recount, and a kind that some clocks do not belong to. */
type CalmingName = RecountingName | 'classify';

/**
 * A command as a chart sees it. A passed deadline carries the ladder step that was reached; a calming one the clocks
 * that are no longer late or near because of it.
 */
export type ChartEvent =
  | Exclude<Command, { type: 'deadlinePassed' | 'register' | CalmingName }>
  | (Extract<Command, { type: CalmingName }> & { calmed: readonly Clock[] })
  | { type: 'deadlinePassed'; clock: Clock; kind: LadderStep['kind']; level: number };

/** The event of a name. */
export type EventOf<Type extends ChartEvent['type']> = Extract<ChartEvent, { type: Type }>;
