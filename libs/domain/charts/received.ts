import type { Procedure } from '../vocabulary.js';
import { meet, owe } from './duties.js';
import { confirmIdentity, openActs } from './open-acts.js';

/** Clocks of the reception; they end when the case leaves the desk. */
const RECEPTION = ['process', 'review'] as const;

/** Leaving the desk meets the 45 days for processing (ND154 art. 41.3b) and ends a parked case's review; the case is not passed on. */
const processed = [
  { type: 'stopClocks', params: { met: RECEPTION, cancelled: ['transfer'] } },
  { type: 'silenceAlarms', params: { clocks: [...RECEPTION, 'transfer'] } },
] as const;

const setReceivedDate = {
  guard: 'receivedDateIsMissing',
  actions: ['rememberReceivedDate', ...meet('review'), { type: 'startReception' }],
} as const;

const ways = {
  guide: '#case.handling.resolved.guided',
  transfer: '#case.handling.resolved.transferred',
} as const;

/** How an incompetent body passes each kind on: a complaint is guided, the others are transferred (Luật Tiếp công dân art. 26, Luật Tố cáo art. 24.2). */
const wayOut: Record<Exclude<Procedure, 'unclassified'>, 'guide' | 'transfer'> = {
  complaintFirst: 'guide',
  complaintSecond: 'guide',
  denunciation: 'transfer',
  feedback: 'transfer',
  voterPetition: 'transfer',
};

/** Ends at the desk that every petition can come to. */
const endings = {
  returnToSender: '#case.handling.resolved.returnedToSender',
  fileIneligible: '#case.handling.resolved.filedIneligible',
  markDuplicate: '#case.handling.resolved.duplicate',
  guideToSplit: '#case.handling.resolved.guidedToSplit',
} as const;

/** An oral explanation is enough, except for two grounds that need a notice in writing (ND154 art. 4.2-4.3). */
const refuseVisit = [
  {
    guard: 'groundNeedsNotice',
    target: '#case.handling.resolved.visitRefused',
    actions: [owe('refuseVisit')],
  },
  { target: '#case.handling.resolved.visitRefused' },
] as const;

/**
 * The desk's part of a chart.
 * @param entry state of `assigned` that a case enters when it is assigned.
 * @param clock clock that starts for the agency then.
 */
export function received(
  procedure: Exclude<Procedure, 'unclassified'>,
  entry: string,
  clock: 'accept' | 'settle',
) {
  const assign = {
    target: `#case.handling.assigned.${entry}`,
    actions: [
      ...processed,
      { type: 'startClock', params: { clock, from: 'receivedByAgencyOn' } },
      { type: 'notify', params: { template: 'caseAssigned', audience: ['holder'] } },
    ],
  } as const;
  const on = {
    classify: { target: '#case.handling.received.classified', actions: ['silenceCalmed'] },
    assign,
    ...endings,
    ...(procedure === 'voterPetition' ? {} : { refuseVisit }),
    ...(procedure === 'denunciation' ? { confirmIdentity } : {}),
    [wayOut[procedure]]: ways[wayOut[procedure]],
  };
  return {
    initial: 'classified',
    on: { ...openActs(procedure), setReceivedDate },
    states: {
      classified: { meta: { owner: 'deskOfficer', clocks: RECEPTION }, on },
      circulating: { meta: { owner: 'coordinationOffice', clocks: RECEPTION }, on },
    },
  } as const;
}

/** The desk's part while nobody has decided what kind the petition is. */
export const unclassifiedReceived = {
  initial: 'registered',
  on: { ...openActs('unclassified'), setReceivedDate },
  states: {
    registered: {
      meta: { owner: 'deskOfficer', clocks: RECEPTION },
      on: {
        classify: { target: '#case.handling.received.registered', reenter: true, actions: ['silenceCalmed'] },
        refuseVisit,
        ...endings,
      },
    },
  },
} as const;
