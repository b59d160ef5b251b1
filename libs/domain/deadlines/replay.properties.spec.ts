import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import { addCalendarDays, workingCalendar } from '../calendar/index.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import { COMPLEXITIES, type LegalDate } from '../vocabulary.js';
import { isClockRule } from './find-limit.js';
import type { LedgerEntry } from './ledger.js';
import { replay } from './replay.js';

const policy = loadPolicy();
const rule = fc.constantFrom(...policy.limits.filter(isClockRule));
const day = (from: LegalDate, max: number) =>
  fc.integer({ min: 0, max }).map((days) => addCalendarDays(from, days));
const start = day('2024-06-01', 1400);

const started = (row: LimitRule, on: LegalDate): LedgerEntry => ({
  type: 'started',
  on,
  ruleId: row.id,
  ruleFrom: row.effectiveFrom,
  calendarEdition: policy.calendar.edition,
});
const dueOf = (ledger: LedgerEntry[], under: Policy = policy) => replay(ledger, under, 'complaintFirst').due;

/** A pause of a clock: days from the start to the suspension, and its length. */
const pause = fc.record({ after: fc.nat(100), length: fc.nat(90), cut: fc.nat(90) });

describe('whatever the clock', () => {
  test('suspending and continuing on the same day changes nothing', () => {
    fc.assert(
      fc.property(rule, start, fc.nat(120), (row, on, after) => {
        const at = addCalendarDays(on, after);
        const ledger = [started(row, on)];
        expect(dueOf([...ledger, { type: 'suspended', on: at }, { type: 'continued', on: at }])).toBe(
          dueOf(ledger),
        );
      }),
    );
  });

  test('one pause and the same pause in two pieces end on the same day', () => {
    fc.assert(
      fc.property(rule, start, pause, (row, on, { after, length, cut }) => {
        const from = addCalendarDays(on, after);
        const through = addCalendarDays(from, length);
        const middle = addCalendarDays(from, Math.min(cut, length));
        const begin: LedgerEntry[] = [started(row, on), { type: 'suspended', on: from }];
        const whole = dueOf([...begin, { type: 'continued', on: through }]);
        const split = dueOf([
          ...begin,
          { type: 'continued', on: middle },
          { type: 'suspended', on: middle },
          { type: 'continued', on: through },
        ]);
        expect(split).toBe(whole);
      }),
    );
  });

  test('a pause never brings the end forward, and never adds more than its days and one shift', () => {
    fc.assert(
      fc.property(rule, start, pause, (row, on, { after, length }) => {
        const from = addCalendarDays(on, after);
        const through = addCalendarDays(from, length);
        const plain = dueOf([started(row, on)]) as LegalDate;
        const paused = dueOf([
          started(row, on),
          { type: 'suspended', on: from },
          { type: 'continued', on: through },
        ]) as LegalDate;
        expect(paused >= plain).toBe(true);
        expect(paused <= addCalendarDays(plain, length + 14)).toBe(true);
      }),
    );
  });

  test('one more day off never brings the end forward, with a pause or without', () => {
    fc.assert(
      fc.property(
        rule,
        day('2025-01-01', 1000),
        day('2025-01-01', 1090),
        pause,
        (row, on, off, { after, length }) => {
          const years = policy.calendar.years.map((year) =>
            off.startsWith(String(year.year)) && !year.workingDays.some(({ date }) => date === off)
              ? { ...year, daysOff: [...year.daysOff, { date: off, name: 'bão' }] }
              : year,
          );
          const stormy: Policy = { ...policy, calendar: { ...policy.calendar, years } };
          const ledger: LedgerEntry[] = [
            started(row, on),
            { type: 'suspended', on: addCalendarDays(on, after) },
            { type: 'continued', on: addCalendarDays(on, after + length) },
          ];
          for (const entries of [ledger.slice(0, 1), ledger]) {
            expect((dueOf(entries, stormy) as LegalDate) >= (dueOf(entries) as LegalDate)).toBe(true);
          }
        },
      ),
    );
  });

  test('findings and extensions, in any number and order, never pass the ceiling of the law', () => {
    const act = fc.oneof(
      fc.constant<LedgerEntry>({ type: 'extended', on: '2026-12-20' }),
      fc.record({
        type: fc.constant('complexityFound' as const),
        on: fc.constant('2026-12-10'),
        complexity: fc.constantFrom(...COMPLEXITIES),
        remote: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(rule, start, fc.array(act, { maxLength: 12 }), (row, on, acts) => {
        const most = Math.max(...Object.values(row.days).map(Number));
        const { days = 0, times = { none: 0, complex: 0, speciallyComplex: 0 } } = row.extension ?? {};
        const ceiling = most + days * Math.max(...Object.values(times));
        expect(replay([started(row, on), ...acts], policy, 'denunciation').limitDays).toBeLessThanOrEqual(
          ceiling,
        );
      }),
    );
  });

  test('the last day is a working day after the start, and there is none while the clock stands still', () => {
    const calendar = workingCalendar(policy.calendar);
    fc.assert(
      fc.property(rule, start, pause, (row, on, { after }) => {
        const due = dueOf([started(row, on)]) as LegalDate;
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(due > on).toBe(true);
        expect(dueOf([started(row, on), { type: 'suspended', on: addCalendarDays(on, after) }])).toBeNull();
      }),
    );
  });
});
