import { PROCEDURES } from '../vocabulary.js';
import type { LimitRule, Policy } from './policy.js';

/**
 * Holds the limits to the acts that move them: where complexity is found the settlement is longer, where it is longer
 * it is longer still in remote areas (KN art. 28 and 37), where a limit may be extended its rule says by how much, and
 * complexity never shortens what it extends.
 */
export function checkComplexity({ limits, acts }: Pick<Policy, 'limits' | 'acts'>): string[] {
  const allows = (act: string, procedure: string) =>
    acts.some(
      ({ command, procedures }) => command === act && (procedures as readonly string[]).includes(procedure),
    );
  return PROCEDURES.flatMap((procedure) =>
    limits
      .filter(({ procedures, clock }) => procedures.includes(procedure) && clock === 'settle')
      .flatMap((rule) => {
        const isLonger = rule.days.complex !== undefined || (rule.extension?.times.complex ?? 0) > 0;
        const extends_ = ['settle', 'accept'].every((clock) => mayExtend(limits, clock, procedure));
        return [
          ...(allows('recordComplexity', procedure) === isLonger
            ? []
            : [`does not agree on complexity with the acts of ${procedure}`]),
          ...(allows('extend', procedure) === extends_
            ? []
            : [`does not agree on extension with the acts of ${procedure}`]),
        ].map((fault) => `${nameOf(rule)} ${fault}`);
      }),
  ).concat(limits.flatMap((rule) => variantFaults(rule).map((fault) => `${nameOf(rule)} ${fault}`)));
}

function mayExtend(limits: readonly LimitRule[], clock: string, procedure: string): boolean {
  return limits.some(
    (rule) =>
      rule.clock === clock &&
      (rule.procedures as readonly string[]).includes(procedure) &&
      rule.extension !== undefined,
  );
}

function variantFaults({ clock, days, extension }: LimitRule): string[] {
  const { complex, remote, remoteComplex } = days;
  const isWhole =
    complex === undefined || clock !== 'settle' || (remote !== undefined && remoteComplex !== undefined);
  const isOrdered = (remoteComplex ?? Number.POSITIVE_INFINITY) > Math.max(complex ?? 0, remote ?? 0);
  return [
    ...(isWhole && (remoteComplex === undefined || complex !== undefined)
      ? []
      : ['lacks a limit for complex or remote cases']),
    ...(isOrdered ? [] : ['is not longest where a case is complex and remote']),
    ...(extension === undefined || isRising(Object.values(extension.times), extension.times)
      ? []
      : ['does not extend more often the more complex a case is']),
  ];
}

/** An extension either asks for no complexity, or each degree of it allows one more. */
function isRising(all: readonly number[], { none, complex, speciallyComplex }: ExtensionTimes): boolean {
  if (none > 0) return all.every((times) => times === none);
  return complex === none + 1 && speciallyComplex === complex + 1;
}

type ExtensionTimes = NonNullable<LimitRule['extension']>['times'];

const nameOf = ({ id, effectiveFrom }: LimitRule) => `limits.json: ${id} (${effectiveFrom})`;
