import type { LawPreview, LawPreviewBody, LawPreviewItem } from '#contract';
import { type CaseFate, cite, type LegalDate } from '#domain';
import type { Office } from '../office.js';
import { readCursor, writeCursor } from '../questions/cursor.js';
import { type ComparedCase, compareCases, isLawVersion } from './compare-cases.js';

type Counts = NonNullable<LawPreview['counts']>;

/**
 * What a version of the law means for every open case. The first page carries the figures and reads all cases; a
 * later one reads only as far as it must.
 * @returns null when there is no such version.
 */
export async function previewLaw(
  office: Office,
  version: LegalDate,
  { fate, cursor, limit }: LawPreviewBody,
): Promise<LawPreview | null> {
  if (!(await isLawVersion(office, version))) return null;
  const position = cursor ? readCursor(cursor) : null;
  const counts = new Map<string, Counts[number]>();
  const items: LawPreviewItem[] = [];
  let hasMore = false;
  for await (const compared of compareCases(office, version, position?.id ?? null)) {
    if (!position) count(counts, compared);
    if (!isShown(compared.comparison.fate, fate)) continue;
    hasMore = items.length === limit;
    if (!hasMore) items.push(itemOf(compared));
    else if (position) break;
    else continue;
  }
  const last = items.at(-1);
  return {
    version,
    items,
    nextCursor:
      last && items.length === limit && hasMore ? writeCursor({ value: null, id: last.caseId }) : null,
    ...figures(position === null, [...counts.values()]),
  };
}

function isShown(fate: CaseFate, asked: CaseFate | undefined): boolean {
  return asked ? fate === asked : fate !== 'unchanged';
}

const NONE = { needsPerson: 0, movesAutomatically: 0, stays: 0, unchanged: 0 };

function count(counts: Map<string, Counts[number]>, { agency, law, comparison }: ComparedCase): void {
  const { procedure } = law;
  const key = `${agency?.code ?? ''} ${procedure}`;
  const row = counts.get(key) ?? {
    agencyCode: agency?.code ?? null,
    agencyName: agency?.name ?? null,
    procedure,
    ...NONE,
  };
  counts.set(key, { ...row, [comparison.fate]: row[comparison.fate] + 1 });
}

function figures(isFirstPage: boolean, rows: Counts): Pick<LawPreview, 'totals' | 'counts'> {
  if (!isFirstPage) return { totals: null, counts: null };
  const totals = { ...NONE };
  for (const row of rows) for (const fate of Object.keys(NONE) as CaseFate[]) totals[fate] += row[fate];
  const weight = ({ needsPerson, movesAutomatically, stays }: Counts[number]) =>
    needsPerson * 1e12 + movesAutomatically * 1e6 + stays;
  return { totals, counts: rows.sort((a, b) => weight(b) - weight(a)) };
}

function itemOf({ id, number, agency, law, comparison }: ComparedCase): LawPreviewItem {
  const { fate, reasons, successor } = comparison;
  return {
    caseId: id,
    caseNumber: number,
    procedure: law.procedure,
    agencyCode: agency?.code ?? null,
    agencyName: agency?.name ?? null,
    fate,
    successor,
    reasons: reasons.map(({ article, ...reason }) => ({
      ...reason,
      article: article === null ? null : { vi: article, en: cite(article, 'en') },
    })),
  };
}
