import type { AnyStateMachine } from 'xstate';
import { checkCharts } from './charts/check-charts.js';
import { checkDeeds } from './charts/check-deeds.js';
import { leavesOf, movesIn } from './charts/read-machine.js';
import type { CommandName } from './commands.js';
import { checkRefusals, type Refusals } from './decide/check-refusals.js';
import { checkRights } from './permissions/check-rights.js';
import type { COMMAND_RIGHTS } from './permissions/rights.js';
import { checkAgreement } from './policy/check-agreement.js';
import { checkAlarms } from './policy/check-alarms.js';
import { checkComplexity } from './policy/check-complexity.js';
import { checkHolidays } from './policy/check-holidays.js';
import { OFFICE_STEPS } from './policy/check-laws.js';
import { checkPolicy } from './policy/check-policy.js';
import { checkTransitions } from './policy/check-transitions.js';
import type { Policy } from './policy/policy.js';
import type { Procedure, Role } from './vocabulary.js';

/** All that the engine is told: the charts, the numbers of the law, who may do what, and what is said to people. */
export interface Definitions extends Refusals {
  charts: Record<Procedure, AnyStateMachine>;
  policy: Policy;
  rights: typeof COMMAND_RIGHTS;
}

/** Each check by the parts that it judges, in the order in which they build on one another. */
const CHECKS: readonly ((definitions: Definitions) => readonly string[])[] = [
  ({ rights }) => checkRights(rights),
  ({ policy }) => policyProblems(policy),
  (definitions) => checkRefusals(definitions.charts, definitions),
  ({ charts }) => checkDeeds(charts),
  ({ charts }) => checkCharts(charts),
  ({ charts, rights }) => checkOwners(charts, rights),
  ({ charts, policy }) => checkBasis(charts, policy),
];

/**
 * Everything that is wrong with the definitions, in sentences; nothing when the engine may run under them. Stops at
 * the first part that is at fault, because the later checks build on it.
 */
export function checkDefinitions(definitions: Definitions): readonly string[] {
  for (const check of CHECKS) {
    const problems = check(definitions);
    if (problems.length > 0) return problems;
  }
  return [];
}

const judged = new WeakMap<Policy, readonly string[]>();

/** A policy never changes once it is read, so it is judged once. */
function policyProblems(policy: Policy): readonly string[] {
  const known = judged.get(policy);
  if (known) return known;
  const broken = checkPolicy(policy);
  const problems = broken.length > 0 ? broken : finerProblems(policy);
  judged.set(policy, problems);
  return problems;
}

function finerProblems(policy: Policy): string[] {
  return [
    ...checkAgreement(policy),
    ...checkTransitions(policy),
    ...checkComplexity(policy),
    ...policy.editions.flatMap(checkHolidays),
    ...checkAlarms(policy),
  ];
}

/** Whoever must act next in a state can bring the case on from there. */
function checkOwners(charts: Definitions['charts'], rights: Definitions['rights']): string[] {
  return Object.entries(charts).flatMap(([procedure, machine]) => {
    const moves = movesIn(machine, 'handling');
    return [...leavesOf(machine, 'handling')]
      .filter(([path]) => !path.startsWith('resolved.'))
      .filter(([path, { meta }]) => {
        const { owner } = meta as { owner: Role };
        return !moves.some(
          ({ from, to, event }) => from === path && to !== path && rights[event as CommandName]?.[owner],
        );
      })
      .map(([path]) => `${procedure}: the owner of ${path} can do nothing that leads on`);
  });
}

/** Every act that a chart knows rests on an article, or on the office's own order. */
function checkBasis(charts: Definitions['charts'], { acts }: Policy): string[] {
  return Object.entries(charts).flatMap(([procedure, machine]) =>
    (machine.events as CommandName[])
      .filter((event) => !OFFICE_STEPS.includes(event))
      .filter((event) => !acts.some((row) => row.command === event && isFor(row.procedures, procedure)))
      .map((event) => `${procedure}: the act ${event} rests on no row of acts.json`),
  );
}

const isFor = (procedures: readonly string[], procedure: string) => procedures.includes(procedure);
