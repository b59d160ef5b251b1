import type { Clock, NoticeTemplate } from '#domain';

/** What a text may speak of: the number, the clock with its last day, the level. Never content, never people. */
export interface NoticeFacts {
  caseNumber: string;
  clock: Clock | null;
  /** Last legal day, `YYYY-MM-DD`. */
  due: string | null;
  level: number;
  /** Why the coordination office is told in the place of others, null when it is not. */
  fallback: FallbackReason | null;
}

/**
 * Why an audience was nobody: nobody holds the case, there is no higher agency, or the agency has
 * neither an officer nor an address.
 */
export const FALLBACK_REASONS = ['unassigned', 'topOfTree', 'nobodyThere'] as const;
export type FallbackReason = (typeof FALLBACK_REASONS)[number];

/** The words of one message in one language. */
export interface Wording {
  /** What happened, to follow the case number. */
  title: string | ((facts: NoticeFacts) => string);
  /** What is asked of the reader, in full sentences. */
  body: string | ((facts: NoticeFacts) => string);
}

/** Everything that messages need in one language. */
export interface Language {
  clocks: Record<Clock, string>;
  templates: Record<NoticeTemplate, Wording>;
  fallback: Record<FallbackReason, string>;
  theCase: (number: string) => string;
  dueLine: (clock: string, due: string) => string;
  /** One mail that stands for many. */
  digest: { title: (count: number) => string; intro: (count: number) => string };
  /** Heads the reasons of the date. */
  because: string;
  date: (day: string) => string;
  signIn: (link: string) => string;
  footer: string;
}
