import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Witness } from './planted-bug.js';

const SOURCES = ['apps', 'libs', 'config', 'test', 'package.json', 'tsconfig.json'];
/** A planted bug may make a test wait for something that never comes; a busy machine is given its time. */
const LONGEST_RUN_MS = 300_000;

/** What became of the tests of one run. */
export interface Run {
  passed: string[];
  failed: string[];
  /** Why a file could not be run at all. */
  broken: string[];
}

/** A copy of the sources in which a bug may be planted, and the tests run, without harm to the sources. */
export class SourceCopy {
  private constructor(readonly root: string) {}

  static async make(): Promise<SourceCopy> {
    const root = await mkdtemp(join(tmpdir(), 'dan-nguyen-planted-'));
    await Promise.all(SOURCES.map((name) => cp(name, join(root, name), { recursive: true })));
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    return new SourceCopy(root);
  }

  /** Runs these tests, and no others of their files, on the copy. */
  async run(witnesses: readonly Witness[]): Promise<Run> {
    if (witnesses.length === 0) return { passed: [], failed: [], broken: [] };
    const output = join(this.root, 'run.json');
    await rm(output, { force: true });
    const titles = witnesses.map(({ title }) => `${literal(title)}$`).join('|');
    const jest = ['node_modules/jest/bin/jest.js', '-c', 'config/jest.config.mjs', '--reporters=default'];
    const child = spawn(
      process.execPath,
      ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...jest]
        .concat(['--runInBand', '--forceExit', '--json', `--outputFile=${output}`, '-t', titles])
        .concat('--runTestsByPath', [...new Set(witnesses.map(({ spec }) => spec))]),
      { cwd: this.root, stdio: 'ignore', timeout: LONGEST_RUN_MS, killSignal: 'SIGKILL' },
    );
    const [, signal] = await once(child, 'exit');
    if (signal) return { passed: [], failed: [], broken: [`no end within ${LONGEST_RUN_MS / 1_000} s`] };
    return readRun(output);
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

interface JestOutput {
  testResults: {
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

async function readRun(output: string): Promise<Run> {
  const { testResults } = JSON.parse(await readFile(output, 'utf8')) as JestOutput;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const titlesOf = (status: string) =>
    tests.filter((test) => test.status === status).map(({ fullName }) => fullName);
  return {
    passed: titlesOf('passed'),
    failed: titlesOf('failed'),
    broken: testResults
      .filter(({ assertionResults }) => assertionResults.length === 0)
      .map(({ message }) => message),
  };
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
