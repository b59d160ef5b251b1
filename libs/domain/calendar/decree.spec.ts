import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import type { Refusal } from '../decide/index.js';
import { refusalText } from '../decide/refusal-text.js';
import { checkCalendar } from '../policy/check-calendar.js';
import { DECREE_TEXTS } from './decree-texts.js';
import {
  addCalendarDays,
  brokenCalendar,
  changedDates,
  checkDecree,
  composeEdition,
  type Decree,
  workingCalendar,
} from './index.js';

const policy = loadPolicy();
const base = policy.calendar;

/** A decree that says nothing, with what a test lets it say. */
const decree = (fields: Partial<Decree> = {}): Decree => ({
  number: '15/TB-BNV',
  signedOn: '2026-11-20',
  title: 'Thông báo nghỉ bù',
  source: 'Công báo',
  daysOff: [],
  workingDays: [],
  takenOut: [],
  officialYears: [],
  validThrough: null,
  ...fields,
});

/** The schedule of 2027 as it might be announced: a day more at the New Year, one day of Tết not off, a swap. */
const SCHEDULE = decree({
  number: '9441/TB-BNV',
  signedOn: '2026-11-18',
  title: 'Lịch nghỉ năm 2027',
  daysOff: [{ date: '2027-01-04', name: 'Hoán đổi với thứ Bảy 09/01/2027', swapped: true }],
  workingDays: [{ date: '2027-01-09', reason: 'Làm bù cho thứ Hai 04/01/2027' }],
  takenOut: ['2027-02-11'],
  officialYears: [2027],
  validThrough: '2027-12-31',
});

const codesOf = (refusals: readonly Refusal[]) => refusals.map(({ code, pointer }) => [code, pointer]);
const check = (fields: Partial<Decree>) =>
  codesOf(checkDecree({ decree: decree(fields), calendar: base, today: '2026-11-23' }));

describe('a calendar under decrees', () => {
  test('has the days off, the made-up working days and the days taken out that they decide', () => {
    const calendar = workingCalendar(composeEdition(base, [SCHEDULE]));
    expect(calendar.isWorkingDay('2027-01-04')).toBe(false);
    expect(calendar.isWorkingDay('2027-01-09')).toBe(true);
    expect(calendar.isWorkingDay('2027-02-11')).toBe(true);
    expect(calendar.isWorkingDay('2027-02-10')).toBe(false);
  });

  test('names the base and every decree in the order of signing', () => {
    expect(composeEdition(base, [decree(), SCHEDULE]).edition).toBe('2026-11+9441/TB-BNV+15/TB-BNV');
  });

  test('is the base itself where no decree is in force', () => {
    expect(composeEdition(base, [])).toBe(base);
  });

  test('is official from the decree on that says so, and cites it instead of the forecast', () => {
    const { years } = composeEdition(base, [SCHEDULE]);
    const year = years.find((each) => each.year === 2027);
    expect(year).toMatchObject({ provisional: false, decree: 'Lịch nghỉ năm 2027 (9441/TB-BNV)' });
  });

  test('cites a later decree beside what was decided before', () => {
    const year = composeEdition(base, [decree({ takenOut: ['2026-11-24'] })]).years[1];
    expect(year?.decree).toBe(`${base.years[1]?.decree}; Thông báo nghỉ bù (15/TB-BNV)`);
    expect(year?.source).toMatch(/28\/2026\/QH16; Công báo \/ Official .* 28\/2026; Công báo$/);
  });

  test('lets the decree that was signed last decide on a day of both', () => {
    const off = decree({ signedOn: '2026-11-20', daysOff: [{ date: '2026-12-14', name: 'Nghỉ' }] });
    const on = decree({ number: '16', signedOn: '2026-11-21', takenOut: ['2026-12-14'] });
    for (const order of [
      [off, on],
      [on, off],
    ]) {
      expect(workingCalendar(composeEdition(base, order)).isWorkingDay('2026-12-14')).toBe(true);
    }
  });

  test('holds together as the calendar of a build does', () => {
    expect(checkCalendar(composeEdition(base, [SCHEDULE, decree()]))).toEqual([]);
  });

  test('is provisional past the last date it is known for, in an official year as well', () => {
    const known = workingCalendar(composeEdition(base, [{ ...SCHEDULE, validThrough: '2027-06-30' }]));
    expect(known.isProvisional('2027-06-30')).toBe(false);
    expect(known.isProvisional('2027-07-01')).toBe(true);
  });

  test('changes on the dates that are worked on one side only', () => {
    const next = composeEdition(base, [SCHEDULE]);
    expect(changedDates(base, next)).toEqual(['2027-01-04', '2027-01-09', '2027-02-11']);
    expect(changedDates(next, base)).toEqual(changedDates(base, next));
  });

  test('does not change for a day off on a Sunday or a date that is off already', () => {
    const named = [
      { date: '2026-11-29', name: 'Chủ nhật' },
      { date: '2027-01-01', name: 'Tết Dương lịch' },
    ];
    expect(changedDates(base, composeEdition(base, [decree({ daysOff: named })]))).toEqual([]);
  });
});

