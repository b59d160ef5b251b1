import {
  CLOCKS,
  type Clock,
  type Derivation,
  explainSteps,
  type NoticeTemplate,
  type Procedure,
} from '#domain';
import { discreet } from './discreet.js';
import { ENGLISH } from './english.js';
import { VIETNAMESE } from './vietnamese.js';
import {
  FALLBACK_REASONS,
  type FallbackReason,
  type Language,
  type NoticeFacts,
  type Wording,
} from './wording.js';

/** What a notice keeps for its text; read back from the record as it was stored. */
export type NoticeParams = Readonly<Record<string, string | number>>;

export interface BilingualText {
  vi: string;
  en: string;
}

/** How the date of a message is counted, and the procedure that its law names. */
export interface Counting {
  derivation: Derivation;
  procedure: Procedure;
}

/** The reasons of a date, line by line; both empty where a message names no date. */
interface BilingualLines {
  vi: string[];
  en: string[];
}

/** Title and body of a message in both languages, and the reasons of the date it names, for the screen. */
export function renderNotice(
  template: NoticeTemplate,
  params: NoticeParams,
  counting: Counting | null,
): { title: BilingualText; body: BilingualText; due: BilingualText; explanation: BilingualLines } {
  const facts = factsOf(params);
  return {
    title: {
      vi: title(VIETNAMESE, template, facts),
      en: title(ENGLISH, template, facts),
    },
    body: {
      vi: body(VIETNAMESE, template, facts),
      en: body(ENGLISH, template, facts),
    },
    due: { vi: dueLine(VIETNAMESE, facts), en: dueLine(ENGLISH, facts) },
    explanation: linesOf(counting?.derivation),
  };
}

function linesOf(derivation: Derivation | undefined): BilingualLines {
  if (!derivation) return { vi: [], en: [] };
  return { vi: explainSteps(derivation, 'vi'), en: explainSteps(derivation, 'en') };
}

/**
 * The e-mail of a message: Vietnamese first, English below, each with the reasons of the date it names. It tells a
 * passer-by nothing but a number and dates; what the case is about is behind the sign-in, and a denunciation is not
 * even named as one.
 * @param link address of the case in the web application.
 */
export function renderMail(
  template: NoticeTemplate,
  params: NoticeParams,
  link: string,
  counting: Counting | null,
): { subject: string; text: string } {
  const notice = renderNotice(template, params, counting && outside(counting));
  const part = (language: Language, code: 'vi' | 'en') =>
    [
      notice.title[code],
      notice.body[code],
      ...reasons(language, notice.explanation[code]),
      language.signIn(link),
      language.footer,
    ].join('\n\n');
  return {
    subject: `[Dân Nguyện] ${notice.title.vi}`,
    text: [part(VIETNAMESE, 'vi'), part(ENGLISH, 'en')].join('\n\n----------\n\n'),
  };
}

function outside({ derivation, procedure }: Counting): Counting {
  return { procedure, derivation: procedure === 'denunciation' ? discreet(derivation) : derivation };
}

function reasons(language: Language, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [[language.because, ...lines.map((line, index) => `${index + 1}. ${line}`)].join('\n')];
}

function title(language: Language, template: NoticeTemplate, facts: NoticeFacts): string {
  return `${language.theCase(facts.caseNumber)}: ${say(language.templates[template].title, facts)}`;
}

function body(language: Language, template: NoticeTemplate, facts: NoticeFacts): string {
  const { fallback } = facts;
  return [
    say(language.templates[template].body, facts),
    dueLine(language, facts),
    fallback ? language.fallback[fallback] : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Empty where there is no date: that a decision takes force is no limit that anybody must keep. */
function dueLine(language: Language, { clock, due }: NoticeFacts): string {
  return clock && due && clock !== 'legalForce'
    ? language.dueLine(language.clocks[clock], language.date(due))
    : '';
}

function say(words: Wording['title'], facts: NoticeFacts): string {
  return typeof words === 'string' ? words : words(facts);
}

function factsOf(params: NoticeParams): NoticeFacts {
  return {
    caseNumber: String(params.caseNumber ?? ''),
    clock: oneOf(CLOCKS, params.clock) as Clock | null,
    due: params.due ? String(params.due) : null,
    level: Number(params.level ?? 0),
    fallback: oneOf(FALLBACK_REASONS, params.fallback) as FallbackReason | null,
  };
}

function oneOf(words: readonly string[], value: unknown): string | null {
  return words.find((word) => word === value) ?? null;
}
