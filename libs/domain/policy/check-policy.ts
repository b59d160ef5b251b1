import { checkCalendar } from './check-calendar.js';
import { checkLadders } from './check-ladders.js';
import { checkLaws } from './check-laws.js';
import { checkLimits } from './check-limits.js';
import { checkOfficeHours } from './check-office-hours.js';
import type { Policy } from './policy.js';

/**
 * Reads the policy as a careful clerk would: every limit with its source and article, no gap or overlap in time
 * for one limit and procedure, a number for every clock that a chart starts, dates that exist, ladders in order, an
 * article for every act of the law. Returns the problems as sentences, each with the row it is about; an empty list
 * means the policy may be used. Safe on JSON of any shape below the top level.
 */
export function checkPolicy(policy: Policy): string[] {
  return [
    ...checkLimits(policy.limits),
    ...checkCalendar(policy.calendar),
    ...checkLadders(policy.ladders),
    ...checkOfficeHours(policy.officeHours),
    ...checkLaws(policy),
  ];
}
