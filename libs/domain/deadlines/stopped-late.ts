import type { Policy } from '../policy/policy.js';
import { meetDeadline } from './deadline.js';
import type { Deadline, LedgerEntry } from './ledger.js';
import { asCorrected } from './read-ledger.js';

const STOPS: readonly LedgerEntry['type'][] = ['suspended', 'expertiseRequested'];

/**
 * True when a clock that stands still was past its limit on the day it was stopped. A pause makes nobody late, nor does
 * it forgive lateness: the clock is judged as if its work had been done on that day.
 */
export function isStoppedLate(deadline: Deadline, policy: Policy): boolean {
  if (deadline.state !== 'paused') return false;
  const stop = asCorrected(deadline.ledger).findLast(({ type }) => STOPS.includes(type));
  return stop !== undefined && meetDeadline(deadline, stop.on, policy).metInTime === false;
}
