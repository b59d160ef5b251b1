import { type AnyActorScope, type AnyStateMachine, createActor } from 'xstate';
import type { chartOf } from './charts.js';
import type { CaseFacts, ChartEvent } from './facts.js';
import type { ChartState } from './state.js';

type Chart = ReturnType<typeof chartOf>;
type Snapshot = ReturnType<Chart['resolveState']>;
/** One effect of a move as the chart lists it; nothing has been run. */
type ListedEffect = Parameters<AnyActorScope['actionExecutor']>[0];

/** What xstate works out for a state, by the state: the same nodes for every case that stands there. */
const stands = new WeakMap<Chart, Map<string, Snapshot>>();
const scopes = new WeakMap<Chart, AnyActorScope>();

/** Where a case stands in its chart, ready to be given an event. */
export function standIn(chart: Chart, state: ChartState, facts: CaseFacts): Snapshot {
  const known = stands.get(chart) ?? new Map<string, Snapshot>();
  stands.set(chart, known);
  const key = JSON.stringify(state);
  const stand = known.get(key) ?? chart.resolveState({ value: state as never, context: facts });
  known.set(key, stand);
  return { ...stand, context: facts };
}

/**
 * The next snapshot and the effects, as xstate's own `transition()` gives them. That one makes an actor for each call,
 * which costs more than the move; the chart of a procedure starts nothing and needs none of its own.
 */
export function step(chart: Chart, from: Snapshot, event: ChartEvent): [Snapshot, ListedEffect[]] {
  const effects: ListedEffect[] = [];
  const scope = { ...inertScope(chart), actionExecutor: (effect: ListedEffect) => effects.push(effect) };
  return [chart.transition(from as never, event as never, scope as never) as Snapshot, effects];
}

function inertScope(chart: Chart): AnyActorScope {
  const known = scopes.get(chart);
  if (known) return known;
  const self = createActor(chart as AnyStateMachine);
  const nothing = () => {};
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
  scopes.set(chart, scope);
  return scope;
}
