import type { AnyStateMachine } from 'xstate';
import { AUDIENCES } from '../policy/policy.js';
import { CLOCKS, type Procedure, ROLES } from '../vocabulary.js';
import type { StateMeta } from './chart-setup.js';
import { checkClocks } from './check-clocks.js';
import { COURSES } from './courses.js';
import {
  beginningOf,
  guardsOf,
  leavesOf,
  type Move,
  movesIn,
  type Named,
  named,
  namesIn,
  nodesOf,
} from './read-machine.js';

const REGIONS = ['handling', 'supervision', 'confidentiality', 'protection'] as const;

/**
 * What is wrong with a set of charts, in sentences; nothing when all is well. Judged from the definitions alone,
 * on any machine of these four regions: owners and clocks of open states, ways to an end, states and events that
 * nothing leads to, names that nothing stands behind, acts that the law does not know there or that are missing.
 */
export function checkCharts(charts: Record<Procedure, AnyStateMachine>): string[] {
  return (Object.entries(charts) as [Procedure, AnyStateMachine][]).flatMap(([procedure, machine]) => {
    const own = [checkNames, checkPurity, checkOwners, checkWays, checkAlarms].flatMap((check) =>
      check(machine),
    );
    return [
      ...own.map((problem) => `${procedure}: ${problem}`),
      ...checkCourse(procedure, machine),
      ...checkClocks(procedure, machine),
    ];
  });
}

/** Names of actions, guards, clocks and audiences that nothing stands behind. */
function checkNames(machine: AnyStateMachine): string[] {
  const { actions, guards } = machine.implementations;
  const nested = Object.values(guards).flatMap((guard) => partsOf(guard));
  const used = nodesOf(machine).map(namesIn);
  const asked = [...used.flatMap((names) => names.guards), ...nested];
  const done = used.flatMap((names) => names.actions).filter(({ type }) => !type.startsWith('xstate.'));
  return [
    ...missing(
      'action',
      done.map(({ type }) => type),
      Object.keys(actions),
    ),
    ...missing('guard', asked, [...Object.keys(guards), 'stateIn']),
    ...missing(
      'clock',
      done.flatMap(({ params }) => clocksIn(params)),
      CLOCKS,
    ),
    ...done
      .filter(({ type, params }) => type === 'notify' && !isHeard(params.audience))
      .map(({ params }) => `nobody is told ${params.template}`),
  ];
}

const partsOf = (guard: unknown) => ((guard as { guards?: unknown[] }).guards ?? []).flatMap(guardsOf);

function clocksIn({ clock, met, cancelled, clocks }: Record<string, unknown>): string[] {
  return [clock ?? [], met ?? [], cancelled ?? [], clocks ?? []].flat() as string[];
}

function isHeard(audience: unknown): boolean {
  const list = Array.isArray(audience) ? audience : [];
  return list.length > 0 && list.every((each) => (AUDIENCES as readonly string[]).includes(each));
}

function missing(what: string, names: readonly string[], known: readonly string[]): string[] {
  return [...new Set(names)]
    .filter((name) => !known.includes(name))
    .map((name) => `the ${what} ${name} does not exist`);
}

/** A chart asks for no clock, timer, actor or memory of its own. */
function checkPurity(machine: AnyStateMachine): string[] {
  return nodesOf(machine)
    .filter(({ invoke, after, type }) => invoke.length > 0 || after.length > 0 || type === 'history')
    .map(({ id }) => `${id} does or remembers something by itself`);
}

/** Every open state has somebody who must act, and a clock. */
function checkOwners(machine: AnyStateMachine): string[] {
  return [...leavesOf(machine, 'handling')]
    .filter(([path]) => !path.startsWith('resolved.'))
    .flatMap(([path, { meta }]) => {
      const { owner, clocks = [] } = (meta ?? {}) as Partial<StateMeta>;
      return [
        ...(owner && ROLES.includes(owner) ? [] : [`${path} has no owner`]),
        ...(clocks.length > 0 ? missing('clock', clocks, CLOCKS) : [`${path} names no clock`]),
      ];
    });
}

