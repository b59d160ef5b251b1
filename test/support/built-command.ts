import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a command ended and what it said on both outputs. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Starts a built command of `apps/command-line`, with nothing of this process's settings but the given ones. */
export function launchBuilt(name: string, args: readonly string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, [`dist/apps/command-line/${name}.js`, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, output }));
  return { child, ended, output: () => output };
}

/** Runs a built command to its end. */
export function runBuilt(
  name: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Ended> {
  return launchBuilt(name, args, settings).ended;
}
