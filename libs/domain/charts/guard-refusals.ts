import type { Role } from '../vocabulary.js';

/** What to tell the person when a guard says no: stable code, source of the rule, who can help. */
export interface GuardRefusal {
  code: string;
  source: string | null;
  whoCan: readonly Role[];
}

const OVERSEERS: readonly Role[] = ['supervisor', 'coordinationOffice'];

/** A refusal for every guard that a person can run into; a guard without one only chooses between ways. */
export const GUARD_REFUSALS: Record<string, GuardRefusal> = {
  identityIsKnown: {
    code: 'identity.notConfirmed',
    source: 'Luật Tố cáo 25/2018 Điều 29',
    whoCan: ['deskOfficer', 'agencyOfficer', 'agencyHead'],
  },
  noConflictDeclared: {
    code: 'verifier.conflictNotExcluded',
    source: 'NĐ 31/2019 Điều 10',
    whoCan: ['agencyHead'],
  },
  dialogueWasHeld: { code: 'dialogue.missing', source: 'NĐ 155/2026 Điều 11', whoCan: ['agencyHead'] },
  dialogueWasHeldIfNeeded: {
    code: 'dialogue.demandsDiffer',
    source: 'Luật Khiếu nại 02/2011 Điều 30.1',
    whoCan: ['agencyHead'],
  },
  receivedDateIsMissing: { code: 'receivedDate.alreadyKnown', source: null, whoCan: [] },
  urgeIsOpen: { code: 'urge.noneOpen', source: null, whoCan: OVERSEERS },
  noUrgeIsOpen: { code: 'archive.urgeOpen', source: null, whoCan: ['agencyOfficer', 'agencyHead'] },
  outcomeFits: { code: 'outcome.notOfThisProcedure', source: null, whoCan: [] },
  groundFits: {
    code: 'ground.notOfThisProcedure',
    source: 'Luật Khiếu nại 02/2011 Điều 11a; Luật Tố cáo 25/2018 Điều 34',
    whoCan: [],
  },
  stepFits: {
    code: 'step.notOfThisProcedure',
    source: 'Luật Khiếu nại 02/2011 Điều 33, 42; Luật Tố cáo 25/2018 Điều 37',
    whoCan: [],
  },
  isStayed: { code: 'stay.none', source: 'Luật Khiếu nại 02/2011 Điều 35', whoCan: [] },
  isNotStayed: { code: 'stay.alreadyOrdered', source: 'Luật Khiếu nại 02/2011 Điều 35', whoCan: [] },
  dutyIsOpen: { code: 'duty.notOpen', source: null, whoCan: [] },
  nothingIsOwed: {
    code: 'archive.dutyOpen',
    source: null,
    whoCan: ['deskOfficer', 'agencyOfficer', 'agencyHead'],
  },
  forceIsNotAwaited: {
    code: 'archive.forceAwaited',
    source: 'Luật Khiếu nại 02/2011 Điều 44',
    whoCan: [],
  },
  isNotEscalated: { code: 'archive.escalated', source: null, whoCan: OVERSEERS },
  isOpenOrOwes: { code: 'supervision.nothingOwed', source: null, whoCan: [] },
};
