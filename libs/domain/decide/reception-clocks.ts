import { legalDateOf } from '../calendar/index.js';
import { cancelDeadline, findLimit } from '../deadlines/index.js';
import type { Policy } from '../policy/policy.js';
import type { Clock, LegalDate, Procedure } from '../vocabulary.js';
import { type Scope, start } from './clock-acts.js';

/** Clocks that count from the day a petition came in; which of them run is a matter of its kind. */
const RECEPTION = [
  'answerVisitor',
  'process',
  'transfer',
  'answerForwarder',
] as const satisfies readonly Clock[];

/**
 * Brings the clocks of the reception in line with the kind of the petition: one that the law does not know for it
 * ends, a missing one starts. Who forwarded a petition waits for an answer only when somebody did.
 */
export function startReception(scope: Scope): void {
  const { applied, next } = scope;
  const on = next.facts.receivedOn;
  if (on !== null) countFrom(on, scope);
  if (!applied.deadlines.some(({ clock, state }) => clock === 'process' && state === 'running')) park(scope);
}

function countFrom(on: LegalDate, scope: Scope): void {
  const { applied, situation, next } = scope;
  const alien = clocksUnknownTo(next.procedure, on, situation.policy);
  applied.deadlines = applied.deadlines.map((deadline) =>
    alien.includes(deadline.clock) ? cancelDeadline(deadline, dayOf(scope)) : deadline,
  );
  const missing = RECEPTION.filter(
    (clock) =>
      (clock !== 'answerForwarder' || next.facts.forwarded) &&
      !applied.deadlines.some((deadline) => deadline.clock === clock && deadline.state !== 'cancelled'),
  );
  for (const clock of missing) start(scope, clock, on);
}

/** Clocks of the reception for which the law knows no limit under a procedure. */
export function clocksUnknownTo(procedure: Procedure, on: LegalDate, policy: Policy): Clock[] {
  return RECEPTION.filter((clock) => findLimit(policy, clock, procedure, on) === undefined);
}

/** A case that no reception clock can run for, its date unknown or before the law, is parked and looked at again. */
export function park(scope: Scope): void {
  const isParked = scope.applied.deadlines.some(
    ({ clock, state }) => clock === 'review' && state === 'running',
  );
  if (!isParked) start(scope, 'review', dayOf(scope));
}

const dayOf = ({ situation }: Scope): LegalDate => legalDateOf(situation.now);
