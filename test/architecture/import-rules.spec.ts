import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';

interface Cruise {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string; comment: string; severity: string }[] };
  };
}

const CONFIG = 'config/dependency-cruiser.config.mjs';

describe('import rules', () => {
  let found: Cruise;

  beforeAll(() => {
    const folders = ['apps', 'libs', 'config', 'bench', 'test'];
    const program = ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', CONFIG];
    const { stdout } = spawnSync(process.execPath, [...program, '--output-type', 'json', ...folders], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    found = JSON.parse(stdout);
  }, 60_000);

  test('imports run downward, without circles', () => {
    expect(found.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test('the rules see where the short names lead', () => {
    const libraries = new Set(
      found.modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved)),
    );
    for (const name of ['domain', 'contract', 'database', 'petitions', 'notices']) {
      expect(libraries).toContain(`libs/${name}/index.ts`);
    }
  });

  test('each rule says why in a sentence', () => {
    for (const { comment, severity } of found.summary.ruleSetUsed.forbidden) {
      expect(severity).toBe('error');
      expect(comment).toMatch(/^[A-Z].+\.$/);
    }
  });
});
