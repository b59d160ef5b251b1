import { and } from 'xstate';
import type { Procedure } from '../vocabulary.js';
import { acceptedCourse, answeredCourse, resolve } from './assigned.js';
import { chartSetup } from './chart-setup.js';
import { NO_FACTS } from './facts.js';
import { received, unclassifiedReceived } from './received.js';
import { resolved } from './resolved.js';
import { supervision } from './supervision.js';

/** Puts the two regions together: handling, where the work stands, and supervision, what is said of it. */
function chart(procedure: Procedure, handling: { received: object; assigned?: object; resolved: object }) {
  return chartSetup(procedure).createMachine({
    id: 'case',
    type: 'parallel',
    context: ({ input }) => input ?? NO_FACTS,
    states: {
      handling: { initial: 'received', states: handling },
      supervision,
    },
  });
}

/**
 * A written decision moves the limit of a denunciation: the settlement (ND31 art. 3) or the sorting
 * before acceptance (TC art. 24.1). How often is a number of the law: see the limits in config/policy.
 */
const extend = (clock: 'settle' | 'accept') =>
  ({
    actions: [
      { type: 'extendClock', params: { clock } },
      { type: 'silenceAlarms', params: { clocks: [clock] } },
    ],
  }) as const;

const holdDialogue = { actions: ['rememberDialogue'] } as const;

/** The chart of each procedure, version 1. Old versions stay here until no open case uses them. */
export const CHARTS = {
  unclassified: chart('unclassified', { received: unclassifiedReceived, resolved: resolved() }),
  complaintFirst: chart('complaintFirst', {
    received: received('complaintFirst', 'awaitingAcceptance', 'accept'),
    assigned: acceptedCourse(resolve('decided', 'outcomeFits'), {}, { holdDialogue }),
    resolved: resolved('decided', 'guided', 'notAccepted'),
  }),
  // ND155 art. 11: at second instance the dialogue is mandatory.
  complaintSecond: chart('complaintSecond', {
    received: received('complaintSecond', 'awaitingAcceptance', 'accept'),
    assigned: acceptedCourse(
      resolve('decided', and(['outcomeFits', 'dialogueWasHeld'])),
      {},
      { holdDialogue },
    ),
    resolved: resolved('decided', 'guided', 'notAccepted'),
  }),
  denunciation: chart('denunciation', {
    received: received('denunciation', 'awaitingAcceptance', 'accept'),
    assigned: acceptedCourse(
      resolve('concluded', 'outcomeFits'),
      { extend: extend('accept') },
      { extend: extend('settle') },
    ),
    resolved: resolved('concluded', 'transferred', 'notAccepted'),
  }),
  feedback: chart('feedback', {
    received: received('feedback', 'studying', 'settle'),
    assigned: answeredCourse('studying', 'verifying'),
    resolved: resolved('answered', 'transferred'),
  }),
  voterPetition: chart('voterPetition', {
    received: received('voterPetition', 'sentToLead', 'settle'),
    assigned: answeredCourse('sentToLead', 'coordinating'),
    resolved: resolved('answered', 'transferred'),
  }),
} satisfies Record<Procedure, unknown>;

export const CHART_VERSION = 1;

/** The chart a case runs under. @throws when no such version is kept. */
export function chartOf(procedure: Procedure, version = CHART_VERSION) {
  if (version !== CHART_VERSION) throw new Error(`The chart ${procedure} version ${version} is not kept`);
  return CHARTS[procedure];
}
