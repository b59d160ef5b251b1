import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import { addCalendarDays, WorkingCalendar, workingCalendar } from './index.js';

const { calendar: edition } = loadPolicy();
const calendar = workingCalendar(edition);

describe('the working calendar', () => {
  test('24 November 2026 is a day off: Vietnam Culture Day, Resolution 28/2026', () => {
    expect(calendar.isWorkingDay('2026-11-24')).toBe(false);
  });

  test('a swapped Friday is off and the Saturday in its place is worked', () => {
    expect(calendar.isWorkingDay('2025-05-02')).toBe(false);
    expect(calendar.isWorkingDay('2025-04-26')).toBe(true);
    expect(calendar.isWorkingDay('2026-01-02')).toBe(false);
    expect(calendar.isWorkingDay('2026-01-10')).toBe(true);
  });

  test.each([
    // 24/11 is off, so each ends one working day later than a plain week would say.
    ['2026-11-23', 3, '2026-11-27'],
    ['2026-11-23', 5, '2026-12-01'],
    ['2026-11-23', 7, '2026-12-03'],
    ['2026-11-23', 10, '2026-12-08'],
    // Friday 13/2 is the only working day before Tết (16 to 20 February).
    ['2026-02-12', 7, '2026-03-02'],
    // Saturday 22/8 is worked, so the seventh day comes before the days off at the end of August.
    ['2026-08-20', 7, '2026-08-28'],
  ])('from %s, %i working days end on %s', (from, days, end) => {
    expect(calendar.addWorkingDays(from, days)).toBe(end);
  });

  test('the time bar of 90 days from 23 November 2026 ends on a Sunday and moves to Monday 22 February 2027', () => {
    const nominal = addCalendarDays('2026-11-23', 90);
    expect(nominal).toBe('2027-02-21');
    expect(calendar.nextWorkingDay(nominal)).toBe('2027-02-22');
  });

  test('working days are counted backwards over Tết as well', () => {
    expect(calendar.addWorkingDays('2026-03-02', -7)).toBe('2026-02-12');
  });

  test('2027 is a forecast, 2017 and 2028 are not held and know only weekends', () => {
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.standing(2027)).toBe('provisional');
    expect(calendar.standing(2017)).toBe('notHeld');
    expect(calendar.isProvisional('2028-01-03')).toBe(true);
    expect(calendar.isWorkingDay('2017-09-02')).toBe(false);
    expect(calendar.isWorkingDay('2017-09-04')).toBe(true);
  });

  test('an edition is built once', () => {
    expect(workingCalendar(edition)).toBe(calendar);
  });
});

const date = fc.integer({ min: 0, max: 6000 }).map((days) => addCalendarDays('2015-01-01', days));

describe('counting working days', () => {
  test('is additive: from a to c is from a to b and from b to c', () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        const between = calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c);
        expect(between).toBe(calendar.workingDaysBetween(a, c));
      }),
    );
  });

  test('agrees with looking at each day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 120 }), (from, length) => {
        let worked = 0;
        for (let day = 1; day <= length; day += 1) {
          if (calendar.isWorkingDay(addCalendarDays(from, day))) worked += 1;
        }
        expect(calendar.workingDaysBetween(from, addCalendarDays(from, length))).toBe(worked);
      }),
    );
  });

  test('the n-th working day is a working day, and n of them lie on the way', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const end = calendar.addWorkingDays(from, n);
        expect(calendar.isWorkingDay(end)).toBe(true);
        expect(calendar.workingDaysBetween(from, end)).toBe(n);
      }),
    );
  });

  test('one more day off never brings an end forward', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), date, (from, n, off) => {
        const year = Number(off.slice(0, 4));
        const more = new WorkingCalendar({
          ...edition,
          years: [
            ...edition.years,
            {
              year,
              decree: '',
              source: '',
              provisional: false,
              daysOff: [{ date: off, name: '' }],
              workingDays: [],
            },
          ],
        });
        expect(more.addWorkingDays(from, n) >= calendar.addWorkingDays(from, n)).toBe(true);
      }),
    );
  });
});
