import { describe, expect, test } from '@jest/globals';
import { parseTypedDate, today } from './dates';
import { bestMatches, matches } from './fold';
import { groupCode, plainCode } from './tracking-code';

describe('What people type', () => {
  test.each(['23/11/2026', '23-11-2026', '23.11.2026', '23112026', ' 23/11/26 '])(
    'the date %s is 23 November 2026',
    (typed) => {
      expect(parseTypedDate(typed)).toBe('2026-11-23');
    },
  );

  test('a day and a month alone are of this year', () => {
    expect(parseTypedDate('5/1')).toBe(`${today().slice(0, 4)}-01-05`);
  });

  test.each(['30/02/2026', '31/04/2026', '00/01/2026', 'hôm nay', ''])('%j is no date', (typed) => {
    expect(parseTypedDate(typed)).toBeNull();
  });

  test('an office is found without marks, and đ is d', () => {
    expect(matches('Ủy ban nhân dân phường Đồng Tâm', 'uy ban dong tam')).toBe(true);
    expect(matches('Sở Y tế', 'xay dung')).toBe(false);
  });

  test('the office whose name begins with what was typed comes first', () => {
    const offices = ['Ban Quản lý dự án xây dựng', 'Sở Xây dựng', 'Sở Y tế'];
    expect(bestMatches(offices, (name) => name, 'xay dung')).toEqual([
      'Sở Xây dựng',
      'Ban Quản lý dự án xây dựng',
    ]);
  });

  test('a tracking code may have small letters, spaces and dashes of any kind', () => {
    expect(plainCode('zsat–m2e0 dtn8-40wm')).toBe('ZSATM2E0DTN840WM');
    expect(groupCode('zsatm2e0dt')).toBe('ZSAT-M2E0-DT');
  });
});
