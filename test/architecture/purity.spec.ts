import { describe, expect, test } from '@jest/globals';
import { pathsWith, sourcesOf } from './sources.js';

const DOMAIN = sourcesOf(['libs/domain']);
const EVERYTHING = sourcesOf(['apps', 'libs', 'config', 'bench']);

describe('the domain', () => {
  test('takes the time as an argument', () => {
    expect(
      pathsWith(/\bnew Date\b|\bDate\.|\bTemporal\.Now\b|\bperformance\.|\bsetTimeout\b/, DOMAIN),
    ).toEqual([]);
  });

  test('leaves nothing to chance', () => {
    expect(pathsWith(/\bMath\.random\b|\brandomUUID\b|\bcrypto\b/, DOMAIN)).toEqual([]);
  });

  test('reads no file, no network, no setting and no database', () => {
    expect(pathsWith(/from 'node:|\bfetch\(|\bprocess\.|#(?!domain)[a-z]+'/, DOMAIN)).toEqual([]);
  });
});

describe('settings', () => {
  test('are read in one file', () => {
    expect(pathsWith(/\bprocess\.env\b|from 'node:process'.*\benv\b/, EVERYTHING)).toEqual(['config/env.ts']);
  });
});
