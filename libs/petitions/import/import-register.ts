import type { Office } from '../office.js';
import type { InspectedFile } from './inspect-file.js';
import { Lanes } from './lanes.js';
import { loadOrganisation } from './load-organisation.js';
import { NameMemory } from './name-memory.js';
import { readRegister } from './read-register.js';
import { RegisterIntake } from './register-intake.js';
import type { ImportSettings } from './settings.js';
import { RehearsedKeys, SourceKeys } from './source-keys.js';
import type { Tally } from './summary.js';

/** Rows that one transaction takes: enough that a commit costs a row nothing, few enough that nobody waits for it. */
const BATCH = 500;

/** Batches under way at once: one is written, one is judged, one is read. */
const LANES = 3;

/**
 * Imports a register: every good row becomes a case through the door, in batches; a bad row is listed and nothing of it
 * is written. The record itself is the mark of how far an import came: a row that is in is recognised by its id, so an
 * import that was stopped or killed goes on by being run again.
 */
export async function importRegister(
  office: Office,
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
): Promise<void> {
  const planning = {
    names: new NameMemory(await loadOrganisation(office.database)),
    deskAgencyCode: office.coordinationAgency,
    today: settings.today,
  };
  const work = (keys: SourceKeys, lanes: number) =>
    takeIn(file, settings, tally, new RegisterIntake(office, keys, settings, planning, tally), lanes);
  if (settings.dryRun) {
    return office.database.transaction(async (own) => work(await RehearsedKeys.open(own), 1));
  }
  await ensureDesk(office);
  await work(new SourceKeys(office.database.pool), LANES);
}

async function takeIn(
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
  intake: RegisterIntake,
  most: number,
): Promise<void> {
  const lanes = new Lanes(most);
  let bytes = 0;
  try {
    for await (const batch of readRegister(file, settings, BATCH)) {
      if (settings.signal.aborted) return tally.stop();
      // Which of two rows with one id came first is decided by the file, not by the faster lane.
      if (intake.hasUnderWay(batch)) await lanes.settle();
      await lanes.start(async () => {
        await intake.take(batch);
        bytes = Math.max(bytes, batch.bytes);
        settings.report({ stage: 'importing', bytes, totalBytes: file.bytes, rows: tally.rows });
      });
    }
  } finally {
    await lanes.settle();
  }
}

/** Cases need a receiving office; before the organisation is imported it is known by its code alone. */
async function ensureDesk({ database, coordinationAgency }: Office): Promise<void> {
  await database.rows(
    `insert into agency (code, name, kind, verified) values ($1, 'Trụ sở Tiếp công dân', 'department', false)
     on conflict do nothing`,
    [coordinationAgency],
  );
}
