import { acceptance } from './acceptance.js';
import { DUTIES_OF_CONCLUSION, drop, owe, REPORT_TO_COUNCIL, REPORT_TO_FORWARDER } from './duties.js';
import { confirmIdentity, openActs, succeed } from './open-acts.js';
import { resolve, settlement } from './settlement.js';

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

/** The superior takes the case from a settler who breaks the law, and decides on its acceptance anew (TC art. 38.5). */
const takeOver = {
  target: '#case.handling.assigned.awaitingAcceptance',
  actions: [
    'forgetSettlement',
    ...drop('accept', 'settle', 'review', 'notifyAcceptance'),
    { type: 'startClock', params: { clock: 'accept', from: 'on' } },
    {
      type: 'notify',
      params: { template: 'caseTakenOver', audience: ['holder', 'holderHead', 'desk'] },
    },
  ],
} as const;

/** A denunciation in the hands of its settler: accepted only from a known author (TC art. 29), verified by nobody's relative (ND31 art. 10). */
export const denunciationCourse = {
  initial: 'awaitingAcceptance',
  on: { ...openActs('denunciation'), succeed, takeOver },
  states: {
    ...acceptance({
      guard: 'identityIsKnown',
      duties: [owe('notifyAcceptance')],
      acts: { extend: extend('accept'), confirmIdentity },
    }),
    ...settlement({
      last: 'concluding',
      verifierGuard: 'noConflictDeclared',
      resolve: resolve('concluded', 'outcomeFits', [
        ...DUTIES_OF_CONCLUSION,
        REPORT_TO_FORWARDER,
        REPORT_TO_COUNCIL,
      ]),
      acts: { working: { extend: extend('settle') }, suspended: {}, verified: {} },
      hasExpertise: true,
    }),
  },
} as const;
