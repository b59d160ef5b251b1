import type { ClockRule, LimitRule, Policy } from '../policy/policy.js';
import type { Complexity, LegalDate, Limit, Procedure } from '../vocabulary.js';

/** The row of the law's table for a limit that starts on a date; undefined when no rule is held for it. */
export function findLimit(
  policy: Policy,
  clock: Limit,
  procedure: Procedure,
  on: LegalDate,
): LimitRule | undefined {
  return rulesFor(policy, clock, procedure).find((rule) => inForce(rule, on));
}

/** Rows of each limit, found once for each table: every command asks for some. */
const rulesByLimit = new WeakMap<readonly LimitRule[], Map<string, LimitRule[]>>();

function rulesFor({ limits }: Policy, clock: Limit, procedure: Procedure): LimitRule[] {
  const known = rulesByLimit.get(limits) ?? new Map<string, LimitRule[]>();
  rulesByLimit.set(limits, known);
  const key = `${clock} ${procedure}`;
  const rules =
    known.get(key) ?? limits.filter((rule) => rule.clock === clock && rule.procedures.includes(procedure));
  known.set(key, rules);
  return rules;
}

/** True when the row holds for a limit that starts on that day. */
export function inForce(rule: LimitRule, on: LegalDate): boolean {
  return rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo);
}

/** True for a row that a clock can run under: counted forward and in days. */
export function isClockRule(rule: LimitRule): rule is ClockRule {
  return rule.direction === undefined && (rule.dayKind === 'calendarDay' || rule.dayKind === 'workingDay');
}

/** The row a ledger was started under. Throws when the policy no longer holds it: old rows are never deleted. */
export function ruleOf(policy: Policy, ruleId: string, ruleFrom: LegalDate): ClockRule {
  const rule = policy.limits.find((each) => each.id === ruleId && each.effectiveFrom === ruleFrom);
  if (!rule) throw new Error(`The policy ${policy.version} holds no limit ${ruleId} of ${ruleFrom}`);
  if (!isClockRule(rule))
    throw new Error(`No clock runs under the limit ${ruleId}: it counts back or in hours`);
  return rule;
}

/**
 * Days a rule allows before extensions, in the rule's `dayKind`. A variant the rule does not name falls
 * back to the next shorter one it names, so a finding never invents time (denunciations have no remote variant).
 */
export function limitDays(rule: LimitRule, complexity: Complexity, remote: boolean): number {
  const { base, complex, speciallyComplex, remote: far, remoteComplex } = rule.days;
  const near = {
    none: base,
    complex: complex ?? base,
    speciallyComplex: speciallyComplex ?? complex ?? base,
  };
  if (!remote) return near[complexity];
  if (complexity === 'none') return far ?? base;
  return remoteComplex ?? Math.max(far ?? base, near[complexity]);
}

/** How often the rule may be extended under a finding of complexity (TC art. 24.1 and 30). */
export function extensionsAllowed(rule: LimitRule, complexity: Complexity): number {
  return rule.extension?.times[complexity] ?? 0;
}
