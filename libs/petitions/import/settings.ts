import type { LegalDate } from '#domain';

/** How a file is to be imported, as the importers of the three kinds of file see it. */
export interface ImportSettings {
  /** Name of the register; with the id it tells petitions of two registers apart. */
  source: string;
  /** Read, check and count, but write nothing. */
  dryRun: boolean;
  /** Day of the import. */
  today: LegalDate;
  /** Called for each row that was read. */
  onRow(): void;
}
