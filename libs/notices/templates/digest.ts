import type { NoticeTemplate } from '#domain';
import { ENGLISH } from './english.js';
import { type NoticeParams, renderNotice } from './render.js';
import { VIETNAMESE } from './vietnamese.js';
import type { Language } from './wording.js';

/** A message as a line of a digest. */
interface Listed {
  template: NoticeTemplate;
  params: NoticeParams;
  /** Day of the event, `YYYY-MM-DD`. */
  writtenOn: string;
}

/**
 * The one e-mail that stands for many which could not be sent in time: number, headline and limit of each, in the
 * order of events, Vietnamese first. As discreet as a single mail: no reasons, no content, no people.
 * @param link address of the reader's own list in the web application.
 */
export function renderDigest(listed: readonly Listed[], link: string): { subject: string; text: string } {
  const part = (language: Language, code: 'vi' | 'en') =>
    [
      language.digest.intro(listed.length),
      listed.map((each, index) => `${index + 1}. ${line(language, code, each)}`).join('\n'),
      language.signIn(link),
      language.footer,
    ].join('\n\n');
  return {
    subject: `[Dân Nguyện] ${VIETNAMESE.digest.title(listed.length)}`,
    text: [part(VIETNAMESE, 'vi'), part(ENGLISH, 'en')].join('\n\n----------\n\n'),
  };
}

function line(language: Language, code: 'vi' | 'en', { template, params, writtenOn }: Listed): string {
  const { title, due } = renderNotice(template, params, null);
  return [`${language.date(writtenOn)} – ${title[code]}.`, due[code]].filter(Boolean).join(' ');
}
