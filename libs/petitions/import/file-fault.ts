/** A sentence in both languages for whoever prepared the file. */
export interface Reason {
  vi: string;
  en: string;
}

/**
 * The file as a whole cannot be imported: it is unreadable, empty, in another encoding or of another
 * shape. Nothing has been written when it is thrown.
 */
export class FileFault extends Error {
  override name = 'FileFault';

  constructor(
    readonly line: number,
    readonly column: string | null,
    readonly reason: Reason,
  ) {
    super(`${reason.vi} / ${reason.en}`);
  }
}
