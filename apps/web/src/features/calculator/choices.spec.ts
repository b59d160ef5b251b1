import { describe, expect, test } from '@jest/globals';
import type { LimitView } from '#contract';
import { actsOf, complexitiesOf, knowsRemote, likelyAfter } from './choices';

const limit = (fields: Partial<LimitView>) =>
  ({ clock: 'settle', days: { base: 30 }, extension: null, ...fields }) as LimitView;

const FIRST = limit({ days: { base: 30, complex: 45, remote: 45, remoteComplex: 60 } });
const DENUNCIATION = limit({
  extension: { days: 30, times: { none: 0, complex: 1, speciallyComplex: 2 } },
});
const PLAIN = limit({ clock: 'sendDecision', days: { base: 3 } });

describe('What the calculator offers', () => {
  test('complexity and remoteness only where they change the limit', () => {
    expect([FIRST, DENUNCIATION, PLAIN].map(complexitiesOf)).toEqual([
      ['none', 'complex'],
      ['none', 'complex', 'speciallyComplex'],
      [],
    ]);
    expect([FIRST, DENUNCIATION, PLAIN].map(knowsRemote)).toEqual([true, false, false]);
  });

  test('pauses of a settlement, extensions and expertise of a denunciation, nothing for a plain limit', () => {
    expect(actsOf(FIRST, 'complaintFirst')).toEqual(['suspended', 'continued']);
    expect(actsOf(DENUNCIATION, 'denunciation')).toEqual([
      'suspended',
      'continued',
      'extended',
      'expertiseRequested',
      'expertiseReturned',
    ]);
    expect(actsOf(limit({}), 'feedback')).toEqual([]);
    expect(actsOf(PLAIN, 'complaintFirst')).toEqual([]);
  });

  test('after a pause its end, else the first that the law lets happen', () => {
    const offered = actsOf(DENUNCIATION, 'denunciation');
    expect(likelyAfter('suspended', offered)).toBe('continued');
    expect(likelyAfter('expertiseRequested', offered)).toBe('expertiseReturned');
    expect(likelyAfter('extended', offered)).toBe('suspended');
    expect(likelyAfter(undefined, [])).toBeUndefined();
  });
});
