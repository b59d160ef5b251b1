import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A test of this repository: the file, and the whole name of the test or its end. */
export interface Witness {
  spec: string;
  title: string;
}

/** A mistake that someone could make, as an exact change of the sources, and the test that must see it. */
export interface PlantedBug {
  /** What the program does wrong with it. */
  name: string;
  file: string;
  /** Text that stands exactly once in the file. */
  find: string;
  replace: string;
  /** What would happen to an office. */
  why: string;
  caughtBy: Witness;
}

/**
 * Plants a bug in a copy of the sources.
 * @param root folder of the copy.
 * @returns how to take it out again.
 * @throws when the text to change does not stand exactly once in the file: the code has moved on, the bug has not.
 */
export async function plant(root: string, { name, file, find, replace }: PlantedBug) {
  const path = join(root, file);
  const sound = await readFile(path, 'utf8').catch(() => '');
  const times = sound.split(find).length - 1;
  if (times !== 1) {
    throw new Error(
      `The planted bug "${name}" cannot be planted: its text stands ${times} times in ${file}, not once. ` +
        'The code has changed: say in test/planted how the same mistake would look in it now.',
    );
  }
  await writeFile(
    path,
    sound.replace(find, () => replace),
  );
  return () => writeFile(path, sound);
}
