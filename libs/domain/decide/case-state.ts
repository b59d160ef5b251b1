import type { CaseFacts, ChartState } from '../charts/index.js';
import type { Actor, Command } from '../commands.js';
import type { Deadline } from '../deadlines/ledger.js';
import type { Policy } from '../policy/policy.js';
import type { Clock, Headline, InstantText, LegalDate, Outcome, Procedure, Role } from '../vocabulary.js';
import type { NoticeOrder } from './notices.js';
import type { Refusal } from './refusal.js';

/** A case as `decide` needs it: where it stands, what its guards ask about, who holds it. */
export interface CaseState {
  id: string;
  number: string;
  procedure: Procedure;
  procedureVersion: number;
  state: ChartState;
  facts: CaseFacts;
  version: number;
  deskAgencyCode: string;
  agencyCode: string | null;
}

/** All that `decide` looks at. Time and randomness are arguments. */
export interface Situation {
  /** The case before the command; for `register`, only the number and ids it is to have. */
  case: CaseState;
  deadlines: readonly Deadline[];
  command: Command;
  actor: Actor;
  now: InstantText;
  policy: Policy;
  newId: () => string;
}

/** What an act did that its payload does not say: the step of the ladder that rang, the dates that a recount moved. */
export type Noted = Readonly<Record<string, string | number | readonly MovedDate[]>>;

/** The last day of a clock before and after it was counted anew; null while it stands still. */
export interface MovedDate {
  clock: Clock;
  was: LegalDate | null;
  is: LegalDate | null;
}

/** New state and effects of an accepted command, as data; the door stores them. */
export interface Decision {
  case: CaseState;
  handlingFrom: string | null;
  handling: string;
  supervision: string;
  headline: Headline;
  ownerRole: Role | null;
  /** Every clock of the case after the command. */
  deadlines: Deadline[];
  notices: NoticeOrder[];
  /** What the history notes beside the command's own payload: the step of the ladder that rang. */
  noted: Noted;
  /** Day the act took legal effect. */
  legalOn: LegalDate;
  /** Article the act rests on. */
  source: string | null;
  /** Set when the command ended the case. */
  ending: { outcome: Outcome; on: LegalDate; summary: string | null; settledInTime: boolean | null } | null;
}

export type Verdict = { ok: true; decision: Decision } | { ok: false; refusal: Refusal };
