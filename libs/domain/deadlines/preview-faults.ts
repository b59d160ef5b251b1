import { isLegalDate } from '../calendar/index.js';
import type { Refusal } from '../decide/refusal.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import type { LegalDate, Procedure } from '../vocabulary.js';
import { extensionRefusal, foundComplexity } from './extension.js';
import type { LedgerEntry } from './ledger.js';
import { EXPERTISE_ARTICLE, pauseArticle } from './pause-articles.js';
import { replay } from './replay.js';

/** What a reader may tell the calculator about a limit after its start. */
export type PreviewEntry = Extract<
  LedgerEntry,
  { type: 'suspended' | 'continued' | 'extended' | 'expertiseRequested' | 'expertiseReturned' }
>;

/** A limit that is being counted: its row, the course it runs under, the entries so far. */
export interface Counted {
  rule: LimitRule;
  procedure: Procedure;
  policy: Policy;
  entries: readonly LedgerEntry[];
}

/** What must stand last, of the two words of a pair, before an entry makes sense. */
const PAIRS = {
  suspended: { stop: 'suspended', back: 'continued', refusal: 'ledger.alreadySuspended' },
  continued: { stop: 'suspended', back: 'continued', refusal: 'ledger.notSuspended' },
  expertiseRequested: {
    stop: 'expertiseRequested',
    back: 'expertiseReturned',
    refusal: 'ledger.expertiseOpen',
  },
  expertiseReturned: {
    stop: 'expertiseRequested',
    back: 'expertiseReturned',
    refusal: 'ledger.noExpertise',
  },
} as const;

/** Why the next entry makes no sense after the entries so far, with the article where one says so; null when it does. */
export function entryFault(counted: Counted, entry: PreviewEntry): Refusal | null {
  const { on } = entry;
  const latest = counted.entries.at(-1)?.on as LegalDate;
  if (!isLegalDate(on)) return fault('date.doesNotExist', { on });
  if (on < latest) return fault('ledger.notInOrder', { on, latest });
  return entry.type === 'extended' ? extensionFault(counted, on) : pauseFault(counted, entry.type, on);
}

function extensionFault({ entries, procedure, policy, rule }: Counted, on: LegalDate): Refusal | null {
  const ledger = [...entries];
  const deadline = { ledger, procedure, state: 'running' as const };
  const refusal = extensionRefusal(deadline, foundComplexity(deadline), policy);
  if (refusal) {
    const { code, granted, allowed, article } = refusal;
    return fault(`extension.${code}`, { granted, allowed }, article);
  }
  const { due } = replay(ledger, policy, procedure);
  return due !== null && on > due ? fault('extension.afterLimit', { on, due }, rule.article) : null;
}

function pauseFault(counted: Counted, type: keyof typeof PAIRS, on: LegalDate): Refusal | null {
  const { rule, procedure, entries } = counted;
  const { stop, back, refusal } = PAIRS[type];
  const isExpertise = stop === 'expertiseRequested';
  const article = isExpertise ? EXPERTISE_ARTICLE : pauseArticle(procedure, on);
  if (isExpertise && procedure === 'denunciation' && rule.clock !== 'settle') {
    return fault('expertise.otherLimit', { on }, article);
  }
  const isOpen = entries.findLast((each) => each.type === stop || each.type === back)?.type === stop;
  return isOpen === (type === stop) ? fault(refusal, { on }, article) : null;
}

/** A refusal of the calculator: always a value that cannot be right, and nobody else could enter it. */
export function fault(code: string, params: Refusal['params'], source: string | null = null): Refusal {
  return { code, kind: 'invalid', params, source, whoCan: [] };
}
