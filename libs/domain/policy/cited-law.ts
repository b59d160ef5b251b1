import type { LegalDate } from '../vocabulary.js';
import type { LawVersion } from './law.js';
import type { Certainty } from './policy.js';

/**
 * Day on which the law came into force that a citation names first; null when no version of the law introduces it.
 * What an amendment has added counts from the amendment: `… Điều 28b (bổ sung bởi Nghị định 155/2026/NĐ-CP …)`.
 * So does what it has changed, where the text before it was not read.
 */
export function citedSince(
  { article, certainty }: { article: string | null; certainty: Certainty },
  versions: readonly LawVersion[],
): LegalDate | null {
  const [first = ''] = (article ?? '').split(';');
  const [, added] = first.split(certainty === 'secondary' ? /(?:bổ sung|sửa) bởi / : 'bổ sung bởi ');
  return sinceOf(added ?? first, versions);
}

/** Rank of a citation: a law stands over a decree, a decree over what is neither. */
export function rankOf(article: string): number {
  return ['Nghị định', 'Luật'].findIndex((rank) => article.startsWith(rank)) + 1;
}

function sinceOf(text: string, versions: readonly LawVersion[]): LegalDate | null {
  const found = versions.find(({ laws }) =>
    laws.some(
      ({ name, change }) => change === 'new' && (text.startsWith(numberOf(name)) || opens(text, name)),
    ),
  );
  return found?.version ?? null;
}

/** The name as far as its number and year, without the body that made it: `Luật … 87/2015`. */
function numberOf(name: string): string {
  return name.replace(/(\d+\/\d{4}).*$/, '$1');
}

/** Articles leave out the number of the great laws: `Luật Khiếu nại Điều 28`. */
function opens(text: string, name: string): boolean {
  return text.startsWith(`${name.replace(/ \d+\/\d+\S*$/, '')} Điều`);
}
