import type { CaseCommandName, Command } from '../commands.js';
import { type LegalDate, type Procedure, SETTLING_OUTCOMES } from '../vocabulary.js';

/** A well-formed command of each name: what the allowed-commands list and the walk of the charts try out. */
export function sampleCommand(name: CaseCommandName, procedure: Procedure, on: LegalDate): Command {
  const reason = 'sample';
  const samples: { [Name in CaseCommandName]: Omit<Extract<Command, { type: Name }>, 'type'> } = {
    classify: { procedure: procedure === 'unclassified' ? 'feedback' : procedure },
    guide: { toBody: reason, on, reason },
    transfer: { toBody: reason, on, reason },
    returnToSender: { on, reason },
    fileIneligible: { on, reason },
    answerVisitor: { on, answer: 'needsMoreTime' },
    assign: { agencyCode: 'sample', receivedByAgencyOn: on },
    refuseAssignment: { reason, rightAgencyCode: null },
    proposeAcceptance: {},
    accept: { on },
    refuseAcceptance: { on, reason },
    startVerification: { on },
    holdDialogue: { on },
    recordComplexity: { on, criteria: ['severalPlaces'], remote: false },
    extend: { on, reason },
    suspend: { on, reason },
    continue: { on },
    resolve: { on, outcome: SETTLING_OUTCOMES[procedure][0] ?? 'answeredResolved', summary: reason },
    withdraw: { on, scope: 'whole' },
    setReceivedDate: { receivedOn: on, reason },
    setPlace: { placeCode: 'sample' },
    urge: { on, message: reason },
    answerUrge: { on, explanation: reason },
    escalate: { on, reason },
    standDown: { on, reason },
  };
  return { type: name, ...samples[name] } as Command;
}
