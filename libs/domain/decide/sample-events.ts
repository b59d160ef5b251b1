import { addCalendarDays } from '../calendar/index.js';
import { GROUNDS, NO_FACTS, STEPS } from '../charts/index.js';
import type { CaseCommandName, Command } from '../commands.js';
import { DUTIES, type LegalDate, type Procedure, SETTLING_OUTCOMES } from '../vocabulary.js';
import type { Situation } from './case-state.js';
import { isOpen } from './clock-acts.js';
import { correctableDates } from './recount.js';

/**
 * A well-formed command of each name: what the allowed-commands list and the walk of the charts try out.
 * @param about the case it is for: a duty it owes and a date it counts from are taken from there.
 */
export function sampleCommand(
  name: CaseCommandName,
  procedure: Procedure,
  on: LegalDate,
  about: Partial<Pick<Situation, 'case' | 'deadlines'>> = {},
): Command {
  const reason = 'sample';
  const { deadlines = [], case: { facts } = { facts: NO_FACTS } } = about;
  const duty = DUTIES.find((each) => deadlines.some((open) => open.clock === each && isOpen(open)));
  const { act, on: was } = correctableDates(deadlines, facts)[0] ?? { act: 'receipt' as const, on };
  const is = addCalendarDays(was, was < on ? 1 : -1);
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
    startVerification: { on, noConflict: true },
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
    confirmIdentity: { on, known: true },
    refuseVisit: { on, ground: 'settledAlready', reason },
    markDuplicate: { on, ofCase: reason, reason },
    guideToSplit: { on, reason },
    reportRisk: { on, reason },
    passCrimeSigns: { on, toBody: reason, reason },
    requestExpertise: { on },
    receiveExpertise: { on },
    reportVerification: { on },
    stay: { on, reason },
    liftStay: { on, reason },
    terminate: { on, ground: GROUNDS[procedure]?.[0] ?? 'personDied', reason },
    fulfil: { duty: duty ?? 'publish', on },
    recordFurtherStep: { on, step: STEPS[procedure]?.[0] ?? 'court' },
    recordExecution: { on },
    archive: { on },
    takeOver: { on, agencyCode: 'sample', reason },
    supervise: { tool: 'demand', on, message: reason },
    reopen: { on, reason },
    liftSeal: { on },
    requestProtection: { on },
    decideProtection: { on, granted: true },
    endProtection: { on, reason },
    succeed: { on, agencyCode: 'sample', reason },
    correctDate: { act, was, is, reason },
  };
  return { type: name, ...samples[name] } as Command;
}
