import { install } from './install.mjs';
import { NODE, run } from './project.mjs';

/** `npm run check`: the definition of clean. Every tool runs, so that one look shows everything. */
const TOOLS = [
  {
    says: 'format and lint',
    command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
  { says: 'types of the server', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { says: 'types of the web application', command: ['node_modules/typescript/bin/tsc', '-p', 'apps/web'] },
  {
    says: 'import rules',
    command: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs']
      .concat(['--config', 'config/dependency-cruiser.config.mjs'])
      .concat(['apps', 'libs', 'config', 'bench', 'test']),
  },
  {
    says: 'dead code',
    command: ['node_modules/knip/bin/knip.js', '--config', 'config/knip.json', '--no-config-hints'],
  },
  { says: 'lockfile', command: ['scripts/check-lockfile.mjs'] },
];

install();
const failed = TOOLS.filter(({ says, command }) => {
  console.log(`\n• ${says}`);
  return run(NODE, command) !== 0;
});
console.log(failed.length === 0 ? '\nClean.' : `\nNot clean: ${failed.map(({ says }) => says).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
