import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadPolicy } from './load-policy.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  cpSync('config/policy', folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('loading the policy', () => {
  test('the same files give the same version, a changed number another one', () => {
    expect(loadPolicy().version).toMatch(/^[0-9a-f]{12}$/);
    expect(loadPolicy(folder).version).toBe(loadPolicy().version);
    writeFileSync(join(folder, 'ladders.json'), JSON.stringify(loadPolicy().ladders));
    expect(loadPolicy(folder).version).not.toBe(loadPolicy().version);
  });

  test('nobody can change a number of a loaded policy', () => {
    const policy = loadPolicy();
    expect(() => Object.assign(policy.limits[0]?.days ?? {}, { base: 99 })).toThrow(TypeError);
  });

  test('a policy that breaks a rule is refused in one sentence that names the row', () => {
    const limits = loadPolicy().limits.map((rule) => (rule.id === 'K3' ? { ...rule, source: '' } : rule));
    writeFileSync(join(folder, 'limits.json'), JSON.stringify(limits));
    expect(() => loadPolicy(folder)).toThrow(
      /cannot be used: limits\.json: K3 \(2012-07-01\) has no source$/,
    );
  });

  test('a file that is no JSON, empty or missing is refused by name', () => {
    writeFileSync(join(folder, 'calendar.json'), '{ "edition": ');
    expect(() => loadPolicy(folder)).toThrow('The policy file calendar.json is not valid JSON');
    writeFileSync(join(folder, 'calendar.json'), 'null');
    expect(() => loadPolicy(folder)).toThrow('calendar.json has no edition');
    rmSync(join(folder, 'calendar.json'));
    expect(() => loadPolicy(folder)).toThrow(/calendar\.json cannot be read/);
  });
});
