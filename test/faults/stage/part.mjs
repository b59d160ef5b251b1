import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 300;
const LAST_WORDS = 1_500;
/** A process that ends of its own accord so soon has not found what it needs to start. */
const YOUNG_MS = 2_000;

/**
 * One process of the stage. Killed, it comes back after a short pause; a process that ends without being killed is
 * noted as one that died alone.
 */
export class Part {
  isUp = false;
  #child = null;
  #isStopped = false;
  #lastWords = '';

  /**
   * @param options.name how events name it.
   * @param options.command program and arguments.
   * @param options.env variables of the process.
   * @param options.ready promises true when a process just begun works (see ready.mjs).
   * @param options.note called with what happens to it: `up`, `down`, `died`, `notStarted`.
   * @param options.onMessage called with what the process sends over its channel.
   * @param options.greeting what it is sent first.
   */
  constructor(options) {
    this.options = options;
    this.name = options.name;
    process.once('exit', () => this.#child?.kill('SIGKILL'));
  }

  async start() {
    this.#isStopped = false;
    for (let delay = 0; ; delay = RETRY_MS) {
      if (delay > 0) await sleep(delay);
      if (this.#isStopped || (await this.#launch())) return;
    }
  }

  /** Kills the process and lets it come back after `pause` milliseconds. @returns false when it was not up. */
  async killAndReturn(pause) {
    const child = this.#child;
    if (!child || !this.isUp) return false;
    this.isUp = false;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    this.options.note('down', this.name);
    void sleep(pause).then(() => this.start());
    return true;
  }

  tell(message) {
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  async stop(signal = 'SIGTERM') {
    this.#isStopped = true;
    this.isUp = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }

  /** @returns false when the process ended before it was ready, as it may while what it needs is away. */
  async #launch() {
    const { command, env, cwd, ready, note, onMessage, greeting, log } = this.options;
    const [program, ...args] = command;
    const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#child = child;
    this.#lastWords = '';
    child.on('error', () => {});
    if (onMessage) child.on('message', onMessage);
    this.tell(greeting?.() ?? {});
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => this.#hear(data, log));
    const isReady = Promise.race([ready(child), once(child, 'exit').then(() => false)]);
    let upAt = 0;
    child.once('exit', (code, signal) => {
      if (!this.isUp || this.#child !== child) return;
      this.isUp = false;
      const isYoung = code === 1 && performance.now() - upAt < YOUNG_MS;
      note(isYoung ? 'down' : 'died', this.name, { code, signal, lastWords: this.#lastWords });
      void sleep(RETRY_MS).then(() => this.start());
    });
    if (!(await isReady)) {
      if (!this.#isStopped) note('notStarted', this.name, { lastWords: this.#lastWords.slice(-200) });
      return false;
    }
    this.isUp = child.exitCode === null && child.signalCode === null;
    if (!this.isUp) return false;
    upAt = performance.now();
    note('up', this.name);
    this.tell({ isStarted: true });
    return true;
  }

  #hear(data, log) {
    this.#lastWords = (this.#lastWords + data).slice(-LAST_WORDS);
    if (log) appendFileSync(log, data);
  }
}
