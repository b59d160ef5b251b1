import {
  type ChartState,
  handlingOf,
  headlineOf,
  NO_FACTS,
  ownerOf,
  supervisionOf,
} from '../charts/index.js';
import type { Command } from '../commands.js';
import type { LegalDate } from '../vocabulary.js';
import { applyEffects, RECEPTION_CLOCKS } from './apply-effects.js';
import type { CaseState, Situation, Verdict } from './case-state.js';
import { legalBasis } from './legal-basis.js';

/** Where every case begins: nobody has yet decided what kind of petition it is. */
export const REGISTERED: ChartState = { handling: { received: 'registered' }, supervision: 'none' };

/**
 * Registers a petition as a new case. The clocks of the reception start on the day it came in; without
 * that date the case is parked and comes up for review.
 */
export function openCase(
  situation: Situation & { command: Extract<Command, { type: 'register' }> },
  today: LegalDate,
): Verdict {
  const { command } = situation;
  const opened: CaseState = {
    ...situation.case,
    state: REGISTERED,
    facts: { ...NO_FACTS, receivedOn: command.receivedOn },
    version: 1,
    deskAgencyCode: command.deskAgencyCode,
  };
  const effects = RECEPTION_CLOCKS.map((clock) => ({
    type: 'startClock',
    params: { clock, from: 'receivedOn' },
  }));
  const legalOn = command.receivedOn ?? today;
  const { deadlines } = applyEffects(effects, { ...situation, deadlines: [] }, opened, legalOn);
  return {
    ok: true,
    decision: {
      case: opened,
      handlingFrom: null,
      handling: handlingOf(REGISTERED),
      supervision: supervisionOf(REGISTERED),
      headline: headlineOf(REGISTERED),
      ownerRole: ownerOf('unclassified', REGISTERED),
      deadlines,
      notices: [],
      noted: {},
      legalOn,
      source: legalBasis('register', 'unclassified'),
      ending: null,
    },
  };
}
