import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Clock, Role } from '../vocabulary.js';
import type { StateMeta } from './chart-setup.js';

/** A state as a picture shows it; `path` is the one a case stores, such as `assigned.verifying`. */
export interface DrawnState {
  path: string;
  key: string;
  /** Role that must act next, null where nobody must. */
  owner: Role | null;
  /** Clocks of which at least one runs here. */
  clocks: readonly Clock[];
  /** Where the region begins. */
  initial: boolean;
  /** Nothing leads out of it. */
  final: boolean;
}

export interface DrawnRegion {
  name: string;
  states: readonly DrawnState[];
}

/** A move of one region. */
export interface DrawnMove {
  region: string;
  /** A state, a group such as `assigned` whose every state moves so, or `*` for the whole region. */
  from: string;
  /** Where it leads; null for an act that leaves the region where it stands. */
  to: string | null;
  /** The event, or `always` for a move that needs none. */
  event: string;
  /** Name of the condition, null when there is none. */
  guard: string | null;
}

/** A chart as plain data. */
export interface DrawnChart {
  regions: readonly DrawnRegion[];
  moves: readonly DrawnMove[];
}

/** What `from` says of a move that is possible everywhere in its region. */
const EVERYWHERE = '*';

/** Any machine of parallel regions as plain data: its states, what each tells of itself, and every move. */
export function drawChart(machine: AnyStateMachine): DrawnChart {
  const regions = Object.values(machine.root.states);
  const shared = movesOf(machine.root, machine.root);
  const moves = regions.flatMap((region) => [
    ...shared.filter((move) => move.region === region.key),
    ...nodesIn(region).flatMap((node) => movesOf(node, region)),
  ]);
  return { regions: regions.map((region) => drawRegion(region, moves)), moves };
}

/** The moves that a state of a region has: its own, and those of the groups it stands in that it does not redefine. */
export function movesFrom({ moves }: Pick<DrawnChart, 'moves'>, region: string, path: string): DrawnMove[] {
  const steps = path.split('.');
  const groups = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
  const taken = new Set<string>();
  return [...groups, EVERYWHERE].flatMap((from) => {
    const here = moves.filter(
      (move) => move.region === region && move.from === from && !taken.has(move.event),
    );
    for (const { event, guard } of here) if (guard === null) taken.add(event);
    return here;
  });
}

function drawRegion(region: AnyStateNode, moves: readonly DrawnMove[]): DrawnRegion {
  const start = landingOf(region);
  const states = nodesIn(region).filter(isLeaf);
  return {
    name: region.key,
    states: states.map((node) => {
      const path = pathOf(node);
      const { owner, clocks = [] }: Partial<StateMeta> = node.meta ?? {};
      const leaves = movesFrom({ moves }, region.key, path).some(({ to }) => to !== null && to !== path);
      return {
        path,
        key: node.key,
        owner: owner ?? null,
        clocks,
        initial: node === start,
        final: !leaves,
      };
    }),
  };
}

function movesOf(node: AnyStateNode, region: AnyStateNode): DrawnMove[] {
  const events = [...node.transitions].flatMap(([event, moves]) => moves.map((move) => ({ event, move })));
  const always = (node.always ?? []).map((move) => ({ event: 'always', move }));
  return [...events, ...always].map(({ event, move }) => {
    const target = move.target?.[0];
    return {
      region: node === node.machine.root ? regionOf(target ?? node) : region.key,
      from: pathOf(node) || EVERYWHERE,
      to: target ? pathOf(landingOf(target)) : null,
      event,
      guard: guardName(move.guard as Guard),
    };
  });
}

/** The region itself and everything in it, in the order of the source. */
function nodesIn(region: AnyStateNode): AnyStateNode[] {
  return [region, ...Object.values(region.states).flatMap(nodesIn)];
}

const isLeaf = (node: AnyStateNode) => Object.keys(node.states).length === 0;

/** Path inside the region, as cases store it. */
const pathOf = (node: AnyStateNode) => node.path.slice(1).join('.');

/** Region of a node; what stands above the regions counts to the first. */
const regionOf = (node: AnyStateNode) => node.path[0] ?? Object.keys(node.machine.root.states)[0] ?? '';

/** The state in which a case comes to stand that enters here. */
function landingOf(node: AnyStateNode): AnyStateNode {
  const first = isLeaf(node) ? undefined : node.initial.target?.[0];
  return first ? landingOf(first) : node;
}

type Guard = string | { type?: string; guards?: Guard[]; name?: string } | undefined;

/** A condition by name; XState builds `and`, `or` and `not` as functions that carry their parts. */
function guardName(guard: Guard): string | null {
  if (guard === undefined) return null;
  if (typeof guard === 'string') return guard;
  if (!guard.guards) return guard.type ?? guard.name ?? null;
  const parts = guard.guards.map((part) => guardName(part) ?? '');
  return guard.name === 'not' ? `not ${parts[0]}` : parts.join(` ${guard.name} `);
}
