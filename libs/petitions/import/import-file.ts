import { basename, extname } from 'node:path';
import type { LegalDate } from '#domain';
import type { Office } from '../office.js';
import { FileFault } from './file-fault.js';
import { importFormerUnits } from './import-former-units.js';
import { importRegister } from './import-register.js';
import { importUnits } from './import-units.js';
import { type InspectedFile, inspectFile } from './inspect-file.js';
import type { ProgressReport } from './progress.js';
import { RejectsFile } from './rejects-file.js';
import type { ImportSettings } from './settings.js';
import type { Shape } from './shapes.js';
import { refusedSummary, type Summary, Tally } from './summary.js';

export interface ImportOptions {
  /** Name of the register; default: the name of the file without its ending. */
  source?: string | undefined;
  /** Read, check and count, but write nothing. */
  dryRun?: boolean;
  /** File that every rejected row is listed in, however many; one of that name is replaced. */
  rejects?: string | undefined;
  progress?: ProgressReport | undefined;
  /** Asks the import of a register to finish the rows in hand and stop; running it again goes on from there. */
  signal?: AbortSignal | undefined;
}

type Importer = (
  office: Office,
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
) => Promise<void>;

const IMPORTERS = {
  register: importRegister,
  units: importUnits,
  formerUnits: importFormerUnits,
} satisfies Record<Shape, Importer>;

/**
 * Imports a register of petitions, a list of units or the map of old units to new ones; the header
 * says which it is. The file is read twice: a first pass refuses it whole when it is not UTF-8, not
 * CSV or of another shape, before anything is written. After that a bad row is rejected alone.
 * @returns what became of every row; `refused` is set when the file was refused.
 */
export async function importFile(
  office: Office,
  path: string,
  options: ImportOptions = {},
): Promise<Summary> {
  const { dryRun = false, progress: report = () => {}, source = basename(path, extname(path)) } = options;
  const file = await inspectFile(path, report).catch((error) => {
    if (error instanceof FileFault) return error;
    throw error;
  });
  if (file instanceof FileFault) return refusedSummary(file, dryRun);
  const rejects = options.rejects === undefined ? null : await RejectsFile.open(options.rejects);
  const tally = new Tally(dryRun, (remark) => rejects?.add(remark));
  const { signal = new AbortController().signal } = options;
  const settings = { source, dryRun, today: await todayOf(office), report, signal };
  await IMPORTERS[file.shape](office, file, settings, tally).finally(() => rejects?.close());
  return tally.summary();
}

/** Today in Viet Nam as the record's clock sees it. */
async function todayOf({ database }: Office): Promise<LegalDate> {
  const [row] = await database.rows<{ today: LegalDate }>(
    `select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as today`,
  );
  return row!.today;
}
