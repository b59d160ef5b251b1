import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** An operator's terminal: one shell that keeps its variables and its background jobs from step to step. */
export interface Terminal {
  /** Types a script; settles with its exit code and what was printed meanwhile. */
  type(script: string): Promise<{ code: number; output: string }>;
  close(): Promise<void>;
}

/** Opens a terminal whose shell has exactly these variables. */
export function openTerminal(environment: Record<string, string>): Terminal {
  const shell = spawn('bash', ['--noprofile', '--norc'], {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  const ended = once(shell, 'close');
  let lines = 0;
  const enter = async (line: string) => {
    lines += 1;
    const mark = `::line-${lines}-ended-with:`;
    const seen = output.length;
    shell.stdin.write(`${line}\necho "${mark}$?"\n`);
    while (!output.includes(mark)) {
      if (shell.exitCode !== null) throw new Error(`The shell ended:\n${output}`);
      await sleep(20);
    }
    const [before = '', after = ''] = output.slice(seen).split(mark);
    return { code: Number.parseInt(after, 10), output: before };
  };
  return {
    async type(script) {
      const said: string[] = [];
      for (const line of script.trim().replaceAll('\\\n', '').split('\n')) {
        const { code, output } = await enter(line);
        said.push(output);
        // As a person does: the next line is typed only when this one has worked.
        if (code !== 0) return { code, output: said.join('') };
      }
      return { code: 0, output: said.join('') };
    },
    async close() {
      process.kill(-shell.pid!, 'SIGTERM');
      await ended;
    },
  };
}
