import { describe, expect, test } from '@jest/globals';
import { addCalendarDays, daysBetween, instantAt, isLegalDate, legalDateOf, weekdayOf } from './index.js';

describe('a legal date', () => {
  test.each(['2026-11-23', '2024-02-29', '1975-04-30', '2199-12-31'])('%s is one', (text) => {
    expect(isLegalDate(text)).toBe(true);
  });

  test.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-5',
    '0206-01-05',
    '23/11/2026',
    '2026-11-23T00:00:00Z',
    '2026-11-23\u0000',
    '',
    null,
    undefined,
    20261123,
  ])('%p is none', (value) => {
    expect(isLegalDate(value)).toBe(false);
  });

  test('a text that is no date cannot be counted from, and the error names it', () => {
    expect(() => addCalendarDays('2026-02-30', 1)).toThrow('"2026-02-30" is not a date');
  });

  test('calendar days cross years and leap days', () => {
    expect(addCalendarDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addCalendarDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addCalendarDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2017-03-01', '2026-11-23')).toBe(3554);
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
  });

  test('Monday is day 1 and Sunday day 7 of the week, before 1970 too', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(weekdayOf('1954-10-10')).toBe(7);
  });
});

describe('an instant', () => {
  test('a limit ends at 24:00 of its last day, which is 00:00 of the next', () => {
    expect(instantAt('2026-12-31', 24)).toBe('2027-01-01T00:00:00+07:00');
  });

  test('a warning rings at eight in the morning in Vietnam', () => {
    expect(instantAt('2026-12-03', 8)).toBe('2026-12-03T08:00:00+07:00');
  });

  test('an hour that no day has is refused', () => {
    expect(() => instantAt('2026-12-03', 25)).toThrow(RangeError);
    expect(() => instantAt('2026-12-03', 8.5)).toThrow(RangeError);
  });

  test('late evening in London is already the next legal date in Vietnam', () => {
    expect(legalDateOf('2026-11-23T16:59:59Z')).toBe('2026-11-23');
    expect(legalDateOf('2026-11-23T17:00:00Z')).toBe('2026-11-24');
    expect(legalDateOf('2026-11-24T00:00:00+07:00')).toBe('2026-11-24');
  });
});
