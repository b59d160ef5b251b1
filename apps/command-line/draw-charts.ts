import { mkdir, writeFile } from 'node:fs/promises';
import { PROCEDURES } from '#domain';
import { chartPage } from './charts/chart-page.js';
import { readWords } from './charts/chart-words.js';

/** Draws the chart of every procedure as a page of docs/charts. */
const words = await readWords();
await mkdir('docs/charts', { recursive: true });
for (const procedure of PROCEDURES) {
  await writeFile(`docs/charts/${procedure}.md`, chartPage(procedure, words));
}
