import { legalDateOf } from '../calendar/index.js';
import { asCorrected, type Deadline, type LedgerEntry, meetDeadline } from '../deadlines/index.js';
import type { CaseState } from '../decide/index.js';
import type { Policy } from '../policy/policy.js';
import type { Clock, InstantText, LegalDate } from '../vocabulary.js';

/** Clocks whose end is no failure of anybody: a decision comes into force by it. */
const NO_DUTY: readonly Clock[] = ['legalForce'];

/** Clocks that are the receiving desk's own, wherever the case has gone since. */
const DESK_DUTIES: readonly Clock[] = [
  'answerVisitor',
  'process',
  'transfer',
  'refuseVisit',
  'answerForwarder',
];

const STOPS: readonly LedgerEntry['type'][] = ['suspended', 'expertiseRequested'];

/** How one clock of a case stood at an instant. */
export interface ClockStanding {
  clock: Clock;
  startedOn: LegalDate;
  due: LegalDate | null;
  /** Met or dropped after its last day, stopped after it, or running on past it. */
  isLate: boolean;
  /** Office whose lateness it is: the desk for the duties of reception, else whoever holds the case. */
  agencyCode: string;
}

/** How a clock of a case stood when the day of an instant began. */
export function clockStanding(
  deadline: Deadline,
  of: CaseState,
  { at, policy }: { at: InstantText; policy: Policy },
): ClockStanding {
  const { clock, ledger, due } = deadline;
  const isDesks = DESK_DUTIES.includes(clock);
  return {
    clock,
    startedOn: ledger[0]?.on ?? '',
    due,
    isLate: !NO_DUTY.includes(clock) && isLate(deadline, legalDateOf(at), policy),
    agencyCode: isDesks ? of.deskAgencyCode : (of.agencyCode ?? of.deskAgencyCode),
  };
}

function isLate(deadline: Deadline, today: LegalDate, policy: Policy): boolean {
  const { state, due, metInTime } = deadline;
  if (state === 'met') return metInTime === false;
  // A pause forgives no lateness: the clock is judged as if its work had been done on the day it was stopped.
  if (state === 'paused')
    return meetDeadline(deadline, dayOf(deadline, STOPS) ?? today, policy).metInTime === false;
  return due !== null && due < (dayOf(deadline, ['cancelled']) ?? today);
}

function dayOf({ ledger, state }: Deadline, types: readonly LedgerEntry['type'][]): LegalDate | undefined {
  if (state === 'running') return undefined;
  return asCorrected(ledger).findLast(({ type }) => types.includes(type))?.on;
}
