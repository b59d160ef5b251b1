import type { Actor, Command, Refusal } from '#domain';
import type { Idempotency, Outcome } from '../command-request.js';
import type { Office } from '../office.js';
import { runCommands } from '../run-commands.js';
import { refuseHolder, refuseUnknownAgency } from './refuse-unknown-agency.js';

/** A command on an open case, with the version the person saw (null: unchecked). */
export interface CaseCommand {
  caseId: string;
  expectedVersion: number | null;
  command: Command;
}

/** Gives one command to a case. A case the actor may not see is answered as if there were none. */
export async function commandCase(
  office: Office,
  actor: Actor,
  { caseId, expectedVersion, command }: CaseCommand,
  idempotency?: Idempotency,
): Promise<Outcome> {
  const refusal = await refuseNamedAgency(office, command);
  if (refusal) return { ok: false, refusal };
  const request = { actor, caseId, commands: [command], expectedVersion, idempotency };
  const [outcome] = await runCommands(office, [request]);
  return outcome!;
}

async function refuseNamedAgency(office: Office, command: Command): Promise<Refusal | null> {
  switch (command.type) {
    case 'assign':
    case 'takeOver':
    case 'succeed':
      return refuseHolder(office, { '/agencyCode': command.agencyCode });
    case 'setPlace':
      return refuseUnknownAgency(office, { '/placeCode': command.placeCode });
    case 'refuseAssignment':
      return refuseHolder(office, { '/rightAgencyCode': command.rightAgencyCode });
    default:
      return null;
  }
}
