import type { Procedure } from '../vocabulary.js';

/*
 * What each act does beside the clocks that courses.ts names: who is told, what is remembered, which clocks are
 * dropped, stand still or go on, and which clock counts from another day than that of the act. Said a second time, so
 * that a chart cannot lose a word of it unseen; an act that is not named here does nothing of the kind.
 */

const TELLS_OF_PAUSE = 'tells desk coordinationOffice: caseContinued';
const TELLS_OF_END = 'tells desk supervisor: caseResolved';
const TO_FORWARDER = 'reportToForwarder from on when forwarded';
const TO_COUNCIL = 'reportToCouncil from on when owesCouncil';
const RECEIVED = 'receivedByAgencyOn';
const TELLS_HOLDER = 'tells holder: caseAssigned';

/**
 * By act: its name, narrowed where its ways differ by condition, by the state it leads to, or by procedure. "its
 * clock" is the clock of the state in which the act is done.
 */
export const DEEDS: Readonly<Record<string, readonly string[]>> = {
  classify: ['silenceCalmed'],
  setPlace: ['onlyNoted'],
  withdraw: ['tells holder: caseWithdrawn'],
  'withdraw if withdrawalEndsCase': [],
  reportRisk: ['rememberRisk', 'tells holderHead coordinationOffice: riskReported'],
  passCrimeSigns: ['rememberCrimeSigns', 'tells holderHead coordinationOffice: crimeSignsPassed'],
  confirmIdentity: ['rememberIdentity'],
  setReceivedDate: ['rememberReceivedDate', 'startReception'],
  'assign → awaitingAcceptance': ['drops transfer', `accept from ${RECEIVED}`, TELLS_HOLDER],
  assign: ['drops transfer', `settle from ${RECEIVED}`, TELLS_HOLDER],
  refuseAssignment: [
    'rememberRefusal',
    'drops its clock',
    'process from receivedOn',
    'tells desk coordinationOffice: assignmentRefused',
  ],
  'refuseAssignment if returnRingsCirculation': [
    'rememberRefusal',
    'drops its clock',
    'process from receivedOn',
    'tells coordinationOffice desk: circulationAlarm',
  ],
  proposeAcceptance: ['tells holderHead: acceptanceProposed'],
  accept: ['rememberAcceptance', 'tells desk: caseAccepted'],
  refuseAcceptance: ['tells desk: acceptanceRefused'],
  startVerification: ['rememberVerification'],
  requestExpertise: ['requestExpertise settle'],
  receiveExpertise: ['returnExpertise settle'],
  reportVerification: ['rememberReport', 'tells holderHead: verificationReported'],
  holdDialogue: ['rememberDialogue'],
  recordComplexity: ['rememberComplexity', 'applyComplexity settle'],
  extend: ['extendClock its clock', 'silences its clock'],
  stay: ['rememberStay'],
  liftStay: ['forgetStay'],
  suspend: ['pauseClock settle', 'tells desk coordinationOffice: caseSuspended'],
  continue: ['continueClock settle', TELLS_OF_PAUSE],
  terminate: ['tells desk supervisor: caseTerminated'],
  takeOver: [
    'forgetSettlement',
    'drops accept settle review notifyAcceptance',
    'tells holder holderHead desk: caseTakenOver',
  ],
  succeed: ['tells holder holderHead: caseSucceeded'],
  'resolve → decided': ['applyComplexity legalForce', TO_FORWARDER, TO_COUNCIL, TELLS_OF_END],
  'resolve → concluded': [TO_FORWARDER, TO_COUNCIL, TELLS_OF_END],
  'feedback: resolve': [TO_COUNCIL, TELLS_OF_END],
  'voterPetition: resolve': [TELLS_OF_END],
  recordFurtherStep: ['tells holderHead coordinationOffice: furtherStepRecorded'],
  'recordFurtherStep → contested': [
    'drops legalForce',
    'tells holderHead coordinationOffice: furtherStepRecorded',
  ],
  reopen: ['rememberReopening', 'tells holder holderHead desk: caseReopened'],
  'reopen if verificationHasStarted': [
    'rememberReopening',
    'reopenClock settle',
    'tells holder holderHead desk: caseReopened',
  ],
  'reopen if wasAccepted': [
    'rememberReopening',
    'reopenClock settle',
    'tells holder holderHead desk: caseReopened',
  ],
  fulfil: ['meetDuty', 'silenceDuty'],
  correctDate: ['rememberCorrection', 'silenceCalmed', 'tells supervisor coordinationOffice: dateCorrected'],
  calendarChanged: ['silenceCalmed'],
  lawChanged: ['rememberLaw', 'silenceCalmed'],
  urge: ['rememberUrge', 'tells holder holderHead: caseUrged'],
  answerUrge: ['rememberUrgeAnswer', 'tells supervisor coordinationOffice: urgeAnswered'],
  escalate: ['rememberLevel', 'tells holder holderHead superior coordinationOffice: caseEscalated'],
  standDown: ['forgetLevel', 'tells holder holderHead: escalationEnded'],
  supervise: ['rememberTool', 'tells holder holderHead coordinationOffice: caseSupervised'],
  deadlinePassed: ['rememberAlarm'],
  'deadlinePassed if alarmIsEscalation': ['rememberAlarm', 'rememberLevel'],
  'deadlinePassed if forceIsReached': [],
  'always if caseHasJustEnded': ['noteEnd'],
  requestProtection: ['tells holderHead coordinationOffice: protectionRequested'],
  decideProtection: ['tells holder coordinationOffice: protectionDecided'],
};

/** Who must act next in each open state, and the clocks of which one runs there. */
export const STANDS: Readonly<Record<string, string>> = {
  registered: 'deskOfficer: process review',
  classified: 'deskOfficer: process review',
  circulating: 'coordinationOffice: process review',
  awaitingAcceptance: 'agencyOfficer: accept',
  proposingAcceptance: 'agencyHead: accept',
  accepted: 'agencyOfficer: settle',
  verifying: 'agencyOfficer: settle',
  'feedback: verifying': 'agencyHead: settle',
  awaitingExpertise: 'agencyHead: review',
  deciding: 'agencyHead: settle',
  concluding: 'agencyHead: settle',
  suspended: 'agencyHead: review',
  studying: 'agencyOfficer: settle',
  sentToLead: 'agencyOfficer: settle',
  coordinating: 'agencyHead: settle',
};

/** Conditions of which a later one holds wherever an earlier one does: they are asked in this order. */
export const FROM_NARROW_TO_WIDE: readonly string[] = [
  'verificationIsReported',
  'verificationHasStarted',
  'wasAccepted',
];

/** A name by procedure, the general one where the procedure has none of its own. */
export function ownOr<T>(table: Readonly<Record<string, T>>, procedure: Procedure, names: readonly string[]) {
  const keys = names.flatMap((name) => [`${procedure}: ${name}`, name]);
  const found = keys.find((key) => Object.hasOwn(table, key));
  return found === undefined ? undefined : table[found];
}
