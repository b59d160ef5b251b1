import { open, writeFile } from 'node:fs/promises';

/** Writes a file that is on the disk, and not only on its way there, when this settles. */
export async function writeDurably(file: string, content: string): Promise<void> {
  await writeFile(file, content, { mode: 0o600, flush: true });
}

/** Has the disk keep a file, or the names in a folder. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
