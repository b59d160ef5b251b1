import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../command.js';

const FORMAT = 1;
export const MANIFEST = 'manifest.json';

const manifest = z.object({
  format: z.literal(FORMAT),
  /** Number that PostgreSQL gave the database when it was made; a restored one keeps it. */
  systemIdentifier: z.string(),
  /** Version of the server, such as `18.4`. */
  postgres: z.string(),
  /** When the copy began and was complete, by the server's clock; the record can be restored to any instant after. */
  startedAt: z.iso.datetime({ offset: true }),
  endedAt: z.iso.datetime({ offset: true }),
  timeline: z.int(),
  /** Name of the piece of the log that a restore begins with. */
  startWal: z.string(),
  /** Whether the log goes on in the archive; a copy of somebody else's server stands alone. */
  hasArchive: z.boolean(),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

/** What a base copy is: of which database, of when, and the sums of its files. */
export type Manifest = z.output<typeof manifest>;
export type ListedFile = Manifest['files'][number];

/** The manifest of the base copy in a folder. @throws SetupError when it is not readable. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST);
  try {
    return manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new SetupError(`${file} is not readable as the manifest of a backup: this copy is damaged.`);
  }
}

/** Checks every file of a base copy against its manifest. @throws SetupError that names the first bad one. */
export async function verifyFiles(folder: string, { files }: Manifest): Promise<void> {
  for (const { name, sha256 } of files) {
    const found = await sumOf(join(folder, name)).catch(() => null);
    if (found === sha256) continue;
    const fault = found === null ? 'is missing' : 'is not what was backed up';
    throw new SetupError(`${join(folder, name)} ${fault}: this copy is damaged; restore from another one.`);
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function sumOf(file: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(file)) sum.update(chunk);
  return sum.digest('hex');
}

/** A file as the manifest lists it. */
export async function listed(file: string, sha256: string): Promise<ListedFile> {
  return { name: basename(file), bytes: (await stat(file)).size, sha256 };
}

/** The manifest of a finished copy, in the form it is stored in. */
export function manifestText(of: Omit<Manifest, 'format'>): string {
  return `${JSON.stringify({ format: FORMAT, ...of }, null, 2)}\n`;
}
