import type { LegalDate } from '#domain';
import type { ProgressReport } from './progress.js';

/** How a file is to be imported, as the importers of the three kinds of file see it. */
export interface ImportSettings {
  /** Name of the register; with the id it tells petitions of two registers apart. */
  source: string;
  /** Read, check and count, but write nothing. */
  dryRun: boolean;
  /** Day of the import. */
  today: LegalDate;
  report: ProgressReport;
  /** Asks the import of a register to finish what is in hand and stop. */
  signal: AbortSignal;
}
