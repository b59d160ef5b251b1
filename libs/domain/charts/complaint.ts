import { and } from 'xstate';
import { acceptance } from './acceptance.js';
import { DUTIES_OF_DECISION, REPORT_TO_COUNCIL, REPORT_TO_FORWARDER } from './duties.js';
import { openActs, succeed } from './open-acts.js';
import { resolve, settlement } from './settlement.js';

/** The decision complained of is stayed while it could do harm that cannot be undone; never beyond the settlement (KN art. 35). */
const stays = {
  stay: { guard: 'isNotStayed', actions: ['rememberStay'] },
  liftStay: { guard: 'isStayed', actions: ['forgetStay'] },
} as const;

const holdDialogue = { actions: ['rememberDialogue'] } as const;

/**
 * A complaint in the hands of its settler. A first one needs a dialogue only where demand and finding differ
 * (KN art. 30.1), a second one always (ND155 art. 11).
 */
export function complaintCourse(procedure: 'complaintFirst' | 'complaintSecond') {
  const dialogue = procedure === 'complaintFirst' ? 'dialogueWasHeldIfNeeded' : 'dialogueWasHeld';
  const duties = [...DUTIES_OF_DECISION, REPORT_TO_FORWARDER, REPORT_TO_COUNCIL];
  return {
    initial: 'awaitingAcceptance',
    on: { ...openActs(procedure), succeed },
    states: {
      ...acceptance({ duties: [], acts: {} }),
      ...settlement({
        last: 'deciding',
        resolve: resolve('decided', and(['outcomeFits', dialogue]), duties),
        acts: { working: stays, suspended: stays, verified: { holdDialogue } },
        hasExpertise: false,
      }),
    },
  } as const;
}
