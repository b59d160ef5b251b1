import { isLegalDate } from '../calendar/index.js';
import { isTimeOfDay } from '../calendar/office-hours.js';
import type { Refusal } from '../decide/refusal.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import type { Complexity, LegalDate, Limit, Procedure } from '../vocabulary.js';
import { countOnce } from './count-once.js';
import { findLimit, isClockRule } from './find-limit.js';
import type { DerivationStep, LedgerEntry } from './ledger.js';
import { entryFault, fault, type PreviewEntry } from './preview-faults.js';
import { replay } from './replay.js';

/** A question to the calculator: a limit, the event it starts with, and what happened since, in order of time. */
export interface PreviewQuestion {
  procedure: Procedure;
  clock: Limit;
  /** Day of the event; it is not counted itself. */
  from: LegalDate;
  /** Time of the event as `HH:MM`, for a limit in hours. */
  at?: string | undefined;
  complexity: Complexity;
  /** A remote area that is hard to reach. */
  remote: boolean;
  ledger: readonly PreviewEntry[];
}

/** The end of a limit with its reasons and the row it rests on. */
export interface Preview {
  /** Null while the clock stands still. */
  due: LegalDate | null;
  /** `HH:MM` for a limit in hours; null for one in days, which ends at 24:00. */
  dueTime: string | null;
  provisional: boolean;
  steps: readonly DerivationStep[];
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
  if (!isClockRule(rule)) return previewOnce(policy, question, rule);
  const entries = beginning(question, rule, policy);
  for (const [index, entry] of ledger.entries()) {
    const refusal = entryFault({ rule, procedure, policy, entries }, entry);
    if (refusal) return { refusal: { ...refusal, pointer: `/ledger/${index}` } };
    entries.push(entry);
  }
  const { due, provisional, steps } = replay(entries, policy, procedure);
  return { due, dueTime: null, provisional, steps, rule };
}

/** A limit that no clock runs under has one event and nothing that could happen to it since. */
function previewOnce(
  policy: Policy,
  { from, at, ledger }: PreviewQuestion,
  rule: LimitRule,
): Preview | { refusal: Refusal } {
  const isInHours = rule.dayKind === 'hour' || rule.dayKind === 'workingHour';
  if (ledger.length > 0) {
    return { refusal: { ...fault('ledger.countedOnce', {}, rule.article), pointer: '/ledger/0' } };
  }
  if (isInHours && !isTimeOfDay(at)) return { refusal: { ...fault('time.missing', {}), pointer: '/at' } };
  return { ...countOnce(policy, rule, { date: from, time: at ?? '00:00' }), rule };
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
