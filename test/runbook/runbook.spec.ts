import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../apps/command-line/ports.js';
import { runBuilt } from '../support/built-command.js';
import { readRunbook } from './read-runbook.js';
import { openTerminal, type Terminal } from './terminal.js';

const RUNBOOK = readFileSync('docs/runbook.md', 'utf8');
const STEPS = readRunbook(RUNBOOK);
const PAPER = (
  id: string,
) => `id,commune_or_place,received_on,channel,kind,subject_vi,agency_named,answered_on,outcome
${id},,2026-09-01,đơn thư,,Đèn đường hỏng,,,\n`;

describe('the runbook', () => {
  let folder: string;
  let terminal: Terminal;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-runbook-'));
    const settings = {
      DATA_DIR: join(folder, 'data'),
      BACKUP: join(folder, 'backup'),
      PORT: String(await freePort()),
      DEMO: 'off',
      WRONG_FILE: join(folder, 'wrong.csv'),
    };
    await writeFile(join(folder, 'right.csv'), PAPER('right-1'));
    await writeFile(settings.WRONG_FILE, PAPER('wrong-1'));
    expect(await runBuilt('import', [join(folder, 'right.csv')], settings)).toEqual({
      code: 0,
      output: expect.stringContaining('imported: 1'),
    });
    terminal = openTerminal({
      PATH: process.env.PATH!,
      HOME: process.env.HOME ?? folder,
      LOG_LEVEL: 'warn',
      ...settings,
    });
  }, 60_000);
  afterAll(async () => {
    await terminal.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 200 });
  }, 60_000);

  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...RUNBOOK.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name!);
    expect(new Set(named.filter((name) => !(name in scripts)))).toEqual(new Set());
  });

  test('names only parts of itself that there are', () => {
    const headings = [...RUNBOOK.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const referred = [...RUNBOOK.matchAll(/see \*(.+?)\*/g)].map(([, heading]) => heading);
    expect(headings).toEqual(expect.arrayContaining(referred));
  });

  test.each(STEPS.map((step, index) => ({ ...step, title: `${index + 1}, ${step.heading}` })))(
    'step $title: works as it stands',
    async ({ script, expected }) => {
      const { code, output } = await terminal.type(script);
      expect({ code, output }).toMatchObject({ code: 0 });
      if (expected !== null) expect(output).toContain(expected);
    },
    120_000,
  );

  test('has undone the mistake and kept the rest', async () => {
    expect(existsSync(join(folder, 'data.new-machine', 'postgres', 'PG_VERSION'))).toBe(true);
    const { output } = await terminal.type('npm run sql -- "select source_key from petition"');
    expect(output).toContain('right-1');
    expect(output).not.toContain('wrong-1');
  }, 60_000);
});
