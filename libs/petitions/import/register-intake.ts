import { randomUUIDv7 } from 'node:crypto';
import { type Actor, refusalText } from '#domain';
import type { CommandRequest } from '../command-request.js';
import { holders, named } from '../commands/named-agencies.js';
import { runCommands } from '../door/index.js';
import type { Office } from '../office.js';
import { type CasePlan, type PlanSettings, planCase } from './plan-case.js';
import { type RegisterBatch, type RegisterEntry, rowsOf } from './read-register.js';
import type { ImportSettings } from './settings.js';
import type { SourceKeys } from './source-keys.js';
import type { Tally } from './summary.js';

const IMPORT: Actor = { id: 'import', role: 'system', agencyCode: null };

/** A row that is ready for the door. */
interface Planned extends RegisterEntry {
  plan: CasePlan;
}

/** Takes batches of a register in: recognises what is there, plans the rest, sends it through the door, counts it all. */
export class RegisterIntake {
  private readonly underWay = new Set<string>();

  constructor(
    private readonly office: Office,
    private readonly keys: SourceKeys,
    private readonly settings: ImportSettings,
    private readonly planning: PlanSettings,
    private readonly tally: Tally,
  ) {}

  /** Whether a batch repeats an id of one that is being taken in. */
  hasUnderWay({ entries }: RegisterBatch): boolean {
    return entries.some(({ key }) => this.underWay.has(key));
  }

  async take(batch: RegisterBatch): Promise<void> {
    for (const { key } of batch.entries) this.underWay.add(key);
    for (const { line, fault } of batch.faults) {
      this.tally.reject(line, fault.column, 'rowInvalid', fault.reason);
    }
    const fresh = await this.keys.sortOut(batch.entries, this.tally);
    const planned = fresh.map((entry) => ({ ...entry, plan: planCase(entry.row, this.planning) }));
    if (this.settings.dryRun) for (const entry of planned) this.accept(entry);
    else await this.send(planned);
    this.tally.row(rowsOf(batch));
    for (const { key } of batch.entries) this.underWay.delete(key);
  }

  private async send(planned: readonly Planned[]): Promise<void> {
    if (planned.length === 0) return;
    const outcomes = await runCommands(this.office, planned.map(requestOf)).catch((error) => {
      if (isTakenMeanwhile(error)) return null;
      throw error;
    });
    if (!outcomes) return this.send(await this.keys.sortOut(planned, this.tally));
    outcomes.forEach((outcome, index) => {
      const entry = planned[index]!;
      if (outcome.ok) this.accept(entry);
      else this.tally.reject(entry.line, null, outcome.refusal.code, refusalText(outcome.refusal));
    });
  }

  private accept({ line, plan }: Planned): void {
    this.tally.imported();
    for (const { kind, column, reason } of plan.attention) this.tally.attend(line, column, kind, reason);
  }
}

/** Another import of the same register was faster: now its rows are there to be recognised. */
function isTakenMeanwhile(error: { code?: string; constraint?: string }): boolean {
  return error.code === '23505' && error.constraint === 'petition_source_key_key';
}

function requestOf({ key, row, plan }: Planned): CommandRequest {
  const { subject, content, topic, placeText, agencyNamed, hash, sourceUrl } = row;
  return {
    actor: IMPORT,
    caseId: randomUUIDv7(),
    commands: plan.commands,
    expectedVersion: null,
    agencies: [...holders({ '/agencyCode': plan.holder }), ...named({ '/placeCode': plan.placeCode })],
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
