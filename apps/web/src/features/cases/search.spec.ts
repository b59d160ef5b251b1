import { describe, expect, test } from '@jest/globals';
import { asFilters } from './search';

describe('The list of cases', () => {
  test('shows open cases unless something else is asked for', () => {
    expect(asFilters({})).toEqual({ open: true });
    expect(asFilters({ scope: 'closed' })).toEqual({ open: false });
    expect(asFilters({ headline: 'resolved' })).toEqual({ headline: 'resolved' });
  });

  test('finds what is owed among the closed ones', () => {
    expect(asFilters({ owed: true })).toEqual({ owed: true });
    expect(asFilters({ owed: true, scope: 'open' })).toEqual({ owed: true, open: true });
  });
});
