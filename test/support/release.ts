import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '#config/env';

/** Below node_modules, so that releases find the packages of this checkout. */
const RELEASES = join(process.cwd(), 'node_modules', '.cache', 'releases');

/** Folder of a built release, whose `dist` can be run. */
export type Release = string;

/** Builds the sources as they are. */
export function buildWorkingTree(name: string): Release {
  const release = join(RELEASES, `${name}-${process.pid}`);
  rmSync(release, { recursive: true, force: true });
  return build(process.cwd(), release);
}

/**
 * Builds the release of a commit; the next test finds it built.
 * @returns null when this checkout does not hold the commit, as a shallow one.
 */
export function buildCommit(commit: string): Release | null {
  const release = join(RELEASES, commit);
  if (existsSync(join(release, 'dist/apps/api/main.js'))) return release;
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { stdio: 'ignore' });
  } catch {
    return null;
  }
  mkdirSync(release, { recursive: true });
  const sources = execFileSync('git', ['archive', commit, 'package.json', 'apps', 'libs', 'config'], {
    maxBuffer: 200_000_000,
  });
  execFileSync('tar', ['-x', '-C', release], { input: sources });
  return build(release, release);
}

export function removeRelease(release: Release): void {
  rmSync(release, { recursive: true, force: true });
}

function build(sources: string, release: Release): Release {
  execFileSync(process.execPath, ['test/support/build-release.mjs', sources, release], { stdio: 'inherit' });
  return release;
}

/** A process of a release. */
export interface Running {
  process: ChildProcess;
  /** What it wrote, line by line as it came. */
  output(): string;
  /** Asks it to end. @returns its exit code, or the signal that ended it. */
  stop(): Promise<number | string | null>;
}

/** Starts the API or the worker of a release with these settings and no others of this application. */
export function run(release: Release, part: 'api' | 'worker', settings: Record<string, string>): Running {
  const child = spawn(process.execPath, [join(release, `dist/apps/${part}/main.js`)], {
    cwd: release,
    env: childEnvironment({
      DATABASE_UNSAFE: 'accept',
      DEMO: 'off',
      DATA_DIR: join(release, 'data'),
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text;
    });
  }
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return {
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      return code ?? signal;
    },
  };
}
