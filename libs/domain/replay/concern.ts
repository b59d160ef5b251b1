import { addCalendarDays } from '../calendar/index.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import type { CaseRecord } from './case-record.js';
import type { SupposedChanges } from './supposed-changes.js';

/** Calendar days after a last day by which every escalation has rung, the longest holidays included. */
const LADDER_DAYS = 60;

/**
 * Tells which cases a supposition can touch at all: other limits those that some row of their kind may count, other
 * ladders those that climb them, other days those whose clocks ran around them.
 */
export function concernOf({ limits, calendar, ladders }: SupposedChanges, policy: Policy) {
  const rows = policy.limits.filter((rule) =>
    limits.some(({ id, from }) => id === rule.id && from === rule.effectiveFrom),
  );
  const climbed = new Set(ladders.map(({ clock }) => clock));
  return ({ deadlines }: CaseRecord): boolean =>
    calendar.some(({ date }) => ranAround(date, deadlines)) ||
    deadlines.some(
      ({ clock, procedure }) =>
        climbed.has(clock) ||
        rows.some((rule) => rule.clock === clock && rule.procedures.includes(procedure)),
    );
}

function ranAround(date: LegalDate, deadlines: CaseRecord['deadlines']): boolean {
  const hasBegun = deadlines.some(({ ledger }) => (ledger[0]?.on ?? date) <= date);
  return hasBegun && deadlines.some(({ due }) => due === null || date <= addCalendarDays(due, LADDER_DAYS));
}
