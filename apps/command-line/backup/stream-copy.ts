import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import pg from 'pg';

/** First bytes of the messages that a base backup consists of (PostgreSQL, "Streaming Replication Protocol"). */
const NEW_ARCHIVE = 0x6e;
const DATA = 0x64;

/** What PostgreSQL says of the copy when it is complete. */
export interface CopyEnd {
  /** Place in the write-ahead log that reading must start at, such as `0/2000028`, and its timeline. */
  startLsn: string;
  timeline: number;
}

export interface BaseCopy {
  /** The database's files as one tar archive. */
  tar: Readable;
  /** Settles after the last byte, and not before the log that the copy needs is in the archive of the log. */
  end: Promise<CopyEnd>;
}

export interface CopyOptions {
  /** Puts the log that the copy needs into the tar, for a server whose log nobody archives. */
  withLog: boolean;
}

/**
 * Asks a server for a copy of its files while it serves others; it checks the sums of all pages on the way.
 * @param client connected with `replication`, used for nothing else.
 */
export function copyBase(client: pg.Client, { withLog }: CopyOptions): BaseCopy {
  const tar = new PassThrough();
  const end = new Promise<CopyEnd>((resolve, reject) => {
    const fail = (error: Error) => {
      tar.destroy(error);
      reject(error);
    };
    // A warning (a page with a wrong sum, a log that cannot be archived) means that this copy is no backup.
    client.on('notice', ({ severity, message }) => {
      if (severity === 'WARNING') fail(new Error(message));
    });
    client.on('error', fail);
    client.query(
      new CopyQuery(withLog, tar, (error, results) => {
        if (error) return fail(error);
        tar.end();
        const [{ recptr, tli }] = (results as unknown as pg.QueryResult[])[0]!.rows as [Start];
        resolve({ startLsn: recptr, timeline: Number(tli) });
      }),
    );
  });
  // Whoever reads the tar hears of a failure there first.
  end.catch(() => {});
  return { tar, end };
}

interface Start {
  recptr: string;
  tli: string;
}

type Done = (error: Error | undefined, results: unknown) => void;

class CopyQuery extends pg.Query {
  private archives = 0;

  constructor(
    withLog: boolean,
    private readonly tar: PassThrough,
    done: Done,
  ) {
    super(
      `BASE_BACKUP (LABEL 'dan-nguyen', CHECKPOINT 'fast', MANIFEST 'no', WAL ${withLog}, WAIT ${!withLog})`,
      done,
    );
  }

  /** Called by the driver for every piece; the piece lies in memory that the driver uses again. */
  handleCopyData({ chunk }: { chunk: Buffer }, connection: { stream: Readable }): void {
    if (chunk[0] === NEW_ARCHIVE) {
      this.archives += 1;
      if (this.archives > 1) this.tar.destroy(new Error('The server has tablespaces.'));
    }
    if (chunk[0] !== DATA || this.tar.destroyed) return;
    if (this.tar.write(Buffer.from(chunk.subarray(1))) || connection.stream.isPaused()) return;
    connection.stream.pause();
    this.tar.once('drain', () => connection.stream.resume());
  }
}
