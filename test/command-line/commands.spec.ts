import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Ending {
  code: number | null;
  output: string;
}

/** The built commands, run as people run them. */
describe('commands', () => {
  let folder: string;
  let record: TestDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-commands-'));
    record = await createTestDatabase();
  });
  afterAll(async () => {
    await record.drop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('create-administrator', () => {
    const person = ['--email', 'Quantri@Test.Example', '--name', 'Người mẫu A'];

    test('makes somebody who can sign in, and keeps no password', async () => {
      const { code, output } = await run('create-administrator', person, 'a long enough password\n');
      expect({ code, output }).toMatchObject({
        code: 0,
        output: expect.stringContaining('Quantri@Test.Example'),
      });
      expect(await record.database.rows('select name, email, role, is_active from staff')).toEqual([
        { name: 'Người mẫu A', email: 'quantri@test.example', role: 'administrator', is_active: true },
      ]);
      const [account] = await record.database.rows<{ password: string }>(
        'select password from staff_account',
      );
      expect(account?.password).not.toContain('password');
    });

    test('makes nobody twice', async () => {
      const { code, output } = await run('create-administrator', person, 'a long enough password\n');
      expect(code).toBe(1);
      expect(output).toMatch(/already has an account\.\n$/);
    });

    test.each([
      ['a short password', person, 'short\n', /^password: /],
      ['no password', person, '', /^password: /],
      ['no address', ['--name', 'Người mẫu A'], 'a long enough password\n', /^email: /],
      ['an unknown word', ['--password', 'x'], '', /^Unknown option '--password'/],
    ])('refuses %s in a sentence', async (_what, words, input, sentence) => {
      const { code, output } = await run('create-administrator', words, input);
      expect(code).toBe(1);
      expect(output).toMatch(sentence);
      expect(output).not.toContain('    at ');
    });
  });

  test('migrate leaves a current schema as it is', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0 });
  });

  test('a database that does not answer is said in a sentence', async () => {
    const { code, output } = await run('migrate', [], '', {
      DATABASE_URL: 'postgres://postgres:x@127.0.0.1:1/test',
    });
    expect(code).toBe(1);
    expect(output).toContain('cannot be opened');
    expect(output).not.toContain('    at ');
  });

  test('a command brings the embedded database up for itself when the application is stopped', async () => {
    const settings = { DATABASE_URL: '', DATA_DIR: folder };
    expect(await run('migrate', [], '', settings)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
  }, 60_000);

  async function run(
    command: string,
    words: readonly string[] = [],
    input = '',
    settings: Record<string, string> = {},
  ): Promise<Ending> {
    const child = spawn(process.execPath, [`dist/apps/command-line/${command}.js`, ...words], {
      env: { PATH: process.env.PATH, DATABASE_URL: record.url, DATA_DIR: folder, ...settings },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    return { code, output };
  }
});
