import { describe, expect, test } from '@jest/globals';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };

/** Every text of a language with the values it shows, by its path; forms of the singular aside. */
function textsOf(tree: Tree) {
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
    expect(Object.fromEntries(textsOf(en))).toEqual(Object.fromEntries(textsOf(vi)));
  });
});
