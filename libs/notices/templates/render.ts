import { CLOCKS, type Clock, type NoticeTemplate } from '#domain';
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

/** Title and body of a message in both languages, for the screen. */
export function renderNotice(
  template: NoticeTemplate,
  params: NoticeParams,
): { title: BilingualText; body: BilingualText } {
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
  };
}

/**
 * The e-mail of a message: Vietnamese first, English below. It tells a passer-by nothing but a number and a
 * date; what the case is about is behind the sign-in.
 * @param link address of the case in the web application.
 */
export function renderMail(
  template: NoticeTemplate,
  params: NoticeParams,
  link: string,
): { subject: string; text: string } {
  const notice = renderNotice(template, params);
  const part = (language: Language, heading: string, text: string) =>
    [heading, text, language.signIn(link), language.footer].join('\n\n');
  return {
    subject: `[Dân Nguyện] ${notice.title.vi}`,
    text: [
      part(VIETNAMESE, notice.title.vi, notice.body.vi),
      part(ENGLISH, notice.title.en, notice.body.en),
    ].join('\n\n----------\n\n'),
  };
}

function title(language: Language, template: NoticeTemplate, facts: NoticeFacts): string {
  return `${language.theCase(facts.caseNumber)}: ${say(language.templates[template].title, facts)}`;
}

function body(language: Language, template: NoticeTemplate, facts: NoticeFacts): string {
  const { clock, due, fallback } = facts;
  return [
    say(language.templates[template].body, facts),
    ...(clock && due ? [language.dueLine(language.clocks[clock], language.date(due))] : []),
    ...(fallback ? [language.fallback[fallback]] : []),
  ].join(' ');
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
