import {
  asCorrected,
  cancelDeadline,
  type Deadline,
  type LedgerEntry,
  meetDeadline,
  startDeadline,
} from '../deadlines/index.js';
import type { Clock, LegalDate } from '../vocabulary.js';
import type { CaseState, Situation } from './case-state.js';
import type { NoticeOrder } from './notices.js';
import type { Refusal } from './refusal.js';

/** What the effects of one command come to. */
export interface Applied {
  deadlines: Deadline[];
  notices: NoticeOrder[];
  refusal: Refusal | null;
}

/** What an effect works on. */
export interface Scope {
  applied: Applied;
  situation: Situation;
  /** The case after the move. */
  next: CaseState;
  legalOn: LegalDate;
}

/** Entries that count a ledger anew and stand for no act. */
const REMARKS: readonly LedgerEntry['type'][] = ['calendarChanged', 'ruleChanged', 'corrected'];

export const isOpen = ({ state }: Deadline) => state === 'running' || state === 'paused';

/** Starts a clock. @returns false when the law knows no such clock on that day. */
export function start({ applied, situation, next }: Scope, clock: Clock, on: LegalDate): boolean {
  const { policy, newId } = situation;
  const deadline = startDeadline({ id: newId(), clock, procedure: next.procedure, on, policy });
  if (deadline) applied.deadlines.push(deadline);
  return deadline !== undefined;
}

/** Changes every open clock of a name; an act dated before the last one on that clock refuses the command. */
export function change(scope: Scope, clock: Clock, act: (deadline: Deadline) => Deadline): void {
  const { applied } = scope;
  applied.deadlines = applied.deadlines.map((deadline) => {
    if (applied.refusal || deadline.clock !== clock || !isOpen(deadline)) return deadline;
    applied.refusal = refuseOrder(deadline, scope);
    return applied.refusal ? deadline : act(deadline);
  });
}

/** Changes one clock that a search finds. */
export function changeOne(
  scope: Scope,
  found: Deadline | undefined,
  act: (deadline: Deadline) => Deadline,
): void {
  const { applied } = scope;
  if (!found) return;
  applied.refusal = refuseOrder(found, scope);
  if (applied.refusal) return;
  applied.deadlines = applied.deadlines.map((deadline) => (deadline === found ? act(deadline) : deadline));
}

/** Closes clocks by name: met on the day of the act, or dropped. */
export function close(scope: Scope, fate: (clock: Clock) => 'met' | 'cancelled' | 'kept'): void {
  const { applied, situation, legalOn } = scope;
  applied.deadlines = applied.deadlines.map((deadline) => {
    const how = fate(deadline.clock);
    if (how === 'met') return meetDeadline(deadline, legalOn, situation.policy);
    return how === 'cancelled' ? cancelDeadline(deadline, legalOn) : deadline;
  });
}

function refuseOrder({ ledger }: Deadline, { legalOn: on }: Scope): Refusal | null {
  const latest = asCorrected(ledger).findLast(({ type }) => !REMARKS.includes(type))?.on;
  if (latest === undefined || latest <= on) return null;
  const params = { on, latest };
  return { code: 'ledger.notInOrder', kind: 'invalid', params, source: null, whoCan: [], pointer: '/on' };
}
