import { meet, owe } from './duties.js';

const toDeskAndCoordination = ['desk', 'coordinationOffice'] as const;

const suspend = {
  target: '#case.handling.assigned.suspended',
  actions: [
    { type: 'pauseClock', params: { clock: 'settle' } },
    { type: 'startClock', params: { clock: 'review', from: 'on' } },
    owe('sendSuspension'),
    { type: 'notify', params: { template: 'caseSuspended', audience: toDeskAndCoordination } },
  ],
} as const;

const goOn = [
  ...meet('review'),
  { type: 'continueClock', params: { clock: 'settle' } },
  owe('sendSuspension'),
  { type: 'notify', params: { template: 'caseContinued', audience: toDeskAndCoordination } },
] as const;

/** The settlement ends without a decision on the merits (KN art. 11a, TC art. 34). */
const terminate = {
  guard: 'groundFits',
  target: '#case.handling.resolved.terminated',
  actions: [
    owe('sendSuspension'),
    { type: 'notify', params: { template: 'caseTerminated', audience: ['desk', 'supervisor'] } },
  ],
} as const;

const recordComplexity = {
  actions: ['rememberComplexity', { type: 'applyComplexity', params: { clock: 'settle' } }],
} as const;

/** The merits are settled: the end of the case, when the outcome fits and the procedure's conditions hold. */
export const resolve = (target: string, guard: unknown, duties: readonly object[]) => ({
  guard,
  target: `#case.handling.resolved.${target}`,
  actions: [
    ...duties,
    { type: 'notify', params: { template: 'caseResolved', audience: ['desk', 'supervisor'] } },
  ] as const,
});

export const startVerification = (target: string) =>
  ({ target: `#case.handling.assigned.${target}`, actions: ['rememberVerification'] }) as const;

/** The step that follows the verification, by the name the law gives its result. */
export type LastStep = 'deciding' | 'concluding';

const reportVerification = (target: LastStep) =>
  ({
    target: `#case.handling.assigned.${target}`,
    actions: [
      'rememberReport',
      { type: 'notify', params: { template: 'verificationReported', audience: ['holderHead'] } },
    ],
  }) as const;

/** A case that stands still comes up for review, and goes on where it stood. */
const suspended = (last: LastStep, acts: object) =>
  ({
    meta: { owner: 'agencyHead', clocks: ['review'] },
    on: {
      ...acts,
      terminate,
      continue: [
        {
          guard: 'verificationIsReported',
          target: `#case.handling.assigned.${last}`,
          actions: goOn,
        },
        {
          guard: 'verificationHasStarted',
          target: '#case.handling.assigned.verifying',
          actions: goOn,
        },
        { target: '#case.handling.assigned.accepted', actions: goOn },
      ],
    },
  }) as const;

/** Experts are asked; their time is not the settler's (ND31 art. 15.4). */
const requestExpertise = {
  target: '#case.handling.assigned.awaitingExpertise',
  actions: [
    { type: 'requestExpertise', params: { clock: 'settle' } },
    { type: 'startClock', params: { clock: 'review', from: 'on' } },
  ],
} as const;

const awaitingExpertise = {
  meta: { owner: 'agencyHead', clocks: ['review'] },
  on: {
    terminate,
    receiveExpertise: {
      target: '#case.handling.assigned.verifying',
      actions: [...meet('review'), { type: 'returnExpertise', params: { clock: 'settle' } }],
    },
  },
} as const;

/** What a procedure adds to the settlement. */
export interface SettlementTerms {
  last: LastStep;
  /** Condition of starting the verification. */
  verifierGuard?: string;
  /** What `resolve` needs and where it leads. */
  resolve: object;
  /** Acts in every step of the work, in suspension, and from the verification on. */
  acts: { working: object; suspended: object; verified: object };
  hasExpertise: boolean;
}

/** From acceptance to the decision or the conclusion. */
export function settlement({ last, verifierGuard, resolve: settle, acts, hasExpertise }: SettlementTerms) {
  const work = { suspend, recordComplexity, terminate, ...acts.working };
  const verify = startVerification('verifying');
  return {
    accepted: {
      meta: { owner: 'agencyOfficer', clocks: ['settle'] },
      on: { ...work, startVerification: verifierGuard ? { guard: verifierGuard, ...verify } : verify },
    },
    verifying: {
      meta: { owner: 'agencyOfficer', clocks: ['settle'] },
      on: {
        ...work,
        ...acts.verified,
        ...(hasExpertise ? { requestExpertise } : {}),
        reportVerification: reportVerification(last),
      },
    },
    [last]: {
      meta: { owner: 'agencyHead', clocks: ['settle'] },
      on: { ...work, ...acts.verified, resolve: settle },
    },
    suspended: suspended(last, acts.suspended),
    ...(hasExpertise ? { awaitingExpertise } : {}),
  };
}
