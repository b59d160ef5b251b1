import { open } from 'node:fs/promises';

/**
 * Opens a file of JSON lines that survives its writer: `write` comes back when its line is on the disk. Lines that
 * are written together are brought to the disk together.
 */
export async function openLines(path) {
  const file = await open(path, 'a');
  let waiting = [];
  let flushing = null;

  async function flush() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await file.appendFile(batch.map(({ line }) => line).join(''));
        await file.datasync();
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    flushing = null;
  }

  return {
    write: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ line: `${JSON.stringify(entry)}\n`, done, failed });
        flushing ??= flush();
      }),
    async close() {
      await flushing;
      await file.close();
    },
  };
}

/** The lines of a file; a last line that its writer was killed over is left out. */
export async function readLines(path) {
  const file = await open(path);
  try {
    const text = await file.readFile('utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    return whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  } finally {
    await file.close();
  }
}
