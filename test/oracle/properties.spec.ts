import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import { type LedgerEntry, type Procedure, replay } from '#domain';
import { dayNumber, dayText } from './day-by-day.js';
import { decreed, drafts, ledgerOf, rowsOf } from './histories.js';

const RUNS = { numRuns: 3_000 };

const policy = loadPolicy();
const rows = rowsOf(policy.limits);

const ENDS: Record<string, string> = { suspended: 'continued', expertiseRequested: 'expertiseReturned' };

interface Case {
  procedure: Procedure;
  ledger: LedgerEntry[];
}

/** A clock of any row of the table with any history, under the calendar in force. */
const cases: fc.Arbitrary<Case> = drafts(rows.length, 1).map((draft) => {
  const { rule, procedure } = rows[draft.row] ?? { rule: undefined, procedure: undefined };
  if (rule === undefined) throw new Error('The draft names a row that is not there');
  return { procedure, ledger: ledgerOf(draft, rule, policy.calendar.edition) };
});

function dueOf({ procedure, ledger }: Case, under = policy): string | null {
  return replay(ledger, under, procedure).due;
}

function inserted(ledger: readonly LedgerEntry[], at: number, ...entries: LedgerEntry[]): LedgerEntry[] {
  return [...ledger.slice(0, at), ...entries, ...ledger.slice(at)];
}

/** The pauses of a ledger that have ended: the place of the first entry, and the word that ends it. */
function pausesOf(ledger: readonly LedgerEntry[]): { first: number; end: string }[] {
  return ledger.flatMap((entry, first) => {
    const end = ENDS[entry.type];
    const last = ledger.findIndex((later, place) => place > first && later.type === end);
    return end !== undefined && last > 0 ? [{ first, end }] : [];
  });
}

/** The ledger with an expert asked in place of every suspension, and the other way round. */
function exchanged(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  const other: Record<string, string> = {
    suspended: 'expertiseRequested',
    continued: 'expertiseReturned',
    expertiseRequested: 'suspended',
    expertiseReturned: 'continued',
  };
  return ledger.map((entry) => ({ ...entry, type: other[entry.type] ?? entry.type }) as LedgerEntry);
}

describe('a pause, whatever the history around it', () => {
  test.each(Object.entries(ENDS))('%s and %s on the same day change nothing', (begin, end) => {
    fc.assert(
      fc.property(cases, fc.nat(8), (one, place) => {
        const at = 1 + (place % one.ledger.length);
        const before = one.ledger.slice(0, at).map(({ type }) => type as string);
        fc.pre(before.lastIndexOf(begin) <= before.lastIndexOf(end));
        const on = one.ledger[at - 1]?.on ?? '';
        const pause = [begin, end].map((type) => ({ type, on }) as LedgerEntry);
        expect(dueOf({ ...one, ledger: inserted(one.ledger, at, ...pause) })).toBe(dueOf(one));
      }),
      RUNS,
    );
  });

  test('in two pieces is the same pause, also when it waits for an expert', () => {
    const paused = cases.filter(({ ledger }) => pausesOf(ledger).length > 0);
    fc.assert(
      fc.property(paused, fc.nat(8), fc.nat(100), (one, choice, part) => {
        const pauses = pausesOf(one.ledger);
        const { first, end } = pauses[choice % pauses.length] ?? { first: 0, end: '' };
        const begin = one.ledger[first] as LedgerEntry;
        const next = one.ledger[first + 1] as LedgerEntry;
        const on = dayText(dayNumber(begin.on) + (part % (dayNumber(next.on) - dayNumber(begin.on) + 1)));
        const cut = [end, begin.type].map((type) => ({ type, on }) as LedgerEntry);
        expect(dueOf({ ...one, ledger: inserted(one.ledger, first + 1, ...cut) })).toBe(dueOf(one));
      }),
      RUNS,
    );
  });
});

describe('the time of expertise', () => {
  test('weighs on a denunciation exactly what a suspension weighs', () => {
    const denunciations = cases.filter(({ procedure }) => procedure === 'denunciation');
    fc.assert(
      fc.property(denunciations, (one) => {
        expect(dueOf({ ...one, ledger: exchanged(one.ledger) })).toBe(dueOf(one));
      }),
      RUNS,
    );
  });

  test('is nothing to the clock of any other procedure', () => {
    const others = cases.filter(({ procedure }) => procedure !== 'denunciation');
    fc.assert(
      fc.property(others, (one) => {
        const without = one.ledger.filter(({ type }) => !type.startsWith('expertise'));
        expect(dueOf({ ...one, ledger: without })).toBe(dueOf(one));
      }),
      RUNS,
    );
  });
});

describe('a decree', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 10 });

  function under(one: Case, kind: 'off' | 'worked', after: readonly number[]): string {
    const start = dayNumber(one.ledger[0]?.on ?? '');
    const further = { off: [], worked: [], [kind]: after.map((day) => start + day) };
    const calendar = decreed(policy.calendar, { edition: 'decreed', ...further });
    return dueOf(one, { ...policy, calendar }) ?? 'none';
  }

  test('of further days off never makes a date earlier, on any row and with any pauses', () => {
    fc.assert(
      fc.property(cases, days, (one, off) => {
        expect(under(one, 'off', off) >= (dueOf(one) ?? 'none')).toBe(true);
      }),
      RUNS,
    );
  });

  test('of worked Saturdays and Sundays never makes a date later', () => {
    fc.assert(
      fc.property(cases, days, (one, worked) => {
        expect(under(one, 'worked', worked) <= (dueOf(one) ?? 'none')).toBe(true);
      }),
      RUNS,
    );
  });
});
