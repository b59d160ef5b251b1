import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MB = 1024 * 1024;

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  folder: string;
  /** Fills it until `left` bytes are free; 0 fills it to the brim. */
  fill(left: number): Promise<void>;
  /** Gives back what {@link fill} took. */
  empty(): Promise<void>;
  remove(): void;
}

/**
 * Mounts a small file system in memory. Only root may, and not in every container: null where nobody may.
 * @param megabytes size of the disk.
 */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'dan-nguyen-test-disk-'));
  const mounted = spawnSync('/bin/mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${megabytes}m,mode=0755`,
    'tmpfs',
    folder,
  ]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  chmodSync(folder, 0o755);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: (left) => fillUp(filler, folder, left),
    empty: () => rm(filler, { force: true }),
    remove() {
      spawnSync('/bin/umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fillUp(filler: string, folder: string, left: number): Promise<void> {
  const handle = await open(filler, 'a');
  try {
    for (let portion = MB; portion >= 4096; ) {
      const { bavail, bsize } = await statfs(folder);
      if (left > 0 && bavail * bsize <= left) return;
      const isWritten = await handle.write(Buffer.alloc(portion, 1)).then(
        () => true,
        () => false,
      );
      if (!isWritten) portion /= 4;
    }
  } finally {
    await handle.close();
  }
}
