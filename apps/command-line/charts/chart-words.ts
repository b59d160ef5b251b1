import { readFile } from 'node:fs/promises';
import type { Phrase } from '#domain';

/** Says a word of the office in both languages, as the screens do; a word that they do not know stays as it is. */
export type Words = (group: string, key: string) => Phrase;

type Texts = Partial<Record<string, Partial<Record<string, unknown>>>>;

/** The words of the screens. @throws when a file of texts cannot be read. */
export async function readWords(folder = 'apps/web/src/locales'): Promise<Words> {
  const [vi, en] = await Promise.all(['vi', 'en'].map((language) => readTexts(`${folder}/${language}.json`)));
  const say = (texts: Texts | undefined, group: string, key: string) => {
    const word = texts?.[group]?.[key];
    return typeof word === 'string' ? word : key;
  };
  return (group, key) => ({ vi: say(vi, group, key), en: say(en, group, key) });
}

async function readTexts(file: string): Promise<Texts> {
  return JSON.parse(await readFile(file, 'utf8'));
}