const day = fc.integer({ min: 0, max: 700 }).map((days) => addCalendarDays('2026-01-01', days));
const anyDecree = fc.record({
  off: fc.uniqueArray(day),
  out: fc.uniqueArray(day),
  signed: day,
  key: fc.nat(),
});

describe('decrees', () => {
  test('make the same calendar in whatever order they are applied', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDecree, { selector: ({ key }) => key, maxLength: 5 }), (drawn) => {
        const decrees = drawn.map(({ off, out, signed, key }) =>
          decree({
            number: String(key),
            signedOn: signed,
            daysOff: off.map((date) => ({ date, name: 'Nghỉ' })),
            takenOut: out.filter((date) => !off.includes(date)),
          }),
        );
        expect(composeEdition(base, decrees.toReversed())).toEqual(composeEdition(base, decrees));
      }),
    );
  });
});

describe('a decree is refused', () => {
  const off = (...dates: string[]) => dates.map((date) => ({ date, name: 'Nghỉ' }));

  test('when it says nothing', () => {
    expect(check({})).toEqual([['decree.empty', undefined]]);
  });

  test('when it was signed in the future', () => {
    expect(check({ signedOn: '2026-11-24', daysOff: off('2026-12-14') })).toEqual([
      ['date.inTheFuture', '/signedOn'],
    ]);
  });

  test('when it names a date twice', () => {
    expect(check({ daysOff: off('2026-12-14'), takenOut: ['2026-12-14'] })).toContainEqual([
      'decree.dateTwice',
      '/takenOut/0',
    ]);
  });

  test('when a made-up working day is no weekend day', () => {
    expect(check({ workingDays: [{ date: '2026-12-14', reason: 'Làm bù' }] })).toEqual([
      ['decree.notAWeekend', '/workingDays/0/date'],
    ]);
  });

  test('when it takes out a day that the calendar does not hold', () => {
    expect(check({ takenOut: ['2027-01-01', '2026-12-14'] })).toEqual([
      ['decree.notInCalendar', '/takenOut/1'],
    ]);
  });

  test('when it speaks of a day before the calendar begins', () => {
    expect(check({ daysOff: off('2024-12-31') })).toEqual([['decree.beforeCalendar', '/daysOff/0/date']]);
  });

  test('when it leaves a year out', () => {
    const fields = { daysOff: off('2029-01-01'), validThrough: '2029-12-31' };
    expect(check(fields)).toEqual([['decree.skipsYear', undefined]]);
  });

  test('when a year would have no days off', () => {
    expect(check({ officialYears: [2028], validThrough: '2028-12-31' })).toEqual([
      ['decree.yearWithoutDays', '/daysOff'],
    ]);
  });

  test('when the calendar would not be known as far as the decree speaks', () => {
    expect(check({ daysOff: off('2028-01-03') })).toEqual([['decree.validThroughTooEarly', '/validThrough']]);
    expect(check({ daysOff: off('2028-01-03'), validThrough: '2028-12-31' })).toEqual([]);
  });

  test('when another one rests on it and it is retracted', () => {
    const year = (number: number) =>
      decree({ number: String(number), daysOff: off(`${number}-01-03`), validThrough: `${number}-12-31` });
    expect(brokenCalendar(composeEdition(base, [year(2028), year(2029)]))).toEqual([]);
    expect(codesOf(brokenCalendar(composeEdition(base, [year(2029)])))).toEqual([
      ['decree.skipsYear', undefined],
    ]);
  });

  test('with words that say what to do, in both languages', () => {
    for (const code of Object.keys(DECREE_TEXTS)) {
      const { vi, en } = refusalText({ code, params: {} });
      expect([vi.length > 20, en.length > 20]).toEqual([true, true]);
    }
  });
});
