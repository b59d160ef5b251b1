import type { Attention } from '#domain';
import type { Registration } from '../command-request.js';
import type { Reason } from './file-fault.js';
import { ATTENTION_REASONS } from './reasons.js';

/** Something about a row that a person must decide, with the words for the summary. */
export type PlannedAttention = Registration['attention'][number] & { reason: Reason };

/** One item of attention. `detail` says why, `candidates` among what to choose. */
export function attend(
  kind: Attention,
  column: string,
  value: string | null,
  candidates: readonly string[] = [],
  detail?: Reason,
): PlannedAttention {
  const { vi, en } = ATTENTION_REASONS[kind];
  const list = candidates.length > 0 ? `: ${candidates.join(', ')}` : '';
  const reason = detail
    ? { vi: `${vi} (${detail.vi})${list}`, en: `${en} (${detail.en})${list}` }
    : { vi: `${vi}${list}`, en: `${en}${list}` };
  return { kind, column, value, candidates: [...candidates], reason };
}
