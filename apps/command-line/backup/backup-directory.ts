import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SetupError } from '../command.js';
import { MANIFEST, type Manifest, readManifest } from './manifest.js';

const UNFINISHED = '.unfinished';
/** A piece of the log: timeline, then its place, 24 digits in all. */
const PIECE = /^[0-9A-F]{24}/;

/** A base copy that is complete. */
export interface Base {
  folder: string;
  manifest: Manifest;
}

/**
 * A folder of backups:
 * `bases/<instant>/` whole copies, each with its manifest; `wal/` the log of everything since the oldest one.
 */
export class BackupDirectory {
  private constructor(readonly path: string) {}

  /** Opens a folder to back up into, making it when it is not there. @throws SetupError when it cannot be written. */
  static async make(path: string): Promise<BackupDirectory> {
    const directory = new BackupDirectory(resolve(path));
    // PostgreSQL refuses to run as root, so its own user must be able to walk through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    try {
      await mkdir(directory.path, { recursive: true, mode });
      await mkdir(directory.bases, { recursive: true, mode: 0o700 });
      await mkdir(directory.wal, { recursive: true, mode: 0o700 });
      return directory;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new SetupError(`Cannot write to ${directory.path} (${code}): name a folder of yours.`);
    }
  }

  /** Opens a folder to restore from. @throws SetupError when it is none. */
  static open(path: string): BackupDirectory {
    const directory = new BackupDirectory(resolve(path));
    if (existsSync(directory.bases)) return directory;
    throw new SetupError(`${directory.path} holds no backup: name the folder given to npm run backup.`);
  }

  get bases(): string {
    return join(this.path, 'bases');
  }

  get wal(): string {
    return join(this.path, 'wal');
  }

  /** Folder of a base copy under its working name; renamed when it is complete. */
  unfinished(name: string): string {
    return join(this.bases, `${name}${UNFINISHED}`);
  }

  /** The complete base copies, the oldest first. */
  async listBases(): Promise<Base[]> {
    const names = (await readdir(this.bases)).filter((name) => !name.endsWith(UNFINISHED)).sort();
    const folders = names
      .map((name) => join(this.bases, name))
      .filter((path) => existsSync(join(path, MANIFEST)));
    return Promise.all(folders.map(async (folder) => ({ folder, manifest: await readManifest(folder) })));
  }

  /** Names of the pieces of the log and of the notes beside them, without `.gz`, in order. */
  async listWal(): Promise<string[]> {
    const names = await readdir(this.wal);
    return names
      .filter((name) => name.endsWith('.gz'))
      .map((name) => name.slice(0, -'.gz'.length))
      .sort();
  }

  /**
   * Keeps the newest `keep` base copies and the log since the oldest of them; removes the rest, and what an
   * interrupted backup left behind.
   * @returns how many base copies were removed.
   */
  async prune(keep: number): Promise<number> {
    for (const name of await readdir(this.bases)) {
      if (name.endsWith(UNFINISHED)) await rm(join(this.bases, name), { recursive: true });
    }
    const bases = await this.listBases();
    const outdated = bases.slice(0, Math.max(0, bases.length - keep));
    for (const { folder } of outdated) await rm(folder, { recursive: true });
    const [oldest] = bases.slice(outdated.length);
    if (oldest) await this.#removeLogBefore(oldest.manifest.startWal);
    return outdated.length;
  }

  /** Bytes on disk, of everything that is complete. */
  async size(): Promise<number> {
    const entries = await readdir(this.path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'));
    const sizes = await Promise.all(files.map(({ parentPath, name }) => stat(join(parentPath, name))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
  }

  /** The place in the log decides, whatever the timeline; notes of timelines are small and stay. */
  async #removeLogBefore(startWal: string): Promise<void> {
    for (const name of await this.listWal()) {
      if (PIECE.test(name) && name.slice(8, 24) < startWal.slice(8)) await rm(join(this.wal, `${name}.gz`));
    }
  }
}
