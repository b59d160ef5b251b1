import { describe, expect, test } from '@jest/globals';
import { type CalendarView, type DecreeView, decreeBody } from '#contract';
import { bodyOf, valuesOf, yearsToDecide } from './decree-values';
import { byMonth } from './months';

const PAPER = {
  number: '9441/TB-BNV',
  signedOn: '2026-11-18',
  title: 'Lịch nghỉ năm 2027',
  source: 'Công báo',
  daysOff: [{ date: '2027-01-04', name: 'Hoán đổi', swapped: true }],
  workingDays: [{ date: '2027-01-09', reason: 'Làm bù' }],
  takenOut: ['2027-02-11'],
  officialYears: [2027],
  validThrough: '2027-12-31',
};

describe('The form of a decree', () => {
  test('sends what it was opened with', () => {
    const body = bodyOf(valuesOf(PAPER as unknown as DecreeView));
    expect(body).toEqual(PAPER);
    expect(decreeBody.safeParse(body).success).toBe(true);
  });

  test('leaves the last date of the calendar as it is when none is entered', () => {
    expect(bodyOf(valuesOf(null)).validThrough).toBeNull();
  });

  test('offers the years that are still to be decided', () => {
    const years = [
      { year: 2026, provisional: false },
      { year: 2027, provisional: true },
    ];
    expect(yearsToDecide({ years } as CalendarView, ['2026'])).toEqual(['2026', '2027', '2028']);
  });
});

describe('The days of a year', () => {
  test('stand month by month, in order, without empty months', () => {
    const days = ['2027-02-08', '2027-01-01', '2027-02-05'].map((date) => ({ date }));
    expect(byMonth(days).map(({ month, days: ofMonth }) => [month, ofMonth.map(({ date }) => date)])).toEqual(
      [
        [1, ['2027-01-01']],
        [2, ['2027-02-05', '2027-02-08']],
      ],
    );
  });
});
