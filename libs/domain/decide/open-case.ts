import {
  type ChartState,
  handlingOf,
  headlineOf,
  NO_FACTS,
  ownerOf,
  supervisionOf,
} from '../charts/index.js';
import type { Command } from '../commands.js';
import type { Channel, LegalDate } from '../vocabulary.js';
import { applyEffects } from './apply-effects.js';
import type { CaseState, Situation, Verdict } from './case-state.js';
import { legalBasis } from './legal-basis.js';

/** Where every case begins: nobody has yet decided what kind of petition it is. */
export const REGISTERED: ChartState = {
  handling: { received: 'registered' },
  supervision: 'none',
  confidentiality: 'open',
  protection: 'none',
};

/**
 * Registers a petition as a new case. The clocks of the reception start on the day it came in; without
 * that date the case is parked and comes up for review.
 */
export function openCase(
  situation: Situation & { command: Extract<Command, { type: 'register' }> },
  today: LegalDate,
): Verdict {
  const { command } = situation;
  const { receivedOn } = command;
  const opened: CaseState = {
    ...situation.case,
    state: REGISTERED,
    facts: { ...NO_FACTS, receivedOn, law: receivedOn, forwarded: isForwarded(command.channel) },
    version: 1,
    deskAgencyCode: command.deskAgencyCode,
  };
  const effects = [{ type: 'startReception', params: undefined }];
  const legalOn = receivedOn ?? today;
  const { deadlines } = applyEffects(effects, { ...situation, deadlines: [] }, opened, legalOn);
  return {
    ok: true,
    decision: {
      case: { ...opened, facts: { ...opened.facts, clocks: deadlines.map(({ clock }) => clock) } },
      handlingFrom: null,
      handling: handlingOf(REGISTERED),
      supervision: supervisionOf(REGISTERED),
      headline: headlineOf(REGISTERED),
      ownerRole: ownerOf('unclassified', REGISTERED),
      deadlines,
      notices: [],
      noted: {},
      legalOn,
      source: legalBasis(situation, legalOn),
      ending: null,
    },
  };
}

/** Delegates, other bodies and the press send petitions on and wait for an answer (Luật Tiếp công dân art. 27, TC art. 26). */
const isForwarded = (channel: Channel) => channel === 'forwarded' || channel === 'press';
