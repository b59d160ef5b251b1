import { setTimeout as sleep } from 'node:timers/promises';

/* Ways to learn that a process just begun works. Each takes the process and promises true. */

/** It writes something to standard output. */
export const says = (pattern) => (child) =>
  new Promise((resolve) => {
    child.stdout.on('data', (data) => pattern.test(data) && resolve(true));
  });

/** It answers at an address. */
export const answers = (url) => async (child) => {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return true;
    await sleep(50);
  }
  return false;
};
