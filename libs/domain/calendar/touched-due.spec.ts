import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import { alarmsOf, changeCalendar, findLimit, ladderOf, replay, startDeadline } from '../deadlines/index.js';
import { CLOCKS, PROCEDURES } from '../vocabulary.js';
import { addCalendarDays, composeEdition, type Decree, firstDueTouched } from './index.js';

const policy = loadPolicy();
const base = policy.calendar;

const decree = (fields: Partial<Decree>): Decree => ({
  number: '15',
  signedOn: '2026-11-20',
  title: 'Thông báo',
  source: 'Công báo',
  daysOff: [],
  workingDays: [],
  takenOut: [],
  officialYears: [],
  validThrough: null,
  ...fields,
});

/** The policy under another calendar, and the earliest due date that it may touch. */
function under(fields: Partial<Decree>) {
  const calendar = composeEdition(base, [decree(fields)]);
  const next = { ...policy, calendar, editions: [base, calendar] };
  return { next, first: firstDueTouched(base, calendar, policy.ladders) };
}

/** Clocks that the law starts on any day, by procedure. */
const STARTED = PROCEDURES.flatMap((procedure) =>
  CLOCKS.filter((clock) => findLimit(policy, clock, procedure, '2026-11-23')).map((clock) => ({
    clock,
    procedure,
  })),
).filter(({ clock }) => policy.ladders.some(({ clocks }) => clocks.includes(clock)));

const day = fc.integer({ min: 0, max: 430 }).map((days) => addCalendarDays('2026-07-01', days));
const days = fc.uniqueArray(day, { minLength: 1, maxLength: 4 });

describe('the earliest due date that another calendar may touch', () => {
  test('is none when the calendars agree', () => {
    expect(firstDueTouched(base, base, policy.ladders)).toBeNull();
  });

  test('is the first one whose ladder still reaches the changed day', () => {
    // The last step rings 15 working days after the limit: from 23/11 that is 15/12, with 24/11 off.
    expect(under({ daysOff: [{ date: '2026-12-15', name: 'Nghỉ' }] }).first).toBe('2026-11-23');
  });

  test('is the first day that becomes official', () => {
    expect(under({ officialYears: [2027] }).first).toBe('2027-01-01');
  });

  test('is the first day past which the calendar is known no more', () => {
    expect(under({ officialYears: [2027], validThrough: '2027-06-30' }).first).toBe('2027-01-01');
    const known = composeEdition(base, [decree({ officialYears: [2027] })]);
    const cut = composeEdition(base, [decree({ officialYears: [2027], validThrough: '2027-06-30' })]);
    expect(firstDueTouched(known, cut, policy.ladders)).toBe('2027-07-01');
  });

  test('leaves every clock that is due earlier as it is: its date, its alarms, how official it is', () => {
    fc.assert(
      fc.property(
        days,
        days,
        fc.boolean(),
        day,
        fc.constantFrom(...STARTED),
        (off, out, official, on, of) => {
          const { next, first } = under({
            daysOff: off.map((date) => ({ date, name: 'Nghỉ' })),
            takenOut: out.filter((date) => !off.includes(date)),
            officialYears: official ? [2027] : [],
          });
          const before = startDeadline({ id: 'a', ...of, on, policy })!;
          fc.pre(first === null || before.due! < first);
          expect(changeCalendar(before, on, next)).toBe(before);
          const ledger = [
            ...before.ledger,
            { type: 'calendarChanged' as const, on, calendarEdition: next.calendar.edition },
          ];
          const counted = replay(ledger, next, before.procedure);
          const provisional = replay(before.ledger, policy, before.procedure).provisional;
          expect([counted.due, counted.provisional]).toEqual([before.due, provisional]);
          expect(ladderOf(before.clock, next)).toBe(ladderOf(before.clock, policy));
          expect(alarmsOf({ ...before, ledger }, next)).toEqual(alarmsOf(before, policy));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
