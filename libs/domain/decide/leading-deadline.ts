import type { Deadline } from '../deadlines/ledger.js';

/**
 * The clock that lists, boards and receipts show: the earliest that runs. The answer to the visitor is the
 * desk's own duty, so it counts only while the case is at the desk: it never makes an agency look late. Legal
 * force is what time brings, nobody's task.
 */
export function leadingDeadline(deadlines: readonly Deadline[], handling: string): Deadline | null {
  const isAtDesk = handling.startsWith('received.');
  const running = deadlines.filter(
    ({ state, due, clock }) =>
      state === 'running' &&
      due !== null &&
      clock !== 'legalForce' &&
      (isAtDesk || clock !== 'answerVisitor'),
  );
  return running.reduce<Deadline | null>(
    (first, deadline) => (first === null || deadline.due! < first.due! ? deadline : first),
    null,
  );
}
