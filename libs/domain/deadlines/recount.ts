import type { LimitRule, Policy } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { isClosed, withEntry } from './append.js';
import { findLimit, inForce } from './find-limit.js';
import { alarmsOf } from './ladder.js';
import type { Deadline, LedgerEntry } from './ledger.js';
import { asCorrected, editionOf, ruleOfLedger, ruleOfStart } from './read-ledger.js';
import { replay } from './replay.js';

/*
 * What counts a clock anew after the fact: a decree on the calendar, the transition rule of a new law, a date that was
 * recorded wrongly. Each is an entry of the ledger; a closed clock is never recounted, so a verdict once given stands.
 */

/**
 * Counts an open clock under the calendar in force; the same object when that moves neither its due date nor an alarm
 * to come.
 */
export function changeCalendar(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  const { edition: calendarEdition } = policy.calendar;
  if (isClosed(deadline) || editionOf(deadline.ledger) === calendarEdition) return deadline;
  const next = withEntry(deadline, { type: 'calendarChanged', on, calendarEdition }, policy);
  return isUntouched(deadline, next, policy) ? deadline : next;
}

/** True when the other calendar moves neither the due date nor an alarm to come, and leaves the date as official as it was. */
function isUntouched(before: Deadline, next: Deadline, policy: Policy): boolean {
  const notRung = before.nextStep ?? Number.POSITIVE_INFINITY;
  const toCome = (deadline: Deadline) =>
    alarmsOf(deadline, policy).flatMap(({ step, at }) => (step >= notRung ? [`${step} ${at}`] : []));
  const isProvisional = ({ ledger, procedure }: Deadline) => replay(ledger, policy, procedure).provisional;
  return (
    before.due === next.due &&
    before.nextStep === next.nextStep &&
    toCome(before).join() === toCome(next).join() &&
    isProvisional(before) === isProvisional(next)
  );
}

/** Moves an open clock to another row of the law's table, as a transition rule says. */
export function changeRule(
  deadline: Deadline,
  { on, rule, article }: { on: LegalDate; rule: LimitRule; article: string | null },
  policy: Policy,
): Deadline {
  const { id: ruleId, effectiveFrom: ruleFrom } = rule;
  const held = ruleOfLedger(deadline.ledger, policy);
  if (isClosed(deadline) || (held.id === ruleId && held.effectiveFrom === ruleFrom)) return deadline;
  return withEntry(deadline, { type: 'ruleChanged', on, ruleId, ruleFrom, article }, policy);
}

/** Entries that are about the ledger itself and no act of the office. */
const REMARKS: readonly LedgerEntry['type'][] = ['calendarChanged', 'ruleChanged', 'corrected'];

/** A date that was recorded wrongly: the entry of this type on the day `was` happened on `is`. */
export interface DateCorrection {
  /** Day of the correction. */
  on: LegalDate;
  type: LedgerEntry['type'];
  was: LegalDate;
  is: LegalDate;
  reason: string;
}

/**
 * Corrects a date in an open clock by one more entry; a start on another day runs under the row of that day.
 * @returns null when the ledger has no such act, when the acts would no longer be in order, when the right day is yet
 *   to come, or when the policy holds no limit for it.
 */
export function correctDeadline(
  deadline: Deadline,
  correction: DateCorrection,
  policy: Policy,
): Deadline | null {
  const { on, type, was, is, reason } = correction;
  const entries = asCorrected(deadline.ledger);
  const entry = entries.findLastIndex((each) => each.type === type && each.on === was);
  const isAct = entry >= 0 && !REMARKS.includes(type);
  if (isClosed(deadline) || !isAct || was === is || is > on || !keepsOrder(entries, entry, is)) return null;
  const rule = entry === 0 ? rowOn(deadline, is, policy) : undefined;
  if (entry === 0 && !rule) return null;
  const row = rule && { ruleId: rule.id, ruleFrom: rule.effectiveFrom };
  const corrected: LedgerEntry = { type: 'corrected', on, entry, was, is, reason, ...row };
  return withEntry(deadline, corrected, policy);
}

/** The row a clock would have started under on another day: its own while that holds. */
function rowOn({ ledger, clock, procedure }: Deadline, on: LegalDate, policy: Policy): LimitRule | undefined {
  const held = ruleOfStart(ledger, policy);
  return inForce(held, on) ? held : findLimit(policy, clock, procedure, on);
}

/** Acts stand in the order in which they were recorded: a corrected one may not pass its neighbours. */
function keepsOrder(entries: readonly LedgerEntry[], index: number, is: LegalDate): boolean {
  const acts = (part: readonly LedgerEntry[]) => part.filter(({ type }) => !REMARKS.includes(type));
  const before = acts(entries.slice(0, index)).at(-1)?.on;
  const after = acts(entries.slice(index + 1))[0]?.on;
  return (before === undefined || before <= is) && (after === undefined || is <= after);
}
