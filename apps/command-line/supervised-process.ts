import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '#config/node-flags';

const LONGEST_PAUSE_MS = 30_000;
const STEADY_AFTER_MS = 30_000;
const CRASHES_IN_A_ROW = 5;
const STOP_WITHIN_MS = 30_000;
const LOG_BYTES = 10_000_000;

export interface ProcessOptions {
  /** What the person sees: `api`, `worker`. */
  name: string;
  /** Script to run, relative to this folder. */
  script: string;
  environment: Record<string, string | undefined>;
  logFile: string;
  /** Called once, with one sentence, when the process keeps ending and is left alone. */
  onGivenUp(reason: string): void;
}

/** A child process that is started again, later and later, when it ends unasked. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private again: NodeJS.Timeout | undefined;
  private crashes = 0;
  private isStopping = false;

  constructor(private readonly options: ProcessOptions) {
    turnLog(options.logFile);
    this.start();
  }

  /** Asks the process to end, waits, and forces it after 30 s. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.again);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(force);
  }

  private start(): void {
    const { script, environment, logFile } = this.options;
    const log = openSync(logFile, 'a', 0o600);
    const startedAt = performance.now();
    const child = spawn(
      process.execPath,
      [...NODE_FLAGS, '--import', at('./stop-with-parent.js'), at(script)],
      // A session of its own: Ctrl-C in the terminal must reach the launcher only, which keeps the order.
      { env: environment, stdio: ['ignore', log, log, 'ipc'], detached: true },
    );
    closeSync(log);
    child.once('exit', (code, signal) => this.ended(code ?? signal, performance.now() - startedAt));
    this.child = child;
  }

  private ended(how: number | string | null, livedMs: number): void {
    if (this.isStopping) return;
    const { name, logFile, onGivenUp } = this.options;
    this.crashes = livedMs > STEADY_AFTER_MS ? 1 : this.crashes + 1;
    if (this.crashes >= CRASHES_IN_A_ROW) {
      onGivenUp(`The ${name} keeps ending (${how}); the end of ${logFile}:\n${lastLines(logFile)}`);
      return;
    }
    const pauseMs = Math.min(1_000 * 2 ** (this.crashes - 1), LONGEST_PAUSE_MS);
    console.error(`The ${name} ended (${how}); it starts again in ${pauseMs / 1_000} s. Its log: ${logFile}`);
    this.again = setTimeout(() => this.start(), pauseMs);
  }
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Keeps one older log, so that logs never fill the disk. */
function turnLog(file: string): void {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
