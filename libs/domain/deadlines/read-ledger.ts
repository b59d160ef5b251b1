import type { ClockRule, Policy } from '../policy/policy.js';
import { ruleOf } from './find-limit.js';
import type { LedgerEntry } from './ledger.js';

type Started = Extract<LedgerEntry, { type: 'started' }>;
type Corrected = Extract<LedgerEntry, { type: 'corrected' }>;

/** The entry a ledger begins with. @throws when it begins with another one. */
export function startOf(ledger: readonly LedgerEntry[]): Started {
  const [first] = ledger;
  if (first?.type !== 'started') throw new Error('The ledger of a clock begins with the entry "started"');
  return first;
}

/** The calendar edition that a ledger is counted under: the last one it names. */
export function editionOf(ledger: readonly LedgerEntry[]): string {
  const changed = ledger.findLast((entry) => entry.type === 'calendarChanged');
  return changed?.type === 'calendarChanged' ? changed.calendarEdition : startOf(ledger).calendarEdition;
}

/**
 * The row of the law's table that a ledger runs under: the one a transition rule moved it to, else the one of its
 * start. A correction of the start does not undo a transition, which reaches every open case. @throws when the policy
 * lacks the row.
 */
export function ruleOfLedger(ledger: readonly LedgerEntry[], policy: Policy): ClockRule {
  const moved = ledger.findLast((entry) => entry.type === 'ruleChanged');
  return moved?.type === 'ruleChanged'
    ? ruleOf(policy, moved.ruleId, moved.ruleFrom)
    : ruleOfStart(ledger, policy);
}

/** The row a ledger was started under, on the day that is right. @throws when the policy lacks it. */
export function ruleOfStart(ledger: readonly LedgerEntry[], policy: Policy): ClockRule {
  const corrected = ledger.findLast((entry) => entry.type === 'corrected' && entry.ruleFrom !== undefined);
  const named = (corrected as Started | undefined) ?? startOf(ledger);
  return ruleOf(policy, named.ruleId, named.ruleFrom);
}

/** The ledger with each corrected entry on the day it really happened; the corrections themselves stay in it. */
export function asCorrected(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const corrections = ledger.filter((entry): entry is Corrected => entry.type === 'corrected');
  if (corrections.length === 0) return ledger;
  const entries = [...ledger];
  for (const { entry, is } of corrections) {
    const wrong = entries[entry];
    if (wrong) entries[entry] = { ...wrong, on: is };
  }
  return entries;
}
