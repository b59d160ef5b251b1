/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CHARTS, CLOCKS, COMMAND_RIGHTS, type CommandName, LIMITS } from '#domain';

type Tree = { [key: string]: string | Tree };

/** Every text of a language with the values it shows, by its path; forms of the singular aside. */
function textsOf(language: string) {
  const tree = JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8')) as Tree;
  const texts = new Map<string, string[]>();
  const walk = (inner: Tree, path: string) => {
    for (const [key, value] of Object.entries(inner)) {
      if (typeof value !== 'string') walk(value, `${path}${key}.`);
      else if (!key.endsWith('_one')) texts.set(path + key, (value.match(/{{[^}]*}}/g) ?? []).sort());
    }
  };
  walk(tree, '');
  return texts;
}

describe('The texts', () => {
  test('Vietnamese and English say the same things and show the same values', () => {
    expect(Object.fromEntries(textsOf('en'))).toEqual(Object.fromEntries(textsOf('vi')));
  });

  test('every step of every chart, every clock and every command has a name', () => {
    const steps = Object.values(CHARTS).flatMap((chart) =>
      Object.entries(chart.root.states.handling?.states ?? {}).flatMap(([top, { states }]) =>
        Object.keys(states).map((sub) => `handling.${top}_${sub}`),
      ),
    );
    const commands = Object.keys(COMMAND_RIGHTS) as CommandName[];
    const needed = [
      ...steps,
      ...CLOCKS.map((clock) => `clocks.${clock}`),
      ...LIMITS.map((limit) => `limits.${limit}`),
      ...commands.map((command) => `commands.${command}`),
    ];
    const texts = textsOf('vi');
    expect(needed.filter((path) => !texts.has(path))).toEqual([]);
  });
});
