import { drop, meet } from './duties.js';

/** An agency says "not ours": back to the desk, and after the second return to the coordination office. */
export const refuseAssignment = (clock: 'accept' | 'settle') => {
  const back = [
    'rememberRefusal',
    ...drop(clock),
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

/** The settler signs the acceptance: the settlement counts from that day. */
const accept = (duties: readonly object[]) =>
  ({
    target: '#case.handling.assigned.accepted',
    actions: [
      'rememberAcceptance',
      ...meet('accept', 'answerVisitor'),
      { type: 'startClock', params: { clock: 'settle', from: 'on' } },
      ...duties,
      { type: 'notify', params: { template: 'caseAccepted', audience: ['desk'] } },
    ],
  }) as const;

const refuseAcceptance = {
  target: '#case.handling.resolved.notAccepted',
  actions: [{ type: 'notify', params: { template: 'acceptanceRefused', audience: ['desk'] } }],
} as const;

const proposeAcceptance = {
  target: '#case.handling.assigned.proposingAcceptance',
  actions: [{ type: 'notify', params: { template: 'acceptanceProposed', audience: ['holderHead'] } }],
} as const;

/** What a procedure adds to the acceptance. */
export interface AcceptanceTerms {
  /** Condition of accepting, beside the head's own judgement. */
  guard?: string;
  /** Duties that the acceptance brings about. */
  duties: readonly object[];
  /** Further acts before acceptance. */
  acts: object;
}

/** From the agency's receipt to the decision to accept or not. */
export function acceptance({ guard, duties, acts }: AcceptanceTerms) {
  const answers = {
    accept: guard ? { guard, ...accept(duties) } : accept(duties),
    refuseAcceptance,
    refuseAssignment: refuseAssignment('accept'),
    ...acts,
  };
  return {
    awaitingAcceptance: {
      meta: { owner: 'agencyOfficer', clocks: ['accept'] },
      on: { ...answers, proposeAcceptance },
    },
    proposingAcceptance: { meta: { owner: 'agencyHead', clocks: ['accept'] }, on: answers },
  } as const;
}
