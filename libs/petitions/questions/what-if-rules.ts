import type { WhatIfRules } from '#contract';
import { CLOCKS, type Clock, type ClockRule, isClockRule, type LimitRule } from '#domain';
import type { Office } from '../office.js';

/** The rows and ladders in force that a supposition may change: those that clocks of cases run under. */
export async function whatIfRules({ policies, database }: Office): Promise<WhatIfRules> {
  const { limits, ladders, calendar } = await policies.current(database.pool);
  return {
    limits: limits.filter(isRun).map(rowOf),
    ladders: ladders.flatMap((ladder) =>
      ladder.clocks.map((clock) => ({
        clock,
        steps: ladder.steps.map(({ kind, offset, dayKind, level }) => ({ kind, offset, dayKind, level })),
      })),
    ),
    calendar: {
      edition: calendar.edition,
      firstYear: calendar.years[0]?.year ?? 0,
      lastYear: calendar.years.at(-1)?.year ?? 0,
    },
  };
}

/** Limits that no case runs are left out: they can be looked up, and change nothing. */
function isRun(rule: LimitRule): rule is ClockRule {
  return isClockRule(rule) && (CLOCKS as readonly string[]).includes(rule.clock);
}

function rowOf(rule: ClockRule): WhatIfRules['limits'][number] {
  const { id, effectiveFrom: from, effectiveTo: to, clock, procedures, days, dayKind } = rule;
  return { id, from, to, clock: clock as Clock, procedures: [...procedures], days, dayKind };
}
