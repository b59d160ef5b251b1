import { spellingOf, type Token, tokensOf } from './spelling.js';

/** Types of a commune-level unit; a `thị trấn` exists on the old map only. */
export type UnitType = 'commune' | 'ward' | 'town';

type WordOf<Type> = { type: Type; words: readonly string[] };

const spelled = (...words: string[]) => words.map(spellingOf);

/** Type words of units, longest first. One letter needs its point: `X. Tân Duyệt`. */
const UNIT_WORDS: readonly WordOf<UnitType>[] = [
  { type: 'town', words: spelled('thị', 'trấn') },
  { type: 'town', words: spelled('tt', '.') },
  { type: 'commune', words: spelled('x', '.') },
  { type: 'ward', words: spelled('p', '.') },
  { type: 'town', words: spelled('tt') },
  { type: 'commune', words: spelled('xã') },
  { type: 'ward', words: spelled('phường') },
];

const DISTRICT_WORDS: readonly WordOf<'district'>[] = [
  ['thị', 'xã'],
  ['thành', 'phố'],
  ['tp', '.'],
  ['tx', '.'],
  ['h', '.'],
  ['q', '.'],
  ['tp'],
  ['tx'],
  ['huyện'],
  ['quận'],
].map((words) => ({ type: 'district', words: spelled(...words) }));

const PROVINCE_WORDS: readonly WordOf<'province'>[] = [{ type: 'province', words: spelled('tỉnh') }];

/** Order matters: `thị xã` must be met before `xã`. */
const TYPE_WORDS = [...DISTRICT_WORDS, ...PROVINCE_WORDS, ...UNIT_WORDS];

/** Type words typed without marks (`xa Tan Duyet`), for texts that carry none at all. */
const PLAIN_WORDS = TYPE_WORDS.map(({ type, words }) => ({
  type,
  words: words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '')),
}));

/** A type word at a place of a text: its type and how many tokens it takes. */
export interface TypeWord {
  type: UnitType | 'district' | 'province';
  length: number;
}

/**
 * The type word that starts at `index`, if one does. `isPlainText` says that the text was typed
 * without marks; else `cầu Xả Bảo` would be read as a commune.
 */
export function typeWordAt(tokens: readonly Token[], index: number, isPlainText: boolean): TypeWord | null {
  const first = tokens[index];
  if (first?.spelling === 'p' && /^\d/.test(tokens[index + 1]?.raw ?? '')) return { type: 'ward', length: 1 };
  for (const { type, words } of isPlainText ? PLAIN_WORDS : TYPE_WORDS) {
    if (words.every((word, offset) => tokens[index + offset]?.spelling === word)) {
      return { type, length: words.length };
    }
  }
  return null;
}

/** Key of a unit by its full name, such as `commune tân duyệt`; null for an office without a type word. */
export function unitName(name: string): string | null {
  const tokens = tokensOf(name);
  const found = typeWordAt(tokens, 0, false);
  if (!found || found.type === 'district' || found.type === 'province') return null;
  return unitKey(found.type, tokens.slice(found.length));
}

/** Key of a unit by its type and the tokens of its bare name. */
export function unitKey(type: UnitType, name: readonly Token[]): string {
  const words = name.filter((token) => token.isWord).map((token) => token.spelling);
  return `${type} ${words.join(' ')}`;
}
