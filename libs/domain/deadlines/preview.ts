import { isLegalDate } from '../calendar/index.js';
import type { Refusal } from '../decide/refusal.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import type { Complexity, LegalDate, Limit, Procedure } from '../vocabulary.js';
import { findLimit } from './find-limit.js';
import type { Derivation, LedgerEntry } from './ledger.js';
import { entryFault, fault, type PreviewEntry } from './preview-faults.js';
import { replay } from './replay.js';

/** A question to the calculator: a limit, the event it starts with, and what happened since, in order of time. */
export interface PreviewQuestion {
  procedure: Procedure;
  clock: Limit;
  /** Day of the event; it is not counted itself. */
  from: LegalDate;
  complexity: Complexity;
  /** A remote area that is hard to reach. */
  remote: boolean;
  ledger: readonly PreviewEntry[];
}

/** The end of a limit with its reasons and the row it rests on; `due` is null while the clock stands still. */
export interface Preview {
  due: LegalDate | null;
  derivation: Derivation;
  rule: LimitRule;
}

/**
 * When a limit ends that no case has started. The findings hold from the start. Nonsense is refused with the reason
 * and the article: a limit that this procedure does not know or that was not in force, a date that does not exist,
 * entries out of order, a continuing of what was never suspended, an extension that the law does not know or that is
 * signed too late, expertise on a limit of a denunciation that it does not stop.
 */
export function previewDeadline(policy: Policy, question: PreviewQuestion): Preview | { refusal: Refusal } {
  const { procedure, clock, from, ledger } = question;
  if (!isLegalDate(from)) {
    return { refusal: { ...fault('date.doesNotExist', { on: from }), pointer: '/from' } };
  }
  const rule = findLimit(policy, clock, procedure, from);
  if (!rule) return { refusal: noLimit(policy, question) };
  const entries = beginning(question, rule, policy);
  for (const [index, entry] of ledger.entries()) {
    const refusal = entryFault({ rule, procedure, policy, entries }, entry);
    if (refusal) return { refusal: { ...refusal, pointer: `/ledger/${index}` } };
    entries.push(entry);
  }
  const derivation = replay(entries, policy, procedure);
  return { due: derivation.due, derivation, rule };
}

function beginning(question: PreviewQuestion, rule: LimitRule, policy: Policy): LedgerEntry[] {
  const { from, complexity, remote } = question;
  const { id: ruleId, effectiveFrom: ruleFrom } = rule;
  const { edition: calendarEdition } = policy.calendar;
  const started: LedgerEntry = { type: 'started', on: from, ruleId, ruleFrom, calendarEdition };
  if (complexity === 'none' && !remote) return [started];
  return [started, { type: 'complexityFound', on: from, complexity, remote }];
}

/** A limit that this kind of petition never has, or one that the table does not hold for that day. */
function noLimit({ limits }: Policy, { procedure, clock, from }: PreviewQuestion): Refusal {
  const editions = limits.filter((rule) => rule.clock === clock && rule.procedures.includes(procedure));
  const dates = editions.map(({ effectiveFrom }) => effectiveFrom);
  const first = dates.sort()[0];
  if (first === undefined) return { ...fault('limit.unknown', { clock, procedure }), pointer: '/clock' };
  const article = editions.find(({ effectiveFrom }) => effectiveFrom === first)?.article ?? null;
  return { ...fault('limit.notInForce', { clock, procedure, from, first }, article), pointer: '/from' };
}
