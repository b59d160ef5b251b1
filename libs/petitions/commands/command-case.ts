import type { Actor, Command } from '#domain';
import type { Idempotency, NamedAgency, Outcome } from '../command-request.js';
import { giveCommand } from '../door/index.js';
import type { Office } from '../office.js';
import { holders, named } from './named-agencies.js';

/** A command on an open case, with the version the person saw (null: unchecked). */
export interface CaseCommand {
  caseId: string;
  expectedVersion: number | null;
  command: Command;
}

/** Gives one command to a case. A case the actor may not see is answered as if there were none. */
export function commandCase(
  office: Office,
  actor: Actor,
  { caseId, expectedVersion, command }: CaseCommand,
  idempotency?: Idempotency,
): Promise<Outcome> {
  const agencies = agenciesOf(command);
  return giveCommand(office, { actor, caseId, commands: [command], expectedVersion, idempotency, agencies });
}

function agenciesOf(command: Command): NamedAgency[] {
  switch (command.type) {
    case 'assign':
    case 'takeOver':
    case 'succeed':
      return holders({ '/agencyCode': command.agencyCode });
    case 'setPlace':
      return named({ '/placeCode': command.placeCode });
    case 'refuseAssignment':
      return holders({ '/rightAgencyCode': command.rightAgencyCode });
    default:
      return [];
  }
}
