import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerEntry } from '#domain';
import { daysOf } from './clerk-reading.js';
import { decrees } from './decrees.js';
import { type Case, cases, dueOf, inserted, policy, RUNS } from './random-cases.js';
import { dayText } from './wall-calendar.js';

const BOOKKEEPING = ['corrected', 'calendarChanged', 'ruleChanged'];

/** The places of the entries that a correction may name. */
function eventsOf(ledger: readonly LedgerEntry[]): number[] {
  return ledger.flatMap(({ type }, place) => (BOOKKEEPING.includes(type) ? [] : [place]));
}

function corrected(one: Case, entry: number, was: string, is: string): Case {
  const on = one.ledger.at(-1)?.on ?? '';
  const ledger: LedgerEntry[] = [
    ...one.ledger,
    { type: 'corrected', on, entry, was, is, reason: 'Ghi nhầm ngày' },
  ];
  return { ...one, ledger };
}

/** An entry of the case by choice, with the day before and the day after which it cannot have happened. */
function eventBy(one: Case, choice: number) {
  const events = eventsOf(one.ledger);
  const days = daysOf(one.ledger);
  const place = choice % events.length;
  const entry = events[place] ?? 0;
  const day = days[entry] ?? 0;
  return {
    entry,
    day,
    earliest: days[events[place - 1] ?? -1] ?? day - 20,
    latest: days[events[place + 1] ?? -1] ?? day + 20,
  };
}

describe('a correction', () => {
  test('to the day that was recorded changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.nat(9), (one, choice) => {
        const { entry, day } = eventBy(one, choice);
        expect(dueOf(corrected(one, entry, dayText(day), dayText(day)))).toBe(dueOf(one));
      }),
      RUNS,
    );
  });

  test('that is itself corrected back restores the date', () => {
    fc.assert(
      fc.property(cases, fc.nat(9), fc.nat(100), (one, choice, shift) => {
        const { entry, day, earliest, latest } = eventBy(one, choice);
        const [was, is] = [dayText(day), dayText(earliest + (shift % (latest - earliest + 1)))];
        const back = corrected(corrected(one, entry, was, is), entry, is, was);
        expect(dueOf(back)).toBe(dueOf(one));
      }),
      RUNS,
    );
  });

  test('says what the ledger would have said if the day had been recorded right', () => {
    fc.assert(
      fc.property(cases, fc.nat(9), fc.nat(100), (one, choice, shift) => {
        const { entry, day, earliest, latest } = eventBy(one, choice);
        const is = dayText(earliest + (shift % (latest - earliest + 1)));
        const never = one.ledger.filter(({ type }) => type === 'corrected').length === 0;
        fc.pre(never);
        const right = one.ledger.map((each, place) => (place === entry ? { ...each, on: is } : each));
        expect(dueOf(corrected(one, entry, dayText(day), is))).toBe(dueOf({ ...one, ledger: right }));
      }),
      RUNS,
    );
  });
});

describe('a calendar', () => {
  test('changed and changed back restores the date', () => {
    const editions = fc.array(decrees(policy.calendar, fc.uuid()), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(cases, editions, (one, decreed) => {
        const on = one.ledger.at(-1)?.on ?? '';
        const under = { ...policy, editions: [...policy.editions, ...decreed] };
        const names = [...decreed, policy.calendar].map(({ edition }) => edition);
        const changes = names.map(
          (calendarEdition) => ({ type: 'calendarChanged', on, calendarEdition }) as const,
        );
        expect(dueOf({ ...one, ledger: [...one.ledger, ...changes] }, under)).toBe(dueOf(one));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a clock that is reopened', () => {
  test('on the day of its cancellation runs as if nothing had happened', () => {
    const open = ['suspended', 'expertiseRequested', 'cancelled'];
    const ends = ['continued', 'expertiseReturned', 'reopened'];
    fc.assert(
      fc.property(cases, fc.nat(9), (one, choice) => {
        const { entry, day } = eventBy(one, choice);
        const before = one.ledger.slice(0, entry + 1).map(({ type }) => type as string);
        const last = (words: string[]) => before.findLastIndex((type) => words.includes(type));
        fc.pre(open.every((word, kind) => last([word]) <= last([ends[kind] ?? '', 'reopened'])));
        const both = ['cancelled', 'reopened'].map((type) => ({ type, on: dayText(day) }) as LedgerEntry);
        expect(dueOf({ ...one, ledger: inserted(one.ledger, entry + 1, ...both) })).toBe(dueOf(one));
      }),
      RUNS,
    );
  });
});

describe('of two findings', () => {
  const finding = fc.record({
    complexity: fc.constantFrom('none' as const, 'complex' as const, 'speciallyComplex' as const),
    remote: fc.boolean(),
  });

  test('with no extension between them the last one counts', () => {
    fc.assert(
      fc.property(cases, finding, finding, fc.nat(9), (one, first, second, choice) => {
        const { entry, day } = eventBy(one, choice);
        const signed = (found: typeof first) =>
          ({ type: 'complexityFound', on: dayText(day), ...found }) satisfies LedgerEntry;
        const both = inserted(one.ledger, entry + 1, signed(first), signed(second));
        const last = inserted(one.ledger, entry + 1, signed(second));
        expect(dueOf({ ...one, ledger: both })).toBe(dueOf({ ...one, ledger: last }));
      }),
      RUNS,
    );
  });
});
