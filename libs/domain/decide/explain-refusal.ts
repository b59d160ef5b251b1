import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import { GUARD_REFUSALS } from '../charts/guards.js';
import { type ChartEvent, chartOf, handlingOf } from '../charts/index.js';
import { rolesFor } from '../permissions/index.js';
import type { CaseState } from './case-state.js';
import type { Refusal } from './refusal.js';

type Guarded = { guards?: readonly unknown[]; type?: string } | string | undefined;

/** Why the chart refuses an event: no such move from here, or the first condition that does not hold. */
export function explainRefusal(snapshot: AnyMachineSnapshot, event: ChartEvent, about: CaseState): Refusal {
  const candidates = getNextTransitions(snapshot).filter(({ eventType }) => eventType === event.type);
  const failing = candidates
    .flatMap(({ guard }) => guardNames(guard as Guarded))
    .find((name) => fails(name, snapshot, event));
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

/** States of the handling region from which the case's chart knows the command. */
function statesAccepting({ procedure }: CaseState, command: string): string[] {
  const regions = chartOf(procedure).root.states.handling?.states ?? {};
  return Object.values(regions).flatMap((region) =>
    Object.values(region.states)
      .filter(
        (state) => state.ownEvents.includes(command as never) || region.ownEvents.includes(command as never),
      )
      .map((state) => `${region.key}.${state.key}`),
  );
}
