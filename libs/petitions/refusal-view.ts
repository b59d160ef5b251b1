import type { RefusalView } from '#contract';
import { type Refusal, refusalText } from '#domain';

/** A refusal as the outside reads it: code, words in both languages, law, and who can. */
export function refusalView(refusal: Refusal): RefusalView {
  const { code, source, whoCan } = refusal;
  return { code, message: refusalText(refusal), source, whoCan: [...whoCan] };
}
