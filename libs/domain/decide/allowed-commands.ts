import { legalDateOf } from '../calendar/index.js';
import { CASE_COMMANDS, type CaseCommandName } from '../commands.js';
import type { Situation } from './case-state.js';
import { decide } from './decide.js';
import type { Refusal } from './refusal.js';
import { sampleCommand } from './sample-events.js';

/** A command and, when it is refused, why. */
export interface CommandOffer {
  command: CaseCommandName;
  refusal: Refusal | null;
}

/**
 * Every command of a case with the engine's own answer to a well-formed one given today, so that a
 * screen never decides. A command may still be refused for what it then carries.
 */
export function allowedCommands(situation: Omit<Situation, 'command'>): CommandOffer[] {
  const today = legalDateOf(situation.now);
  return CASE_COMMANDS.map((command) => {
    const sample = sampleCommand(command, situation.case.procedure, today, situation);
    const verdict = decide({ ...situation, command: sample });
    return { command, refusal: verdict.ok ? null : verdict.refusal };
  });
}
