import { randomUUIDv7 } from 'node:crypto';
import { type Actor, refusalText } from '#domain';
import type { CommandRequest } from '../command-request.js';
import type { Office } from '../office.js';
import { runCommands } from '../door/index.js';
import { nameCells, RowFault } from './cells.js';
import type { InspectedFile } from './inspect-file.js';
import { loadOrganisation } from './load-organisation.js';
import { type CasePlan, type PlanSettings, planCase } from './plan-case.js';
import { type PetitionRow, readPetition } from './read-petition.js';
import { type FileRow, readRows } from './read-rows.js';
import type { ImportSettings } from './settings.js';
import { SourceKeys } from './source-keys.js';
import type { Tally } from './summary.js';

/** Rows that one transaction takes. */
const BATCH = 500;

const UNIQUE_VIOLATION = '23505';

const IMPORT: Actor = { id: 'import', role: 'system', agencyCode: null };

/** A row that is ready for the door. */
interface Planned {
  line: number;
  key: string;
  row: PetitionRow;
  plan: CasePlan;
}

/**
 * Imports a register: every good row becomes a case through the door, in batches; a bad row is listed
 * and nothing of it is written. A row that an earlier run imported is recognised by its id.
 */
export async function importRegister(
  office: Office,
  file: InspectedFile,
  settings: ImportSettings,
  tally: Tally,
): Promise<void> {
  const planning: PlanSettings = {
    organisation: await loadOrganisation(office.database),
    deskAgencyCode: office.coordinationAgency,
    today: settings.today,
  };
  if (!settings.dryRun) await ensureDesk(office);
  const keys = new SourceKeys(office.database, settings.dryRun);
  const batch = new RegisterBatch(office, keys, settings, planning, tally);
  let isHeader = true;
  for await (const row of readRows(file.path)) {
    if (!isHeader) {
      tally.row();
      batch.add(row, file.columns);
      settings.onRow();
      if (batch.size >= BATCH) await batch.write();
    }
    isHeader = false;
  }
  await batch.write();
}

/** Collects rows and sends them through the door together. */
class RegisterBatch {
  private planned: Planned[] = [];

  constructor(
    private readonly office: Office,
    private readonly keys: SourceKeys,
    private readonly settings: ImportSettings,
    private readonly planning: PlanSettings,
    private readonly tally: Tally,
  ) {}

  get size(): number {
    return this.planned.length;
  }

  add({ line, cells }: FileRow, columns: readonly string[]): void {
    const named = nameCells(columns, cells);
    const row = named instanceof RowFault ? named : readPetition(named, this.planning.today);
    if (row instanceof RowFault) {
      this.tally.reject(line, row.column, 'rowInvalid', row.reason);
      return;
    }
    const key = `${this.settings.source}:${row.id}`;
    this.planned.push({ line, key, row, plan: planCase(row, this.planning) });
  }

  async write(): Promise<void> {
    const planned = this.planned;
    this.planned = [];
    const fresh = await this.keys.sortOut(planned, this.tally);
    if (this.settings.dryRun) for (const entry of fresh) this.accept(entry);
    else await this.send(fresh);
  }

  private async send(fresh: readonly Planned[]): Promise<void> {
    const outcomes = await runCommands(this.office, fresh.map(requestOf)).catch((error) => {
      if (error.code === UNIQUE_VIOLATION) return null;
      throw error;
    });
    // Another import of the same register was faster: now its rows are there to be recognised.
    if (!outcomes) return this.send(await this.keys.sortOut(fresh, this.tally));
    outcomes.forEach((outcome, index) => {
      const entry = fresh[index]!;
      if (outcome.ok) this.accept(entry);
      else this.tally.reject(entry.line, null, outcome.refusal.code, refusalText(outcome.refusal));
    });
  }

  private accept({ line, plan }: Planned): void {
    this.tally.imported();
    for (const { kind, column, reason } of plan.attention) this.tally.attend(line, column, kind, reason);
  }
}

function requestOf({ key, row, plan }: Planned): CommandRequest {
  const { subject, content, topic, placeText, agencyNamed, hash, sourceUrl } = row;
  return {
    actor: IMPORT,
    caseId: randomUUIDv7(),
    commands: plan.commands,
    expectedVersion: null,
    registration: {
      subject,
      content,
      topic,
      placeText,
      placeCode: plan.placeCode,
      agencyNamed,
      petitioner: null,
      source: { key, hash, url: sourceUrl },
      attention: plan.attention.map(({ reason: _, ...item }) => item),
    },
  };
}

/** Cases need a receiving office; before the organisation is imported it is known by its code alone. */
async function ensureDesk({ database, coordinationAgency }: Office): Promise<void> {
  await database.rows(
    `insert into agency (code, name, kind, verified) values ($1, 'Trụ sở Tiếp công dân', 'department', false)
     on conflict do nothing`,
    [coordinationAgency],
  );
}
