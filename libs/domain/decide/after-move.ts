import { type CaseFacts, type ChartState, wholeState } from '../charts/index.js';
import type { Command } from '../commands.js';
import type { CaseState } from './case-state.js';

/** The case as a command leaves it: where it stands, who holds it, which procedure it runs under. */
export function afterMove(
  before: CaseState,
  command: Command,
  state: ChartState,
  facts: CaseFacts,
): CaseState {
  const moved = { ...before, state, facts, version: before.version + 1 };
  switch (command.type) {
    case 'assign':
    case 'takeOver':
    case 'succeed':
      return { ...moved, agencyCode: command.agencyCode };
    case 'refuseAssignment':
      return { ...moved, agencyCode: null };
    case 'reopen':
      return state.handling.received ? { ...moved, agencyCode: null } : moved;
    case 'classify':
      return classified(moved, command.procedure);
    default:
      return moved;
  }
}

/** Another kind has another chart: secrecy and protection begin as that one says. */
function classified(moved: CaseState, procedure: CaseState['procedure']): CaseState {
  const { supervision, ...rest } = moved.state;
  const regions = moved.procedure === procedure ? rest : {};
  const handling = { received: 'classified' };
  return { ...moved, procedure, state: wholeState(procedure, { ...regions, handling, supervision }) };
}
