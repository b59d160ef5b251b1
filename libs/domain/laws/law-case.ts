import type { CommandName } from '../commands.js';
import type { Deadline, Phrase } from '../deadlines/index.js';
import type { TransitionFate } from '../policy/law.js';
import type { LegalDate, Limit, Procedure } from '../vocabulary.js';

/** An office by code and name. */
export interface NamedAgency {
  code: string;
  name: string;
}

/** An open case as a change of law looks at it. */
export interface LawCase {
  procedure: Procedure;
  /** Path in the handling region, such as `assigned.verifying`. */
  handling: string;
  /** Day whose law the case keeps, see `lawOfCase`. */
  law: LegalDate | null;
  isAccepted: boolean;
  dialogueHeld: boolean;
  /** A supervising body waits for an answer. */
  urgeIsOpen: boolean;
  deadlines: readonly Pick<Deadline, 'clock' | 'procedure' | 'state' | 'ledger'>[];
  /** Who holds the case; `validTo` is the last day of an agency that is no more. */
  holder: (NamedAgency & { validTo: LegalDate | null; successors: readonly NamedAgency[] }) | null;
}

/** What a new law means for an open case, the gravest first. */
export const CASE_FATES = ['needsPerson', 'movesAutomatically', 'stays', 'unchanged'] as const;
export type CaseFate = (typeof CASE_FATES)[number];

/** One thing that differs between two versions of the law for a case. */
export interface LawReason {
  matter: 'clock' | 'act' | 'holder' | 'request';
  /** The clock or act by name; the agency by code; null for an open request. */
  name: Limit | CommandName | string | null;
  fate: TransitionFate;
  /** Article of the transition rule; null where none was read. */
  article: string | null;
  text: Phrase;
}

/** What comes of a case when the law changes. */
export interface LawComparison {
  fate: CaseFate;
  reasons: LawReason[];
  /** The one agency that takes the case over; null when its holder stays or nobody can say. */
  successor: NamedAgency | null;
}
