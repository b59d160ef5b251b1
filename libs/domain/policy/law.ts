import type { CaseCommandName } from '../commands.js';
import type { LegalDate, Limit, Procedure } from '../vocabulary.js';
import type { Certainty } from './certainty.js';

/** What becomes of a matter of an open case when a new law comes: it follows the new law, keeps the old one, or a person decides. */
export const TRANSITION_FATES = ['moves', 'stays', 'person'] as const;
export type TransitionFate = (typeof TRANSITION_FATES)[number];

/** A command that the law may speak of. */
export type LegalAct = CaseCommandName | 'register';

/** What a transition rule is about. */
export interface TransitionMatter {
  acts: readonly LegalAct[];
  clocks: readonly Limit[];
  /** The agency that holds the case is no more. */
  holder?: boolean;
  /** A request of a supervising body that nobody has answered. */
  openRequest?: boolean;
  /** Only cases that were accepted before the law came. */
  acceptedOnly?: boolean;
}

/** How a new law treats the cases that are open when it comes. */
export interface LawTransition {
  /** Unique within its version. */
  id: string;
  procedures: readonly Procedure[];
  matter: TransitionMatter;
  fate: TransitionFate;
  /** Null where no transition article was read; `certainty` is then a setting. */
  article: string | null;
  certainty: Certainty;
  note: { vi: string; en: string };
}

/** The law as it stands from a day on until the next version. */
export interface LawVersion {
  /** Date of effect; names the version. */
  version: LegalDate;
  title: { vi: string; en: string };
  laws: readonly { name: string; change: 'new' | 'amended' | 'replaced' }[];
  summary: { vi: string; en: string };
  source: string;
  certainty: Certainty;
  transitions: readonly LawTransition[];
}

/** The article that an act rests on, valid from a date. */
export interface ActRow {
  command: LegalAct;
  procedures: readonly Procedure[];
  /** Null where no article was found; `certainty` is then a setting. */
  article: string | null;
  /** Which day picks the row: that of the law the case keeps, or that of the act itself. */
  follows: 'case' | 'act';
  /** True when the law knew no such act before this row. */
  newAct?: boolean;
  source: string;
  certainty: Certainty;
  effectiveFrom: LegalDate;
  effectiveTo: LegalDate | null;
}
