import type { Policy } from '../policy/policy.js';
import type { Clock, Complexity, LegalDate, Procedure } from '../vocabulary.js';
import { awaiting, isClosed, withEntry } from './append.js';
import { extensionRefusal, foundComplexity } from './extension.js';
import { findLimit } from './find-limit.js';
import { nextAlarm } from './ladder.js';
import type { Deadline, LedgerEntry } from './ledger.js';
import { changeCalendar } from './recount.js';
import { replay } from './replay.js';

/*
 * The acts on a clock. Each returns a new deadline and leaves the old one alone. An act that has nothing to do
 * (suspending a clock that stands still, continuing one that runs, any act on a closed one) returns the deadline
 * unchanged, so a caller may apply it to every clock of a case.
 */

/** Starts a clock; undefined when the policy holds no limit for it on that date. */
export function startDeadline(start: {
  id: string;
  clock: Clock;
  procedure: Procedure;
  on: LegalDate;
  policy: Policy;
}): Deadline | undefined {
  const { id, clock, procedure, on, policy } = start;
  const rule = findLimit(policy, clock, procedure, on);
  if (!rule) return undefined;
  const ledger: LedgerEntry[] = [
    {
      type: 'started',
      on,
      ruleId: rule.id,
      ruleFrom: rule.effectiveFrom,
      calendarEdition: policy.calendar.edition,
    },
  ];
  const { due } = replay(ledger, policy, procedure);
  const open = { id, clock, procedure, state: 'running' as const, ledger, due, metInTime: null };
  const deadline: Deadline = { ...open, nextStep: null, nextAlarmAt: null };
  return awaiting(deadline, nextAlarm(deadline, policy));
}

/** The clock stands still from the end of that day on. */
export function suspendDeadline(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  if (isClosed(deadline) || isHeld(deadline, 'suspended', 'continued')) return deadline;
  return withEntry(deadline, { type: 'suspended', on }, policy);
}

/**
 * The clock goes on from the day of the continuing decision: the days left are counted after that day, unless an
 * expert is still awaited.
 */
export function continueDeadline(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  if (isClosed(deadline) || !isHeld(deadline, 'suspended', 'continued')) return deadline;
  return withEntry(deadline, { type: 'continued', on }, policy);
}

/** Expertise was asked for: the clock of a denunciation stands still from the end of that day on (ND31 art. 15.4). */
export function requestExpertise(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  const isOut = isHeld(deadline, 'expertiseRequested', 'expertiseReturned');
  if (deadline.procedure !== 'denunciation' || isClosed(deadline) || isOut) return deadline;
  return withEntry(deadline, { type: 'expertiseRequested', on }, policy);
}

/** The expertise is back: the days left are counted after that day, unless the case is suspended. */
export function returnExpertise(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  if (isClosed(deadline) || !isHeld(deadline, 'expertiseRequested', 'expertiseReturned')) return deadline;
  return withEntry(deadline, { type: 'expertiseReturned', on }, policy);
}

/** A case that was closed is taken up again: the cancelled clock runs on with the days it had left. */
export function reopenDeadline(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  if (deadline.state !== 'cancelled') return deadline;
  return withEntry(deadline, { type: 'reopened', on }, policy);
}

/** Records a signed finding; it picks the limit (KN art. 28, 37) or the number of extensions (TC art. 30). */
export function recordComplexityOn(
  deadline: Deadline,
  found: { on: LegalDate; complexity: Complexity; remote: boolean },
  policy: Policy,
): Deadline {
  if (isClosed(deadline)) return deadline;
  const { on, complexity, remote } = found;
  return withEntry(deadline, { type: 'complexityFound', on, complexity, remote }, policy);
}

/** Extends the limit once. Throws when the law does not allow it: ask `extensionRefusal` first. */
export function extendDeadline(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  const refusal = extensionRefusal(deadline, foundComplexity(deadline), policy);
  if (refusal) throw new RangeError(`The clock ${deadline.clock} may not be extended: ${refusal.code}`);
  return withEntry(deadline, { type: 'extended', on }, policy);
}

/**
 * Closes the clock because what it asked for was done on that day, and freezes the verdict. A clock that stood
 * still is judged as if it had gone on that day: a pause makes nobody late, nor does it forgive lateness.
 */
export function meetDeadline(deadline: Deadline, on: LegalDate, policy: Policy): Deadline {
  if (isClosed(deadline)) return deadline;
  const judged = changeCalendar(deadline, on, policy);
  const { due } = returnExpertise(continueDeadline(judged, on, policy), on, policy);
  const ledger: LedgerEntry[] = [...judged.ledger, { type: 'met', on }];
  return { ...awaiting(judged, null), ledger, state: 'met', metInTime: due !== null && on <= due };
}

/** Closes the clock without a verdict: the case took another course. */
export function cancelDeadline(deadline: Deadline, on: LegalDate): Deadline {
  if (isClosed(deadline)) return deadline;
  const ledger: LedgerEntry[] = [...deadline.ledger, { type: 'cancelled', on }];
  return { ...awaiting(deadline, null), ledger, state: 'cancelled' };
}

/** Notes that a step of the ladder rang: the clock waits for the next one. A step that rang before changes nothing. */
export function rung(deadline: Deadline, step: number, policy: Policy): Deadline {
  if (deadline.nextStep === null || step < deadline.nextStep) return deadline;
  return awaiting(deadline, nextAlarm(deadline, policy, step));
}

/** True while the act that stops the clock has not been answered by the one that lets it go on. */
function isHeld({ ledger }: Deadline, stop: LedgerEntry['type'], back: LedgerEntry['type']): boolean {
  const ends = [back, 'reopened'];
  return ledger.findLast(({ type }) => type === stop || ends.includes(type))?.type === stop;
}
