import { randomUUIDv7 } from 'node:crypto';
import type { CaseView } from '#contract';
import {
  type Actor,
  allowedCommands,
  correctableDates,
  mayReadContent,
  type Policy,
  wholeState,
} from '#domain';
import type { Office } from '../office.js';
import { refusalView } from '../refusal-view.js';
import { toSummary } from './case-summary.js';
import { deadlineView } from './deadline-view.js';
import { attentionOf } from './list-attention.js';
import { petitionerView } from './petitioner-view.js';
import { type CaseRecord, caseStateOf, readCase } from './read-case.js';

/** The whole case as this person may see it, with the commands the engine would accept from them; null when unseen. */
export async function viewCase(office: Office, actor: Actor, id: string): Promise<CaseView | null> {
  const record = await readCase(office, actor, id);
  if (!record) return null;
  const [policy, petitioner, attention] = await Promise.all([
    office.policies.current(office.database.pool),
    petitionerView(office, actor, record),
    attentionOf(office, id),
  ]);
  const isReadable = mayReadContent(actor, record.procedure, record);
  return {
    ...toSummary(record, actor),
    version: record.version,
    declaredKind: record.declaredKind,
    content: isReadable ? record.content : null,
    topic: record.topic,
    placeCode: record.placeCode,
    agencyNamed: record.agencyNamed,
    deskAgencyCode: record.deskAgencyCode,
    deskAgencyName: record.deskAgencyName,
    ownerRole: record.ownerRole as CaseView['ownerRole'],
    outcomeSummary: isReadable ? record.outcomeSummary : null,
    settledInTime: record.settledInTime,
    sourceUrl: isReadable ? record.sourceUrl : null,
    ...standingOf(record),
    petitioner,
    deadlines: record.deadlines.map((deadline) => deadlineView(deadline, policy, record.today)),
    correctable: correctableDates(record.deadlines, record.facts),
    commands: offersOf(policy, actor, record),
    attention,
    createdAt: record.createdAt,
  };
}

/** What holds of the case beside its state. Rows stored before a region or a fact existed tell nothing of it. */
function standingOf({ procedure, state, facts }: CaseRecord) {
  const { confidentiality, protection } = wholeState(procedure, state);
  return {
    confidentiality: confidentiality as CaseView['confidentiality'],
    protection: protection as CaseView['protection'],
    isStayed: facts.stayed ?? false,
    tool: facts.tool ?? null,
  };
}

/** Every command with the engine's answer, refused ones with the reason. */
function offersOf(policy: Policy, actor: Actor, record: CaseRecord): CaseView['commands'] {
  const { deadlines, now } = record;
  const offers = allowedCommands({
    case: caseStateOf(record),
    deadlines,
    actor,
    now,
    policy,
    newId: randomUUIDv7,
  });
  return offers.map(({ command, refusal }) => ({
    command,
    allowed: refusal === null,
    refusal: refusal && refusalView(refusal),
  }));
}
