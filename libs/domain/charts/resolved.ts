import type { Clock } from '../vocabulary.js';

/** Entering an end stops every clock: those the end fulfils are met, the rest are cancelled. */
const end = (...met: Clock[]) => ({ entry: [{ type: 'stopEveryClock', params: { met } }] }) as const;

const settled = end('settle', 'answerVisitor', 'answerUrge');
const passedOn = end('process', 'review', 'answerVisitor', 'answerUrge');

const ENDS = {
  decided: settled,
  concluded: settled,
  answered: settled,
  guided: passedOn,
  transferred: passedOn,
  returnedToSender: passedOn,
  filedIneligible: passedOn,
  notAccepted: end('accept', 'answerVisitor', 'answerUrge'),
  withdrawn: end(),
} as const;

type End = keyof typeof ENDS;

/** Ends that every petition can come to. */
const COMMON = ['returnedToSender', 'filedIneligible', 'withdrawn'] as const satisfies readonly End[];

/**
 * The ends of a case: the common ones and the procedure's own. Passing a petition on is an end here and not
 * a settlement.
 */
export function resolved(...own: End[]) {
  const names = [...own, ...COMMON];
  return { initial: 'withdrawn', states: Object.fromEntries(names.map((name) => [name, ENDS[name]])) };
}
