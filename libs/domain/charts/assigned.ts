import { openActs } from './received.js';

/** An agency says "not ours": back to the desk, and after the second return to the coordination office. */
const refuseAssignment = (clock: 'accept' | 'settle') => {
  const back = [
    'rememberRefusal',
    { type: 'stopClocks', params: { met: [], cancelled: [clock] } },
    { type: 'silenceAlarms', params: { clocks: [clock] } },
    { type: 'startClock', params: { clock: 'process', from: 'receivedOn' } },
  ] as const;
  return [
    {
      guard: 'returnRingsCirculation',
      target: '#case.handling.received.circulating',
      actions: [
        ...back,
        {
          type: 'notify',
          params: { template: 'circulationAlarm', audience: ['coordinationOffice', 'desk'] },
        },
      ],
    },
    {
      target: '#case.handling.received.classified',
      actions: [
        ...back,
        {
          type: 'notify',
          params: { template: 'assignmentRefused', audience: ['desk', 'coordinationOffice'] },
        },
      ],
    },
  ] as const;
};

const accept = {
  target: '#case.handling.assigned.accepted',
  actions: [
    'rememberAcceptance',
    { type: 'stopClocks', params: { met: ['accept', 'answerVisitor'], cancelled: [] } },
    { type: 'silenceAlarms', params: { clocks: ['accept', 'answerVisitor'] } },
    { type: 'startClock', params: { clock: 'settle', from: 'on' } },
    { type: 'notify', params: { template: 'caseAccepted', audience: ['desk'] } },
  ],
} as const;

const answering = {
  accept,
  refuseAcceptance: {
    target: '#case.handling.resolved.notAccepted',
    actions: [{ type: 'notify', params: { template: 'acceptanceRefused', audience: ['desk'] } }],
  },
  refuseAssignment: refuseAssignment('accept'),
} as const;

/** The merits are settled: the end of the case, when the outcome fits and the procedure's conditions hold. */
export const resolve = (target: string, guard: unknown) => ({
  guard,
  target: `#case.handling.resolved.${target}`,
  actions: [
    { type: 'notify', params: { template: 'caseResolved', audience: ['desk', 'supervisor'] } },
  ] as const,
});

const suspend = {
  target: '#case.handling.assigned.suspended',
  actions: [
    { type: 'pauseClock', params: { clock: 'settle' } },
    { type: 'startClock', params: { clock: 'review', from: 'on' } },
    { type: 'notify', params: { template: 'caseSuspended', audience: ['desk', 'coordinationOffice'] } },
  ],
} as const;

const goOn = [
  { type: 'stopClocks', params: { met: ['review'], cancelled: [] } },
  { type: 'silenceAlarms', params: { clocks: ['review'] } },
  { type: 'continueClock', params: { clock: 'settle' } },
  { type: 'notify', params: { template: 'caseContinued', audience: ['desk', 'coordinationOffice'] } },
] as const;

const recordComplexity = {
  actions: ['rememberComplexity', { type: 'applyComplexity', params: { clock: 'settle' } }],
} as const;

const proposeAcceptance = {
  target: '#case.handling.assigned.proposingAcceptance',
  actions: [{ type: 'notify', params: { template: 'acceptanceProposed', audience: ['holderHead'] } }],
} as const;

const startVerification = (target: string) =>
  ({ target: `#case.handling.assigned.${target}`, actions: ['rememberVerification'] }) as const;

const suspended = {
  meta: { owner: 'agencyHead', clocks: ['review'] },
  on: {
    continue: [
      {
        guard: 'verificationHasStarted',
        target: '#case.handling.assigned.verifying',
        actions: goOn,
      },
      { target: '#case.handling.assigned.accepted', actions: goOn },
    ],
  },
} as const;

/**
 * Acceptance, verification and settlement of a complaint or a denunciation.
 * @param settlement what `resolve` needs and where it leads.
 * @param sorting further acts before acceptance; `working` further acts after it.
 */
export function acceptedCourse(settlement: object, sorting: object, working: object) {
  const work = { suspend, recordComplexity, ...working };
  return {
    initial: 'awaitingAcceptance',
    on: openActs,
    states: {
      awaitingAcceptance: {
        meta: { owner: 'agencyOfficer', clocks: ['accept'] },
        on: { ...answering, ...sorting, proposeAcceptance },
      },
      proposingAcceptance: {
        meta: { owner: 'agencyHead', clocks: ['accept'] },
        on: { ...answering, ...sorting },
      },
      accepted: {
        meta: { owner: 'agencyOfficer', clocks: ['settle'] },
        on: { ...work, startVerification: startVerification('verifying') },
      },
      verifying: {
        meta: { owner: 'agencyHead', clocks: ['settle'] },
        on: { ...work, resolve: settlement },
      },
      suspended,
    },
  } as const;
}

/**
 * The course of a petition that is answered, not accepted: feedback and voters' petitions.
 * @param first where the agency begins, `second` where it goes when others are asked or facts checked.
 */
export function answeredCourse(first: string, second: string) {
  const answer = resolve('answered', 'outcomeFits');
  return {
    initial: first,
    on: openActs,
    states: {
      [first]: {
        meta: { owner: 'agencyOfficer', clocks: ['settle'] },
        on: {
          refuseAssignment: refuseAssignment('settle'),
          startVerification: startVerification(second),
          resolve: answer,
        },
      },
      [second]: {
        meta: { owner: 'agencyHead', clocks: ['settle'] },
        on: { resolve: answer },
      },
    },
  } as const;
}
