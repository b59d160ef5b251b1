import { CASE_COMMANDS, type CaseCommandName } from '#domain';

/** How often a command is tried at a place before it is given up there. */
const TRIES = 6;

/** What earlier walks learned of a place in the chart: a walk that only guesses would hardly leave the desk. */
export class Place {
  readonly #refused = new Map<CaseCommandName, number>();

  /** Commands that are worth a try: those that were accepted here, and those not often refused. */
  readonly hopeful = () => CASE_COMMANDS.filter((name) => (this.#refused.get(name) ?? 0) < TRIES);

  learn(name: CaseCommandName, isAccepted: boolean): void {
    const refused = this.#refused.get(name) ?? 0;
    this.#refused.set(name, isAccepted ? Number.NEGATIVE_INFINITY : refused + 1);
  }
}

/** Ends of a case: a walk that takes each of them as soon as it can learns nothing of what lies beyond. */
export const ENDS =
  /^(guide|transfer|returnToSender|fileIneligible|refuse|markDuplicate|withdraw|terminate|archive)/;

/** The course of a case from the desk to what follows its decision; a walk follows it every other time. */
export const COURSE: readonly CaseCommandName[] = [
  'assign',
  'confirmIdentity',
  'accept',
  'startVerification',
  'holdDialogue',
  'reportVerification',
  'resolve',
  'recordFurtherStep',
  'recordExecution',
  'requestProtection',
  'decideProtection',
  'requestExpertise',
  'receiveExpertise',
];
