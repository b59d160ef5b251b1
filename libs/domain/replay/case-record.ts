import type { Actor, Command } from '../commands.js';
import type { Deadline } from '../deadlines/index.js';
import type { CaseState } from '../decide/index.js';
import type { Clock, Headline, InstantText, LegalDate, Outcome, Role } from '../vocabulary.js';

/** One command of a case as the history keeps it, with what it came to. */
export interface RecordedStep {
  seq: number;
  /** What the command carried, and what a ring of the clock noted beside it. */
  command: Command;
  actor: Actor;
  at: InstantText;
  legalOn: LegalDate | null;
  handlingFrom: string | null;
  handlingTo: string;
  headline: Headline;
  /** The policy that it was decided under. */
  policyVersion: string;
}

/** What the record derives from state and clocks and keeps beside them, so that lists need not count. */
export interface Standing {
  handling: string;
  supervision: string;
  headline: Headline;
  level: number;
  ownerRole: Role | null;
  receivedOn: LegalDate | null;
  due: LegalDate | null;
  dueClock: Clock | null;
  outcome: Outcome | null;
  resolvedOn: LegalDate | null;
  settledInTime: boolean | null;
}

/** Everything the record holds of a case that a replay must bring about again: steps in the order of `seq`. */
export interface CaseRecord {
  case: CaseState;
  standing: Standing;
  deadlines: readonly Deadline[];
  steps: readonly RecordedStep[];
}
