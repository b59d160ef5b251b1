import type { DecreePreview, DecreeState, DecreeView } from '#contract';
import { instantText } from '#database';
import { type CalendarEdition, composeEdition, type Decree, type Refusal } from '#domain';
import type { Office } from '../office.js';
import type { Executor } from '../policies.js';

/** A decree as the record keeps it. */
export interface DecreeRecord {
  id: string;
  state: DecreeState;
  content: Decree;
  preview: DecreePreview | null;
  /** Calendar edition that was in force when the preview was made. */
  previewedUnder: string | null;
  draftedAt: string;
  appliedAt: string | null;
  retractedAt: string | null;
  /** Calendar edition that was in force before the decree was applied or retracted last. */
  replacedEdition: string | null;
  /** The last case that was counted anew, while a decree is being applied or retracted. */
  recountedThrough: string | null;
  /** Cases counted anew so far. */
  recounted: number;
}

/** What came of an act on a decree: where it stands now, or why not. */
export type DecreeOutcome = { ok: true; decree: DecreeView } | { ok: false; refusal: Refusal };

const COLUMNS = `id, state, content, preview, previewed_under as "previewedUnder",
  ${instantText('drafted_at')} as "draftedAt", ${instantText('applied_at')} as "appliedAt",
  ${instantText('retracted_at')} as "retractedAt", replaced_edition as "replacedEdition",
  recounted_through as "recountedThrough", recounted`;

/** Every decree, the latest signed first. */
export async function readDecrees(executor: Executor): Promise<DecreeRecord[]> {
  const { rows } = await executor.query<DecreeRecord>(
    `select ${COLUMNS} from decree order by content ->> 'signedOn' desc, drafted_at desc, id`,
  );
  return rows;
}

/** The calendar of this build under the decrees in force; one that is being retracted is in force no more. */
export function calendarUnder(
  { policies }: Pick<Office, 'policies'>,
  decrees: readonly Pick<DecreeRecord, 'state' | 'content'>[],
): CalendarEdition {
  const inForce = decrees.filter(({ state }) => state === 'applying' || state === 'applied');
  return composeEdition(
    policies.built.calendar,
    inForce.map(({ content }) => content),
  );
}

/** The decrees as they would stand with one of them in another state. */
export function withState(decrees: readonly DecreeRecord[], id: string, state: DecreeState): DecreeRecord[] {
  return decrees.map((decree) => (decree.id === id ? { ...decree, state } : decree));
}

/** A decree for its readers; a preview made under another calendar is none any more. */
export function decreeView(decree: DecreeRecord, editionInForce: string): DecreeView {
  const { id, state, content, draftedAt, appliedAt, retractedAt, recounted } = decree;
  const isCurrent = decree.previewedUnder === editionInForce;
  return {
    id,
    state,
    ...content,
    daysOff: content.daysOff.map((day) => ({ swapped: false, ...day })),
    workingDays: [...content.workingDays],
    takenOut: [...content.takenOut],
    officialYears: [...content.officialYears],
    draftedAt,
    appliedAt,
    retractedAt,
    recounted,
    preview: isCurrent ? decree.preview : null,
  };
}

/** A refusal that concerns a decree. */
export function refuse(
  code: string,
  kind: Refusal['kind'],
  params: Refusal['params'] = {},
  pointer?: string,
): { ok: false; refusal: Refusal } {
  return {
    ok: false,
    refusal: { code, kind, params, source: null, whoCan: [], ...(pointer && { pointer }) },
  };
}
