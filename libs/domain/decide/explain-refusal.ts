import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import { type ChartEvent, chartOf, GUARD_REFUSALS, handlingOf } from '../charts/index.js';
import { rolesFor } from '../permissions/index.js';
import type { CaseState } from './case-state.js';
import type { Refusal } from './refusal.js';

type Guarded = { guards?: readonly unknown[]; type?: string } | string | undefined;

/** Why the chart refuses an event: no such move from here, or the first condition that does not hold. */
export function explainRefusal(snapshot: AnyMachineSnapshot, event: ChartEvent, about: CaseState): Refusal {
  const candidates = getNextTransitions(snapshot).filter(({ eventType }) => eventType === event.type);
  const failing = candidates
    .flatMap(({ guard }) => guardNames(guard as Guarded))
    .find((name) => name in GUARD_REFUSALS && fails(name, snapshot, event));
  const known = failing === undefined ? undefined : GUARD_REFUSALS[failing];
  if (known) {
    return { ...known, kind: 'illegal', params: { command: event.type, procedure: about.procedure } };
  }
  return {
    code: 'case.notInThisState',
    kind: 'illegal',
    params: {
      command: event.type,
      handling: handlingOf(about.state),
      possibleIn: statesAccepting(about, event.type).join(', '),
    },
    source: null,
    whoCan: rolesFor(event.type),
  };
}

function guardNames(guard: Guarded): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  if (guard.guards) return guard.guards.flatMap((inner) => guardNames(inner as Guarded));
  return guard.type ? [guard.type] : [];
}

function fails(name: string, snapshot: AnyMachineSnapshot, event: ChartEvent): boolean {
  const guard = snapshot.machine.implementations.guards[name] as
    | ((input: { context: unknown; event: ChartEvent }) => boolean)
    | undefined;
  return typeof guard === 'function' && !guard({ context: snapshot.context, event });
}

/** States in which the case's chart knows the command; a region stands for all of its states. */
function statesAccepting({ procedure }: CaseState, command: string): string[] {
  const { handling, ...others } = chartOf(procedure).root.states;
  const knows = ({ ownEvents }: { ownEvents: readonly string[] }) => ownEvents.includes(command);
  const inHandling = Object.values(handling?.states ?? {}).flatMap((region) =>
    Object.values(region.states)
      .filter((state) => knows(state) || knows(region))
      .map((state) => `${region.key}.${state.key}`),
  );
  const elsewhere = Object.values(others).flatMap((region) =>
    Object.values(region.states)
      .filter(knows)
      .map((state) => `${region.key}.${state.key}`),
  );
  return [...inHandling, ...elsewhere];
}
