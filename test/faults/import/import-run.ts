import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Summary } from '#petitions';

const COMMAND = 'dist/apps/command-line/import.js';

/** Name under which PostgreSQL knows the connections of an import. */
export const APPLICATION = 'test-import';

/** An import that runs in a process of its own. */
export interface ImportRun {
  child: ChildProcess;
  /** How it ended; `summary` is null when it was killed before it could say. */
  ended: Promise<{ code: number | null; summary: Summary | null; stderr: string }>;
}

/** Starts the built command on a file. @param dataDir folder of the office's key. */
export function startImport(databaseUrl: string, dataDir: string, args: readonly string[]): ImportRun {
  const child = spawn(process.execPath, [COMMAND, ...args, '--json'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PGAPPNAME: APPLICATION },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [code]]) => ({
      code: code as number | null,
      summary: stdout === '' ? null : (JSON.parse(stdout) as Summary),
      stderr,
    }),
  );
  return { child, ended };
}
