import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { sourcesOf } from './sources.js';

const PACKAGE = JSON.parse(readFileSync('package.json', 'utf8'));
const FOLDERS = ['apps', 'libs', 'config', 'bench', 'test'];

describe('the house', () => {
  test('has no file over 300 lines', () => {
    const long = sourcesOf(FOLDERS, { specs: true }).filter(({ lines }) => lines > 300);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('names no file after nothing in particular', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|manager|base|misc)([/.-]|$)/;
    expect(sourcesOf(FOLDERS, { specs: true }).filter(({ path }) => vague.test(path))).toEqual([]);
  });

  test('pins every dependency', () => {
    const ranges = Object.entries({ ...PACKAGE.dependencies, ...PACKAGE.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
    );
    expect(ranges).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('%s names only commands and files that exist', (file) => {
    const text = readFileSync(file, 'utf8');
    const commands = [...text.matchAll(/npm (?:run (?:-s )?([a-z-]+)|(start|test))/g)].map(
      ([, named, builtIn]) => named ?? builtIn,
    );
    expect(commands.filter((name) => !(name && name in PACKAGE.scripts))).toEqual([]);
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !target.startsWith('http') && !existsSync(target))).toEqual([]);
  });
});
