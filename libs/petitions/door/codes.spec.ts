import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normaliseTrackingCode, trackingCode } from '../tracking-code.js';
import { caseNumber } from './case-number.js';

const KEY = 'a-secret-key-that-only-tests-ever-use';

describe('a case number', () => {
  test('names the register, the year and the serial, and ends in a check digit', () => {
    expect(caseNumber('CM', 2026, 123)).toMatch(/^CM-2026-000123-\d$/);
  });

  test('is not the number of any case when one digit of the serial is mistyped', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 5 }),
        digit,
        (serial, at, typed) => {
          const digits = String(serial).padStart(6, '0');
          const mistyped = Number(digits.slice(0, at) + typed + digits.slice(at + 1));
          const check = (of: number) => caseNumber('CM', 2026, of).at(-1);
          return mistyped === serial || check(mistyped) !== check(serial);
        },
      ),
    );
  });
});

describe('a tracking code', () => {
  test('has 26 letters and digits, is the same each time, and differs by case and by office', () => {
    const code = trackingCode(KEY, 'case-1');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(trackingCode(KEY, 'case-1')).toBe(code);
    expect(trackingCode(KEY, 'case-2')).not.toBe(code);
    expect(trackingCode(`${KEY}!`, 'case-1')).not.toBe(code);
  });

  test('is read however people type it', () => {
    fc.assert(
      fc.property(fc.uuid(), (caseId) => {
        const code = trackingCode(KEY, caseId);
        const spoken = code
          .toLowerCase()
          .replace(/0/g, 'o')
          .replace(/1/g, 'l')
          .replace(/(.{5})/g, '$1 - ');
        return normaliseTrackingCode(spoken) === code;
      }),
    );
  });

  test.each(['', 'abc', 'U'.repeat(26), `${'0'.repeat(26)}0`, '0'.repeat(25)])(
    '%p cannot be one',
    (typed) => {
      expect(normaliseTrackingCode(typed)).toBeNull();
    },
  );
});
