import { and } from 'xstate';
import type { Clock } from '../vocabulary.js';
import { drop, owe } from './duties.js';
import { succeed } from './open-acts.js';

/** Clocks of the work: none outlives the end. Duties, and the time until a decision takes legal force, do. */
const WORK = [
  'answerVisitor',
  'process',
  'accept',
  'settle',
  'answerUrge',
  'review',
  'transfer',
] as const satisfies readonly Clock[];

/** Entering an end stops the clocks of the work: those the end fulfils are met, the rest are cancelled. */
const stopping = (...met: (typeof WORK)[number][]) =>
  [{ type: 'stopClocks', params: { met, cancelled: WORK.filter((clock) => !met.includes(clock)) } }] as const;

const settled = stopping('settle', 'answerVisitor', 'answerUrge');
const passedOn = stopping('process', 'review', 'answerVisitor', 'answerUrge');

/** The file is closed for good once nobody owes or awaits anything. */
const archive = (...conditions: string[]) => ({
  guard: and(['nothingIsOwed', 'noUrgeIsOpen', 'isNotEscalated', ...conditions]),
  target: '#case.handling.resolved.archived',
});

const toOverseers = {
  type: 'notify',
  params: { template: 'furtherStepRecorded', audience: ['holderHead', 'coordinationOffice'] },
} as const;

const recordExecution = '#case.handling.resolved.executed';

/** Nobody went on in time: the decision is in force. A fact of time, not a decision (KN art. 44). */
const forceReached = {
  guard: 'forceIsReached',
  target: '#case.handling.resolved.inForce',
  actions: [{ type: 'stopClocks', params: { met: ['legalForce'], cancelled: [] } }],
} as const;

const goOnElsewhere = {
  guard: 'stepFits',
  target: '#case.handling.resolved.contested',
  actions: [...drop('legalForce'), toOverseers],
} as const;

/** The superior reviews the file and decides whether the denunciation is settled again (TC art. 37.2). */
const denounceFurther = {
  guard: 'stepFits',
  actions: [owe('reviewFurtherDenunciation'), toOverseers],
} as const;

const filed = (entry: readonly object[], acts: object = {}) => ({
  entry,
  on: { ...acts, archive: archive() },
});
const held = (entry: readonly object[], acts: object = {}) => filed(entry, { succeed, ...acts });

const ENDS = {
  decided: {
    entry: settled,
    on: {
      succeed,
      deadlinePassed: forceReached,
      recordFurtherStep: goOnElsewhere,
      archive: archive('forceIsNotAwaited'),
    },
  },
  contested: held([]),
  inForce: held([], { recordExecution }),
  concluded: held(settled, { recordFurtherStep: denounceFurther, recordExecution }),
  executed: held([]),
  answered: held(settled),
  notAccepted: held(stopping('accept', 'answerVisitor', 'answerUrge')),
  terminated: held(stopping('answerUrge')),
  guided: filed(passedOn),
  transferred: filed(stopping('process', 'review', 'answerVisitor', 'answerUrge', 'transfer')),
  returnedToSender: filed(passedOn),
  filedIneligible: filed(passedOn),
  visitRefused: filed(passedOn),
  duplicate: filed(passedOn),
  guidedToSplit: filed(passedOn),
  archived: {},
};

type End = keyof typeof ENDS;

/** Ends that every petition can come to. */
const COMMON = [
  'returnedToSender',
  'filedIneligible',
  'duplicate',
  'guidedToSplit',
  'archived',
] as const satisfies readonly End[];

/** Ends that a complaint can come to, beside the common ones. */
export const ENDS_OF_COMPLAINT: readonly End[] = [
  'decided',
  'contested',
  'inForce',
  'executed',
  'guided',
  'notAccepted',
  'terminated',
  'visitRefused',
];

/** Ends that a denunciation can come to, beside the common ones. */
export const ENDS_OF_DENUNCIATION: readonly End[] = [
  'concluded',
  'executed',
  'transferred',
  'notAccepted',
  'terminated',
  'visitRefused',
];

/**
 * The ends of a case: the common ones and the procedure's own. Passing a petition on is an end here and not
 * a settlement.
 * @param reopen where a case goes whose withdrawal was not free.
 */
export function resolved(own: readonly End[], reopen: readonly object[]) {
  const names = [...own, ...COMMON];
  const withdrawn = filed(stopping(), { reopen });
  return {
    initial: 'withdrawn',
    states: { ...Object.fromEntries(names.map((name) => [name, ENDS[name]])), withdrawn },
  };
}
