import type { LimitRule, Policy } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
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

/** The row of the law's table that a ledger runs under: the last one it names. @throws when the policy lacks it. */
export function ruleOfLedger(ledger: readonly LedgerEntry[], policy: Policy): LimitRule {
  const named = ledger.findLast(namesRule) ?? startOf(ledger);
  return ruleOf(policy, named.ruleId as string, named.ruleFrom as LegalDate);
}

function namesRule(entry: LedgerEntry): entry is Extract<LedgerEntry, { ruleFrom?: LegalDate }> {
  return 'ruleFrom' in entry && entry.ruleFrom !== undefined;
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
