import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LedgerEntry, replay, workingCalendar } from '#domain';
import { decreed } from './decrees.js';
import { type Case, cases, dueOf, inserted, plainCases, policy, RUNS } from './random-cases.js';
import { dayNumber, dayText } from './wall-calendar.js';

const ENDS: Record<string, string> = { suspended: 'continued', expertiseRequested: 'expertiseReturned' };

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
      fc.property(plainCases, fc.nat(9), (one, place) => {
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
    const paused = plainCases.filter(({ ledger }) => pausesOf(ledger).length > 0);
    fc.assert(
      fc.property(paused, fc.nat(9), fc.nat(100), (one, choice, part) => {
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
    const others = plainCases.filter(({ procedure }) => procedure !== 'denunciation');
    fc.assert(
      fc.property(others, (one) => {
        const without = one.ledger.filter(({ type }) => !type.startsWith('expertise'));
        expect(dueOf({ ...one, ledger: without })).toBe(dueOf(one));
      }),
      RUNS,
    );
  });
});

describe('an extension, however often it is tried', () => {
  /** The most that Luật Tố cáo allows in all: art. 24.1 to accept, art. 30.1 to settle. */
  const CEILINGS: Record<string, number> = { D1: 10, D5: 90 };
  const extendable = plainCases.filter(({ ledger: [start] }) => startRow(start) in CEILINGS);

  function startRow(start: LedgerEntry | undefined): string {
    return start?.type === 'started' ? start.ruleId : '';
  }

  test('never exceeds the ceiling of its article', () => {
    fc.assert(
      fc.property(extendable, ({ ledger, procedure }) => {
        const ceiling = CEILINGS[startRow(ledger[0])] ?? 0;
        expect(replay(ledger, policy, procedure).limitDays).toBeLessThanOrEqual(ceiling);
      }),
      RUNS,
    );
  });

  test('never ends later than all that the law knows, decided on the first day', () => {
    fc.assert(
      fc.property(extendable, (one) => {
        const on = one.ledger[0]?.on ?? '';
        const found = { type: 'complexityFound', on, complexity: 'speciallyComplex', remote: false } as const;
        const extended = { type: 'extended', on } as const;
        const longest = { ...one, ledger: inserted(one.ledger, 1, found, extended, extended, extended) };
        expect((dueOf(one) ?? 'none') <= (dueOf(longest) ?? 'none')).toBe(true);
        const { limitDays } = replay(longest.ledger, policy, one.procedure);
        expect(limitDays).toBe(CEILINGS[startRow(one.ledger[0])]);
      }),
      RUNS,
    );
  });
});

describe('a decree', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 10 });

  /** The last day of the case once a decree on such days, so long after the start, was entered in its ledger. */
  function under(one: Case, kind: 'off' | 'worked', after: readonly number[]): string {
    const start = dayNumber(one.ledger[0]?.on ?? '');
    const further = { edition: 'decreed', [kind]: after.map((day) => start + day) };
    const editions = [...policy.editions, decreed(policy.calendar, further)];
    const on = one.ledger.at(-1)?.on ?? '';
    const ledger = [...one.ledger, { type: 'calendarChanged', on, calendarEdition: 'decreed' } as const];
    return dueOf({ ...one, ledger }, { ...policy, editions }) ?? 'none';
  }

  test('of further days off never makes a date earlier, on any row and with any history', () => {
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

describe('the working days of a range', () => {
  test('are those up to a day within it and those after that day together', () => {
    const calendar = workingCalendar(policy.calendar);
    const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') });
    fc.assert(
      fc.property(fc.tuple(day, day, day), (three) => {
        const [from = '', middle = '', to = ''] = three.toSorted((one, other) => one - other).map(dayText);
        const parts = calendar.workingDaysBetween(from, middle) + calendar.workingDaysBetween(middle, to);
        expect(parts).toBe(calendar.workingDaysBetween(from, to));
      }),
      RUNS,
    );
  });
});
