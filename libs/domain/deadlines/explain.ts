import { cite } from './citation.js';
import type { Language, Sentences } from './phrase.js';
import type { Preview } from './preview.js';
import { ENGLISH } from './sentences-en.js';
import { VIETNAMESE } from './sentences-vi.js';

const SENTENCES: Record<Language, Sentences> = { vi: VIETNAMESE, en: ENGLISH };

/** The reasons of a due date, one phrase per step, each with the article it rests on. */
export function explainSteps({ steps }: Pick<Preview, 'steps'>, language: Language): string[] {
  return steps.map(({ code, params, source }) => {
    const sentence = SENTENCES[language][code](params);
    return source === null ? sentence : `${sentence} (${cite(source, language)})`;
  });
}

/**
 * The reasons of a due date as one sentence: "30 ngày kể từ ngày thụ lý 03/12/2026 (Luật Khiếu nại Điều 28);
 * ngày thứ 30 là thứ Bảy 02/01/2027; ...". Plain text; runs in a browser as well.
 */
export function explain(derivation: Pick<Preview, 'steps'>, language: Language): string {
  return explainSteps(derivation, language).join('; ');
}
