import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);

test('the bench of the import measures, kills and resumes; a register of two thousand rows comes in whole', async () => {
  const { stdout } = await run(process.execPath, ['dist/bench/import.js', '--rows', '2000', '--rounds', '1']);
  const figures = JSON.parse(stdout);
  expect(figures).toMatchObject({ rows: 2_000, rounds: 1 });
  expect(figures.killed.fidelity).toEqual({ petitions: 2_000, doubled: 0, torn: 0, gaps: 0 });
  expect(figures.killed.importedBefore).toBeGreaterThanOrEqual(1_000);
  for (const figure of ['rowsPerSecond', 'floorRowsPerSecond', 'ratio', 'repeatedRowsPerSecond']) {
    expect(figures[figure]).toBeGreaterThan(0);
  }
}, 120_000);
