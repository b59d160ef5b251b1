import type { Procedure } from '../vocabulary.js';
import { meet } from './duties.js';

const everyKind = {
  answerVisitor: { actions: meet('answerVisitor') },
  setPlace: { actions: ['onlyNoted'] },
  withdraw: [
    { guard: 'withdrawalEndsCase', target: '#case.handling.resolved.withdrawn' },
    { actions: [{ type: 'notify', params: { template: 'caseWithdrawn', audience: ['holder'] } }] },
  ],
  reportRisk: {
    actions: [
      'rememberRisk',
      {
        type: 'notify',
        params: { template: 'riskReported', audience: ['holderHead', 'coordinationOffice'] },
      },
    ],
  },
} as const;

/** The file goes to the investigators at once; the case itself goes on (TC art. 27.1). */
const passCrimeSigns = {
  actions: [
    'rememberCrimeSigns',
    {
      type: 'notify',
      params: { template: 'crimeSignsPassed', audience: ['holderHead', 'coordinationOffice'] },
    },
  ],
} as const;

/** Acts that are possible while a case is open, wherever it stands. */
export function openActs(procedure: Procedure) {
  return procedure === 'denunciation' ? { ...everyKind, passCrimeSigns } : everyKind;
}

/** The agency was reorganised: the successor holds the case and every clock goes on. */
export const succeed = {
  actions: [{ type: 'notify', params: { template: 'caseSucceeded', audience: ['holder', 'holderHead'] } }],
} as const;

/** Only before acceptance: afterwards the author of a denunciation is known. */
export const confirmIdentity = { actions: ['rememberIdentity'] } as const;
