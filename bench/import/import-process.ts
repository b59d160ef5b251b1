import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#config/env';
import type { Summary } from '#petitions';
import { SECRET_KEY } from '../office/bench-office.js';

const COMMAND = fileURLToPath(new URL('../../apps/command-line/import.js', import.meta.url));
const LOOK_EVERY_MS = 100;
const TICKS_PER_SECOND = 100;

/** What an import came to; `summary` is null when it was killed. */
export interface ImportEnd {
  seconds: number;
  /** Most memory that the process had at once (VmHWM), in MB. */
  peakMb: number;
  /** CPU time of the process, all threads. */
  cpuSeconds: number;
  summary: Summary | null;
}

/** The real command on a file, in a process of its own. */
export class ImportProcess {
  private readonly startedAt = performance.now();
  private readonly child: ChildProcess;
  private peakKb = 0;
  private cpuTicks = 0;
  readonly end: Promise<ImportEnd>;

  constructor(office: { databaseUrl: string; folder: string }, path: string) {
    this.child = spawn(process.execPath, [COMMAND, path, '--json'], {
      env: childEnvironment({ DATABASE_URL: office.databaseUrl, DATA_DIR: office.folder, SECRET_KEY }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const look = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.end = this.untilEnd().finally(() => clearInterval(look));
  }

  /** Ends the process as a power cut would. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  private async untilEnd(): Promise<ImportEnd> {
    const [output] = await Promise.all([text(this.child.stdout!), once(this.child, 'close')]);
    const seconds = (performance.now() - this.startedAt) / 1_000;
    const summary = output === '' ? null : (JSON.parse(output) as Summary);
    const peakMb = Math.round(this.peakKb / 1_024);
    return { seconds, peakMb, cpuSeconds: this.cpuTicks / TICKS_PER_SECOND, summary };
  }

  private look(): void {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      this.peakKb = Math.max(this.peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
      // Behind the name, which may hold blanks, the 12th and 13th figures are the ticks in user and system mode.
      const figures = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      this.cpuTicks = Math.max(this.cpuTicks, Number(figures[11]) + Number(figures[12]));
    } catch {
      // The process is just gone, or the system has no /proc: then nothing is said of its memory.
    }
  }
}
