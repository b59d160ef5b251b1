import { SetupError } from '../command.js';
import type { BackupDirectory, Base } from './backup-directory.js';

/**
 * The base copy that a restore begins with: the newest, or the newest that was complete at `to`.
 * @param to instant to restore to; null for everything there is.
 * @throws SetupError when the folder has none, or none so old.
 */
export async function chooseBase(directory: BackupDirectory, to: Date | null): Promise<Base> {
  const bases = await directory.listBases();
  const [oldest] = bases;
  if (!oldest) throw new SetupError(`${directory.path} holds no complete backup.`);
  if (to === null) return bases.at(-1)!;
  const base = bases.findLast(({ manifest }) => new Date(manifest.endedAt) <= to);
  if (!base) {
    throw new SetupError(
      `This backup begins at ${oldest.manifest.endedAt}: name that instant or a later one.`,
    );
  }
  if (base.manifest.hasArchive) return base;
  throw new SetupError('This backup has no log of what came after it: leave --to out.');
}
