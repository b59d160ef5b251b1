import type { Procedure } from '../vocabulary.js';
import { answeredCourse } from './answered.js';
import { chartSetup } from './chart-setup.js';
import { complaintCourse } from './complaint.js';
import { confidentiality } from './confidentiality.js';
import { denunciationCourse } from './denunciation.js';
import { RECORDS } from './duties.js';
import { NO_FACTS } from './facts.js';
import { protection } from './protection.js';
import { received, unclassifiedReceived } from './received.js';
import { reopenAccepted, reopenAtDesk } from './reopening.js';
import { ENDS_OF_COMPLAINT, ENDS_OF_DENUNCIATION, resolved } from './resolved.js';
import { supervision } from './supervision.js';

/**
 * Puts the regions together: handling, where the work stands; supervision, what is said of it; confidentiality, who
 * may know its author; protection of that author.
 */
function chart(procedure: Procedure, handling: { received: object; assigned?: object; resolved: object }) {
  return chartSetup(procedure).createMachine({
    id: 'case',
    type: 'parallel',
    context: ({ input }) => input ?? NO_FACTS,
    on: RECORDS,
    states: {
      handling: { initial: 'received', states: handling },
      supervision: supervision(procedure) as object,
      confidentiality: confidentiality(procedure) as object,
      protection: protection(procedure) as object,
    },
  });
}

/** The chart of each procedure, version 1. Old versions stay here until no open case uses them. */
export const CHARTS = {
  unclassified: chart('unclassified', {
    received: unclassifiedReceived,
    resolved: resolved(['visitRefused'], reopenAtDesk('registered')),
  }),
  complaintFirst: chart('complaintFirst', {
    received: received('complaintFirst', 'awaitingAcceptance', 'accept'),
    assigned: complaintCourse('complaintFirst'),
    resolved: resolved(ENDS_OF_COMPLAINT, reopenAccepted),
  }),
  complaintSecond: chart('complaintSecond', {
    received: received('complaintSecond', 'awaitingAcceptance', 'accept'),
    assigned: complaintCourse('complaintSecond'),
    resolved: resolved(ENDS_OF_COMPLAINT, reopenAccepted),
  }),
  denunciation: chart('denunciation', {
    received: received('denunciation', 'awaitingAcceptance', 'accept'),
    assigned: denunciationCourse,
    resolved: resolved(ENDS_OF_DENUNCIATION, reopenAccepted),
  }),
  feedback: chart('feedback', {
    received: received('feedback', 'studying', 'settle'),
    assigned: answeredCourse('feedback', 'studying', 'verifying'),
    resolved: resolved(['answered', 'transferred', 'visitRefused'], reopenAtDesk('classified')),
  }),
  voterPetition: chart('voterPetition', {
    received: received('voterPetition', 'sentToLead', 'settle'),
    assigned: answeredCourse('voterPetition', 'sentToLead', 'coordinating'),
    resolved: resolved(['answered', 'transferred'], reopenAtDesk('classified')),
  }),
} satisfies Record<Procedure, unknown>;

export const CHART_VERSION = 1;

/** The chart a case runs under. @throws when no such version is kept. */
export function chartOf(procedure: Procedure, version = CHART_VERSION) {
  if (version !== CHART_VERSION) throw new Error(`The chart ${procedure} version ${version} is not kept`);
  return CHARTS[procedure];
}
