/** How far an import has come. The file is gone through twice: it is checked as a whole before anything is written. */
export interface Progress {
  stage: 'checking' | 'importing';
  /** Bytes of the file that are done in this stage. */
  bytes: number;
  totalBytes: number;
  /** Rows that are done in this stage. */
  rows: number;
}

/** Is told of every step forward; whoever shows it decides how often. */
export type ProgressReport = (progress: Progress) => void;
