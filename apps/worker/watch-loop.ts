import { Worker } from 'node:worker_threads';

const BEAT_MS = 1_000;
/** Longer than anything a duty may honestly take without pause. */
const SECONDS = 60;

/**
 * Runs beside the process: counts its own seconds, not the clock's, so that a machine that slept kills nothing.
 * `process.exit` would end this thread alone.
 */
const GUARD = `
  const { workerData } = require('node:worker_threads');
  const beats = new Int32Array(workerData.memory);
  let last = -1;
  let still = 0;
  setInterval(() => {
    const now = Atomics.load(beats, 0);
    still = now === last ? still + 1 : 0;
    last = now;
    if (still >= workerData.seconds) process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;

/**
 * Ends a process that is caught in an endless loop: it would neither work nor stop, and its neighbours would wait for
 * what it holds. Whoever runs it starts it again, and the message it was caught in is then tried alone.
 * @param seconds how long the process may be deaf.
 * @returns ends the watch.
 */
export function watchLoop(seconds = SECONDS): () => Promise<void> {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const beats = new Int32Array(memory);
  const timer = setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS);
  // The thread is a script whatever the process was started with.
  const guard = new Worker(GUARD, { eval: true, execArgv: [], workerData: { memory, seconds } });
  timer.unref();
  guard.unref();
  return async () => {
    clearInterval(timer);
    await guard.terminate();
  };
}
