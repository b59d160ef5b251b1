import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** An action or a condition as a chart names it. */
export interface Named {
  type: string;
  params: Record<string, unknown>;
}

/** One move from a state of a region, with all that it sets off there. */
export interface Move {
  event: string;
  /** Conditions, in the order in which they are asked. */
  guards: readonly string[];
  actions: readonly Named[];
  /** What entering the state sets off in which it ends. */
  entered: readonly Named[];
  from: string;
  to: string;
  /** True when the whole chart has this move, whatever the state. */
  isShared: boolean;
}

/** Every node of a machine, the root first. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
  const nodes: AnyStateNode[] = [machine.root];
  for (const node of nodes) nodes.push(...Object.values(node.states));
  return nodes;
}

/** The states of a region in which a case can stand, by the path it stores. */
export function leavesOf(machine: AnyStateMachine, region: string): Map<string, AnyStateNode> {
  const leaves = nodesOf(machine).filter(
    (node) => node.path[0] === region && node.path.length > 1 && Object.keys(node.states).length === 0,
  );
  return new Map(leaves.map((node) => [pathOf(node), node]));
}

/** The state in which a region begins. */
export function beginningOf(machine: AnyStateMachine, region: string): string {
  const node = machine.root.states[region];
  return node ? pathOf(landingOf(node)) : '';
}

/** The moves of a region, from each of its states: its own, those of the groups around it, those of the whole chart. */
export function movesIn(machine: AnyStateMachine, region: string): Move[] {
  return [...leavesOf(machine, region)].flatMap(([from, leaf]) =>
    lineOf(leaf).flatMap((node) =>
      transitionsOf(node)
        .filter(({ target }) => (target?.[0]?.path[0] ?? region) === region)
        .map((move): Move => {
          const landing = move.target?.[0] && landingOf(move.target[0]);
          return {
            event: move.eventType,
            guards: guardsOf(move.guard),
            actions: move.actions.flatMap(named),
            entered: (landing?.entry ?? []).flatMap(named),
            from,
            to: landing ? pathOf(landing) : from,
            isShared: node === machine.root,
          };
        }),
    ),
  );
}

/** Everything a node asks or does by name: its moves, and what entering and leaving it sets off. */
export function namesIn(node: AnyStateNode): { actions: Named[]; guards: string[] } {
  const moves = transitionsOf(node);
  return {
    actions: [...node.entry, ...node.exit, ...moves.flatMap(({ actions }) => actions)].flatMap(named),
    guards: moves.flatMap(({ guard }) => guardsOf(guard)),
  };
}

type Guard = string | { type?: string; guards?: Guard[] } | undefined;

/** The names in a condition; XState builds `and`, `or` and `not` as functions that carry their parts. */
export function guardsOf(guard: unknown): string[] {
  const asked = guard as Guard;
  if (asked === undefined) return [];
  if (typeof asked === 'string') return [asked];
  if (asked.guards) return asked.guards.flatMap(guardsOf);
  return asked.type ? [asked.type] : [];
}

/** The moves of one node, those that need no event included. */
function transitionsOf(node: AnyStateNode) {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

export function named(action: unknown): Named[] {
  if (typeof action === 'string') return [{ type: action, params: {} }];
  const { type, params = {} } = action as { type?: unknown; params?: Named['params'] };
  return typeof type === 'string' ? [{ type, params }] : [];
}

/** A node and those around it, the root last. */
function lineOf(node: AnyStateNode): AnyStateNode[] {
  return node.parent ? [node, ...lineOf(node.parent)] : [node];
}

function landingOf(node: AnyStateNode): AnyStateNode {
  const first = Object.keys(node.states).length > 0 ? node.initial.target?.[0] : undefined;
  return first ? landingOf(first) : node;
}

const pathOf = (node: AnyStateNode) => node.path.slice(1).join('.');
