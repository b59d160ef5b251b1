import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PROCEDURES } from '#domain';
import { chartPage } from '../../apps/command-line/charts/chart-page.js';
import { readWords, type Words } from '../../apps/command-line/charts/chart-words.js';

describe('the pictures of the charts (drawn anew by npm run charts)', () => {
  let words: Words;
  beforeAll(async () => {
    words = await readWords();
  });

  test.each(PROCEDURES)('of %s is the one kept in docs/charts', async (procedure) => {
    expect(await readFile(`docs/charts/${procedure}.md`, 'utf8')).toBe(chartPage(procedure, words));
  });

  test('are kept for the procedures there are, and no others', async () => {
    expect((await readdir('docs/charts')).sort()).toEqual(PROCEDURES.map((each) => `${each}.md`).sort());
  });

  test.each(PROCEDURES)('name every state and act of %s in both languages', (procedure) => {
    const cells = chartPage(procedure, words)
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(' | '));
    const unsaid = cells.filter(([first = '', vi, en]) => first.startsWith('| `') && (!vi || vi === en));
    expect(unsaid).toEqual([]);
    for (const [state = '', path] of cells.filter(([, second]) => second?.startsWith('`'))) {
      if (path?.includes('.')) expect(state).toMatch(/ \/ /);
    }
  });
});
