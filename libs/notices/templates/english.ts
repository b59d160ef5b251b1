import type { NoticeTemplate } from '#domain';
import type { Language, NoticeFacts, Wording } from './wording.js';

const CLOCKS: Language['clocks'] = {
  answerVisitor: 'answering the petitioner',
  process: 'processing the petition',
  accept: 'acceptance',
  settle: 'settlement',
  answerUrge: 'answering the urging letter',
  review: 'review',
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
  date: (day) => {
    const [year, month, date] = day.split('-');
    return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
  },
  signIn: (link) => `Sign in to see the file: ${link}`,
  footer: 'Sent automatically, please do not reply. Content and petitioners are never named in an e-mail.',
};
