import { loadPolicy } from '#config/policy/load-policy';
import { CHARTS, COMMAND_RIGHTS, GUARD_REFUSALS, type Policy, refusalText } from '#domain';
import type { Definitions } from '../../libs/domain/check-definitions.js';

/** The definitions that the engine runs under. */
export const REAL: Definitions = {
  charts: CHARTS,
  policy: loadPolicy(),
  rights: COMMAND_RIGHTS,
  refusals: GUARD_REFUSALS,
  say: refusalText,
};

/** The real definitions with one change; made when it is judged, so that thousands fit in memory. */
export interface Mutant {
  /** What was changed, such as `limits K3 2012-07-01: without source`. */
  id: string;
  make(): Definitions;
}

/** One change of the policy, given a copy of it to change. */
export function policyMutant(id: string, change: (policy: Draft<Policy>) => void): Mutant {
  return {
    id,
    make() {
      const policy = structuredClone(REAL.policy) as unknown as Draft<Policy>;
      change(policy);
      return { ...REAL, policy: policy as unknown as Policy };
    },
  };
}

/** The same shape, open to every change: what a person could type into a file. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Draft<T[Key]> }
    : T;

/** Takes a field out of a row. */
export function lose(row: object, field: string): void {
  delete (row as Record<string, unknown>)[field];
}

/** Leaves a field without anything in it. */
export function blank(row: object, field: string): void {
  (row as Record<string, unknown>)[field] = '';
}

/** What somebody can write where a number belongs. */
export const NO_NUMBERS: readonly (readonly [string, unknown])[] = [
  ['0', 0],
  ['negative', -5],
  ['text', 'ba mươi'],
  ['half', 1.5],
];
