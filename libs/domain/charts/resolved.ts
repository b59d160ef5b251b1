import type { Clock } from '../vocabulary.js';

/** Entering an end stops every clock: those the end fulfils are met, the rest are cancelled. */
const end = (...met: Clock[]) => ({ entry: [{ type: 'stopEveryClock', params: { met } }] }) as const;

/** The ends of a case. Passing a petition on is an end here and not a settlement (domain trap 7). */
export const resolved = {
  initial: 'answered',
  states: {
    decided: end('settle', 'answerVisitor', 'answerUrge'),
    concluded: end('settle', 'answerVisitor', 'answerUrge'),
    answered: end('settle', 'answerVisitor', 'answerUrge'),
    guided: end('process', 'review', 'answerVisitor', 'answerUrge'),
    transferred: end('process', 'review', 'answerVisitor', 'answerUrge'),
    returnedToSender: end('process', 'review', 'answerVisitor', 'answerUrge'),
    notAccepted: end('accept', 'answerVisitor', 'answerUrge'),
    filedIneligible: end('process', 'review', 'answerVisitor', 'answerUrge'),
    withdrawn: end(),
  },
} as const;
