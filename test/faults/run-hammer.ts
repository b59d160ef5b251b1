import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run counted and what the judge found. */
export interface Verdict {
  seed: string;
  faults: { kills: number; cuts: number; holes: number; empties: number };
  /** What the people of the load met, by name, such as `acknowledged` and `answer 503`. */
  answered: Record<string, number>;
  settled: Record<'byItself' | 'afterPauses', { alarms: number; messages: number; tookMs: number }>;
  /** Places of the program that asked the database or the queue, and how often they were hit. */
  sites: Record<string, { often: number; before: number; after: number }>;
  /** One line for each broken promise. */
  findings: string[];
  /** Kinds of finding after the record was made wrong on purpose; null when it was not. */
  seen: string[] | null;
  measured: { commands: number; rings: number; mails: number };
}

/** Options of hammer.mjs by name, without the dashes. */
export type Run = Record<string, string | number | true>;

/** Another folder whose build is tested, when HAMMER_TREE names one. */
const tree: Run = process.env.HAMMER_TREE ? { tree: process.env.HAMMER_TREE } : {};

/** Runs hammer.mjs in a process of its own; says which seed it was, and what it counted, on standard error. */
export async function runHammer(run: Run): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-hammer-'));
  const report = join(folder, 'report.json');
  const all: Run = { ...tree, ...run, report };
  const options = Object.entries(all).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, `${value}`],
  );
  try {
    const hammer = spawn(process.execPath, ['test/faults/hammer.mjs', ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await once(hammer, 'exit');
    return JSON.parse(await readFile(report, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
