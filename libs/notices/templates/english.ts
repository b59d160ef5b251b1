import type { NoticeTemplate } from '#domain';
import type { Language, NoticeFacts, Wording } from './wording.js';

const CLOCKS: Language['clocks'] = {
  answerVisitor: 'answering the petitioner',
  process: 'processing the petition',
  accept: 'acceptance',
  settle: 'settlement',
  answerUrge: 'answering the urging letter',
  review: 'review',
  transfer: 'passing the petition on',
  answerForwarder: 'answering the forwarder',
  refuseVisit: 'the written refusal to receive',
  notifyAcceptance: 'telling of the acceptance',
  sendSuspension: 'sending the decision to suspend, continue or terminate',
  sendDecision: 'sending the decision',
  sendConclusion: 'sending the conclusion',
  actOnConclusion: 'acting on the conclusion',
  publish: 'publishing the result',
  reportToForwarder: 'telling the forwarder the result',
  legalForce: 'legal force',
  reviewFurtherDenunciation: 'reviewing the further petition',
  reportOverdue: 'the report on the delay',
  reportToCouncil: 'the report to the council',
  answerInterpellation: 'answering the interpellation',
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const clockOf = ({ clock }: NoticeFacts) => (clock ? ` for ${CLOCKS[clock]}` : '');

const TEMPLATES = {
  caseAssigned: {
    title: 'assigned to the agency',
    body: 'The case has been assigned to the agency. Please take it up in time; if it is not within your powers, send it back with the reason and the agency that is competent.',
  },
  assignmentRefused: {
    title: 'sent back by the agency',
    body: 'The agency sent the case back as not within its powers. Please read the reason and assign it to the agency that is competent.',
  },
  circulationAlarm: {
    title: 'going round in circles',
    body: 'The case has been sent back several times. Please determine the agency that is competent, so that it stops going round.',
  },
  acceptanceProposed: {
    title: 'proposed for acceptance',
    body: 'The officer in charge proposes to accept the case. Please consider it and decide.',
  },
  caseAccepted: {
    title: 'accepted',
    body: 'The case has been accepted; the time for settling it has begun.',
  },
  acceptanceRefused: {
    title: 'not accepted',
    body: 'The agency did not accept the case. Please see the reason in the file.',
  },
  caseSuspended: {
    title: 'suspended',
    body: 'The settlement has been suspended and its clock stands still. Please see that it continues as soon as the reason is gone.',
  },
  caseContinued: {
    title: 'continued',
    body: 'The settlement has been continued; its clock runs on.',
  },
  caseWithdrawn: {
    title: 'withdrawn',
    body: 'The petition has been withdrawn, wholly or in part. Please see the file and deal with what is left, if anything.',
  },
  caseResolved: {
    title: 'closed',
    body: 'The case has been closed; the result is in the file. Please see that the petitioner is told of it.',
  },
  deadlineNear: {
    title: (facts) => `limit${clockOf(facts)} near`,
    body: (facts) => `The time${clockOf(facts)} is nearly over. Please finish before the limit.`,
  },
  deadlineOverdue: {
    title: (facts) => `limit${clockOf(facts)} passed`,
    body: (facts) =>
      `The time${clockOf(facts)} is over. Please finish without delay and state the reason for it.`,
  },
  deadlineEscalated: {
    title: (facts) => `limit${clockOf(facts)} still passed, reported at level ${facts.level}`,
    body: (facts) =>
      `The case is still past its limit${clockOf(facts)} and is now reported at level ${facts.level}. Please direct and urge its settlement.`,
  },
  caseUrged: {
    title: 'urged',
    body: 'The case has been urged. Please concentrate on settling it and answer the urging letter in time.',
  },
  urgeAnswered: {
    title: 'urging answered',
    body: 'The agency has answered the urging letter. Please see its explanation in the file.',
  },
  caseEscalated: {
    title: 'reported to a higher level',
    body: 'The case has been reported to a higher level for direction. Please consider it and give direction.',
  },
  escalationEnded: {
    title: 'no longer reported to a higher level',
    body: 'The case is no longer reported to a higher level and goes on in the ordinary course.',
  },
  riskReported: {
    title: 'urgent danger reported',
    body: 'A danger of serious damage has been reported. Please see the file and take the necessary measures at once.',
  },
  crimeSignsPassed: {
    title: 'file passed to the competent body',
    body: 'The file has been passed to another competent body. Please see the details in the file and cooperate when asked.',
  },
  verificationReported: {
    title: 'verification reported',
    body: 'The result of the verification has been reported. Please consider it and issue the outcome in time.',
  },
  caseTerminated: {
    title: 'settlement terminated',
    body: 'The settlement has been terminated. Please send the decision to those concerned in time.',
  },
  decisionInForce: {
    title: 'decision in legal force',
    body: 'The decision has taken legal force. Please have it carried out and record the result.',
  },
  furtherStepRecorded: {
    title: 'further step of the petitioner',
    body: 'The petitioner has taken a further step after the result. Please see the file and do what is left to do.',
  },
  caseTakenOver: {
    title: 'taken over by the superior',
    body: 'The case has been given to the superior agency for settlement; its clocks begin anew on the day the superior receives it. Please hand over and take over the whole file.',
  },
  caseSupervised: {
    title: 'under a demand of the supervising body',
    body: 'The supervising body has made a demand about the case. Please see it in the file, comply and report in time.',
  },
  caseReopened: {
    title: 'reopened',
    body: 'The case has been reopened; its clock runs on. Please continue the settlement.',
  },
  protectionRequested: {
    title: 'request to be considered at once',
    body: 'The file holds a request that must be considered and decided at once. Please sign in to see the details.',
  },
  protectionDecided: {
    title: 'request in the file decided',
    body: 'The request in the file has been decided. Please see the details and have the decision carried out.',
  },
  caseSucceeded: {
    title: 'handed over to the successor',
    body: 'The case has been handed over to the successor of its agency; every clock goes on. Please take the file over and continue the settlement.',
  },
  dateCorrected: {
    title: 'recorded date corrected',
    body: 'A date recorded in the file has been corrected and the clocks it concerns were counted anew. Please see the reason and the new limits in the file.',
  },
} satisfies Record<NoticeTemplate, Wording>;

/** Messages in English, the second language. */
export const ENGLISH: Language = {
  clocks: CLOCKS,
  templates: TEMPLATES,
  fallback: {
    unassigned: 'You are told because no agency holds the case yet.',
    topOfTree: 'You are told because the agency that holds the case has no agency above it.',
    nobodyThere: 'You are told because the agency to be told has neither an officer nor an address.',
  },
  theCase: (number) => `Case ${number}`,
  dueLine: (clock, due) => `Limit for ${clock}: the end of ${due}.`,
  digest: {
    title: (count) => `${count} messages sent late`,
    intro: (count) =>
      `The mail server was not available, so the ${count} messages below could not be sent in time; this one stands for all of them.`,
  },
  because: 'How this limit is counted:',
  date: (day) => {
    const [year, month, date] = day.split('-');
    return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
  },
  signIn: (link) => `Sign in to see the file: ${link}`,
  footer: 'Sent automatically, please do not reply. Content and petitioners are never named in an e-mail.',
};
