/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

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
});
