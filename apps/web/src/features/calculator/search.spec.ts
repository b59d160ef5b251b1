import { describe, expect, test } from '@jest/globals';
import { calculatorSearch, questionOf, readActs, writeActs } from './search';

const TODAY = '2026-11-23';

describe('The address of a calculation', () => {
  test('says the same again after it was read', () => {
    const text = 'suspended:2026-12-14,continued:2027-01-11';
    expect(readActs(text)).toEqual([
      { type: 'suspended', on: '2026-12-14' },
      { type: 'continued', on: '2027-01-11' },
    ]);
    expect(writeActs(readActs(text))).toBe(text);
  });

  test('without events says nothing of them', () => {
    expect(readActs()).toEqual([]);
    expect(writeActs([])).toBeUndefined();
  });

  test('keeps the row of an event it cannot read, and its date is asked for', () => {
    expect(readActs('suspended:2026-12-14,napped:2027-01-11,extended:2027-02-30')).toEqual([
      { type: 'suspended', on: '2026-12-14' },
      { type: 'suspended', on: '' },
      { type: 'extended', on: '' },
    ]);
  });

  test('that is empty asks for the settling of a first complaint from today', () => {
    expect(questionOf(calculatorSearch.parse({}), TODAY)).toEqual({
      procedure: 'complaintFirst',
      clock: 'settle',
      from: TODAY,
      complexity: 'none',
      remote: false,
      ledger: [],
    });
  });

  test('asks again for a first day that does not exist', () => {
    expect(calculatorSearch.parse({ from: '2026-02-30' }).from).toBe('');
  });

  test('with words nobody knows falls back to the usual', () => {
    const search = calculatorSearch.parse({ procedure: 'divorce', clock: 'tea', remote: 'perhaps' });
    expect(questionOf(search, TODAY)).toMatchObject({ procedure: 'complaintFirst', clock: 'settle' });
  });
});
