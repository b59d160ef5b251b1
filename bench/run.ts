import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBench, SECTIONS, type Section } from './bench.js';
import { FULL, MEDIUM, SHORT } from './sizes.js';
import { tablesOf } from './tables.js';

const FOLDER = '.data/bench';

/**
 * `npm run bench -- [commands] [notices] [herd] [idle] [--peers] [--medium | --short]`: measures floor and engine in one
 * run, prints tables and ratios, and writes everything as JSON to `.data/bench/`. docs/performance.md explains each figure.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'boolean' }, short: { type: 'boolean' }, medium: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !SECTIONS.includes(name as Section));
if (unknown.length > 0) {
  console.error(`Unknown section ${unknown.join(', ')}: one of ${SECTIONS.join(', ')}, or none for all.`);
  process.exit(1);
}
const report = await runBench({
  sections: positionals.length > 0 ? (positionals as Section[]) : SECTIONS,
  sizes: values.short ? SHORT : values.medium ? MEDIUM : FULL,
  withPeers: values.peers ?? false,
});
await mkdir(FOLDER, { recursive: true });
const file = join(FOLDER, `${report.at.replaceAll(':', '-')}.json`);
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(`${tablesOf(report)}\n\nAll figures: ${file}`);
