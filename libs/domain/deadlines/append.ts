import { instantAt } from '../calendar/index.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { type Alarm, alarmsOf } from './ladder.js';
import type { Deadline, LedgerEntry } from './ledger.js';
import { editionOf } from './read-ledger.js';
import { replay } from './replay.js';

/** True when the clock has had its verdict or was dropped: its ledger is not counted any more. */
export function isClosed({ state }: Deadline): boolean {
  return state === 'met' || state === 'cancelled';
}

/** The clock waiting for that step of its ladder; for none when it is null. */
export function awaiting(deadline: Deadline, alarm: Alarm | null): Deadline {
  return { ...deadline, nextStep: alarm?.step ?? null, nextAlarmAt: alarm?.at ?? null };
}

/**
 * Appends an entry and recounts. What happens today is counted under today's calendar, so an edition that the ledger
 * does not know yet is named first.
 */
export function withEntry(deadline: Deadline, entry: LedgerEntry, policy: Policy): Deadline {
  const ledger = [...underCalendarInForce(deadline.ledger, entry, policy), entry];
  const { due } = replay(ledger, policy, deadline.procedure);
  const next: Deadline = { ...deadline, ledger, state: due === null ? 'paused' : 'running', due };
  return awaiting(next, alarmAfter(deadline, next, entry.on, policy));
}

function underCalendarInForce(
  ledger: readonly LedgerEntry[],
  { type, on }: LedgerEntry,
  { calendar }: Policy,
): readonly LedgerEntry[] {
  if (type === 'calendarChanged' || editionOf(ledger) === calendar.edition) return ledger;
  return [...ledger, { type: 'calendarChanged', on, calendarEdition: calendar.edition }];
}

/**
 * The next step of the ladder of a clock that was recounted: the first one from that day on, or one that has not rung
 * yet and is no warning. Warnings of days gone by are not rung again, nor is a step that rang and still lies behind;
 * a step that rang and lies ahead again does.
 */
function alarmAfter(before: Deadline, next: Deadline, on: LegalDate, policy: Policy): Alarm | null {
  const since = instantAt(on, 0);
  const notRung = before.state === 'running' ? (before.nextStep ?? Number.POSITIVE_INFINITY) : 0;
  const isUnmoved = before.state === next.state && before.due === next.due;
  return (
    alarmsOf(next, policy).find(({ step, kind, at }) =>
      isUnmoved ? step >= notRung : at >= since || (kind !== 'warn' && step >= notRung),
    ) ?? null
  );
}
