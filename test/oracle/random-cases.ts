import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import { isClockRule, type LedgerEntry, type Policy, type Procedure, replay } from '#domain';
import { type Act, drafts, rowsOf } from './histories.js';
import { ledgerOf } from './history-pen.js';

/** How often each property is tried. */
export const RUNS = { numRuns: 3_000 };

export const policy = loadPolicy();

const limits = policy.limits.filter(isClockRule);
const rows = rowsOf(limits);

/** One clock with its whole history. */
export interface Case {
  procedure: Procedure;
  ledger: LedgerEntry[];
}

/** A clock of any row of the table with any history, under the calendar in force. */
export const cases: fc.Arbitrary<Case> = casesWith(() => true);

/** A clock that was started, paused, lengthened and met, with nothing set right or moved afterwards. */
export const plainCases = casesWith(
  ({ type }) => !['correction', 'cancellation', 'transition', 'decree'].includes(type),
);

function casesWith(wanted: (act: Act) => boolean): fc.Arbitrary<Case> {
  return drafts(rows.length, 1).map((draft) => {
    const row = rows[draft.row];
    if (row === undefined) throw new Error('The draft names a row that is not there');
    const setting = { ...row, limits, editions: [policy.calendar.edition] };
    return {
      procedure: row.procedure,
      ledger: ledgerOf({ ...draft, acts: draft.acts.filter(wanted) }, setting),
    };
  });
}

export function dueOf({ procedure, ledger }: Case, under: Policy = policy): string | null {
  return replay(ledger, under, procedure).due;
}

/** The ledger with entries put in at a place; corrections go on naming the entries that they named. */
export function inserted(
  ledger: readonly LedgerEntry[],
  at: number,
  ...entries: LedgerEntry[]
): LedgerEntry[] {
  const moved = ledger.map((entry) =>
    entry.type === 'corrected' && entry.entry >= at
      ? { ...entry, entry: entry.entry + entries.length }
      : entry,
  );
  return [...moved.slice(0, at), ...entries, ...moved.slice(at)];
}