/** Every state is reached; from every open one an end is, and from every word of supervision its silence. */
function checkWays(machine: AnyStateMachine): string[] {
  return REGIONS.flatMap((region) => {
    const paths = [...leavesOf(machine, region).keys()];
    if (paths.length === 0) return [`has no region ${region}`];
    const moves = movesIn(machine, region);
    const found = reach([beginningOf(machine, region)], moves, 'from', 'to');
    const lost = paths.filter((path) => !found.has(path)).map((path) => `nothing leads to ${path}`);
    const goal = paths.filter((path) =>
      region === 'handling' ? path.startsWith('resolved.') : path === 'none',
    );
    if (region !== 'handling' && region !== 'supervision') return lost;
    const saved = reach(goal, moves, 'to', 'from');
    const stuck = paths.filter((path) => !saved.has(path)).map((path) => `${path} leads to no end`);
    return [...lost, ...stuck];
  });
}

function reach(starts: readonly string[], moves: readonly Move[], near: 'from' | 'to', far: 'from' | 'to') {
  const found = new Set(starts);
  for (const path of found) for (const move of moves) if (move[near] === path) found.add(move[far]);
  return found;
}

/** Whatever is said of a case, it hears a warning, a limit and an escalation; an escalation always shows. */
function checkAlarms(machine: AnyStateMachine): string[] {
  const moves = movesIn(machine, 'supervision').filter(({ event }) => event === 'deadlinePassed');
  return [...leavesOf(machine, 'supervision').keys()].flatMap((path) => {
    const heard = (guard: string) =>
      moves.find(({ from, guards }) => from === path && guards.includes(guard));
    const deaf = ['alarmIsWarning', 'alarmIsLimit', 'alarmIsEscalation'].filter(
      (guard) => !heard(guard)?.actions.some(({ type }) => type === 'rememberAlarm'),
    );
    const escalation = heard('alarmIsEscalation');
    return [
      ...deaf.map((guard) => `${path} does not hear when ${guard}`),
      ...(escalation && escalation.to !== 'escalated' ? [`${path} does not show an escalation`] : []),
    ];
  });
}

/** What may be done in each state, under which conditions, where it leads and which clocks it starts and meets. */
function checkCourse(procedure: Procedure, machine: AnyStateMachine): string[] {
  const due = COURSES[procedure];
  const held = courseOf(machine);
  return [...new Set([...Object.keys(due), ...Object.keys(held)])].flatMap((path) => {
    const where = `${procedure}: ${path}`;
    const [own, is] = [due[path] ?? [], held[path] ?? []];
    return [
      ...own.filter((act) => !is.includes(act)).map((act) => `${where} lacks "${act}"`),
      ...is.filter((act) => !own.includes(act)).map((act) => `${where} has "${act}", which its course lacks`),
    ];
  });
}

/** A chart in the words of courses.ts. */
export function courseOf(machine: AnyStateMachine): Record<string, string[]> {
  const regions = REGIONS.flatMap((region) => {
    const moves = movesIn(machine, region).filter(({ isShared }) => !isShared);
    return [...leavesOf(machine, region)].map(([path, { entry }]): [string, string[]] => {
      const acts = moves.filter(({ from }) => from === path).map(actOf);
      const begins = clocksOf(entry.flatMap(named));
      return [`${region}.${path}`, [...(begins ? [`here${begins}`] : []), ...new Set(acts)]];
    });
  });
  const shared = movesIn(machine, 'protection').filter(({ isShared }) => isShared);
  return Object.fromEntries([['everywhere', [...new Set(shared.map(actOf))]], ...regions]);
}

function actOf({ event, guards, actions, from, to }: Move): string {
  const asked = guards.length > 0 ? ` if ${guards.join(' and ')}` : '';
  const target = to === from ? '' : ` → ${to.split('.').at(-1)}`;
  return [event || 'always', asked, target, clocksOf(actions)].join('');
}

function clocksOf(actions: readonly Named[]): string {
  const started = actions.filter(({ type }) => type === 'startClock').map(({ params }) => params.clock);
  const met = actions.flatMap(({ type, params }) => (type === 'stopClocks' ? (params.met as string[]) : []));
  return [
    started.length > 0 ? `, starts ${started.join(' ')}` : '',
    met.length > 0 ? `, meets ${met.join(' ')}` : '',
  ].join('');
}
