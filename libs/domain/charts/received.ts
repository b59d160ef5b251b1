import type { Procedure } from '../vocabulary.js';

/** Clocks of the reception; they end when the case leaves the desk. */
const RECEPTION = ['process', 'review'] as const;

/** Leaving the desk meets the 45 days for processing (ND154 art. 41.3b) and ends a parked case's review. */
const processed = [
  { type: 'stopClocks', params: { met: RECEPTION, cancelled: [] } },
  { type: 'silenceAlarms', params: { clocks: RECEPTION } },
] as const;

/** Acts that are possible while a case is open, wherever it stands. */
export const openActs = {
  answerVisitor: {
    actions: [
      { type: 'stopClocks', params: { met: ['answerVisitor'], cancelled: [] } },
      { type: 'silenceAlarms', params: { clocks: ['answerVisitor'] } },
    ],
  },
  setPlace: { actions: ['onlyNoted'] },
  withdraw: [
    { guard: 'withdrawalEndsCase', target: '#case.handling.resolved.withdrawn' },
    { actions: [{ type: 'notify', params: { template: 'caseWithdrawn', audience: ['holder'] } }] },
  ],
} as const;

const setReceivedDate = {
  guard: 'receivedDateIsMissing',
  actions: [
    'rememberReceivedDate',
    { type: 'stopClocks', params: { met: ['review'], cancelled: [] } },
    { type: 'silenceAlarms', params: { clocks: ['review'] } },
    { type: 'startClock', params: { clock: 'answerVisitor', from: 'receivedOn' } },
    { type: 'startClock', params: { clock: 'process', from: 'receivedOn' } },
  ],
} as const;

const ways = {
  returnToSender: '#case.handling.resolved.returnedToSender',
  fileIneligible: '#case.handling.resolved.filedIneligible',
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

const endings = { returnToSender: ways.returnToSender, fileIneligible: ways.fileIneligible } as const;

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
    classify: { target: '#case.handling.received.classified' },
    assign,
    ...endings,
    [wayOut[procedure]]: ways[wayOut[procedure]],
  };
  return {
    initial: 'classified',
    on: { ...openActs, setReceivedDate },
    states: {
      classified: { meta: { owner: 'deskOfficer', clocks: RECEPTION }, on },
      circulating: { meta: { owner: 'coordinationOffice', clocks: RECEPTION }, on },
    },
  } as const;
}

/** The desk's part while nobody has decided what kind the petition is. */
export const unclassifiedReceived = {
  initial: 'registered',
  on: { ...openActs, setReceivedDate },
  states: {
    registered: {
      meta: { owner: 'deskOfficer', clocks: RECEPTION },
      on: { classify: { target: '#case.handling.received.registered', reenter: true }, ...endings },
    },
  },
} as const;
