import type { LimitRule } from '#domain';
import { type Draft, type Mutant, policyMutant, REAL } from './mutant.js';

type Row = Draft<LimitRule>;

/** Every limit with a number as good as the right one: only the law knows better, and the dates worked from it. */
export function numberMutants(): Mutant[] {
  return REAL.policy.limits.flatMap((rule, index) => {
    const name = `number ${rule.id} ${rule.effectiveFrom}`;
    const row = (id: string, change: (row: Row) => void) =>
      policyMutant(`${name}: ${id}`, ({ limits }) => change(limits[index] as Row));
    const variants = Object.keys(rule.days) as (keyof LimitRule['days'])[];
    return [
      ...variants.flatMap((variant) =>
        [-1, 1].map((more) =>
          row(`${variant} ${more > 0 ? 'one more' : 'one less'}`, ({ days }) => {
            days[variant] = (days[variant] ?? 0) + more;
          }),
        ),
      ),
      row('in the other kind of days', (each) => {
        each.dayKind = each.dayKind === 'workingDay' ? 'calendarDay' : 'workingDay';
      }),
      ...(rule.extension
        ? [
            row('extended by one more', ({ extension }) => {
              if (extension) extension.days += 1;
            }),
          ]
        : []),
    ];
  });
}
