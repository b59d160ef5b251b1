import type { AnyStateMachine } from 'xstate';
import { CLOCKS_IN_USE } from '../policy/check-coverage.js';
import { type Clock, DUTIES, type Procedure } from '../vocabulary.js';
import type { StateMeta } from './chart-setup.js';
import { beginningOf, leavesOf, type Move, movesIn, type Named, namesIn, nodesOf } from './read-machine.js';

/** Clocks of which one leads a case while it is open. */
const MAIN: readonly string[] = ['process', 'accept', 'settle', 'review'];

/** Clocks that are followed from state to state; duties may run anywhere. */
const FOLLOWED: readonly string[] = [...MAIN, 'answerVisitor', 'transfer', 'legalForce'];

/** Clocks that `startReception` starts where the law knows them, and the review of a case that it can start none for. */
const RECEPTION: readonly Clock[] = ['answerVisitor', 'process', 'transfer', 'answerForwarder', 'review'];

/** Where a case stands and which clocks run there; a clock that stands still is followed by what holds it. */
interface Place {
  path: string;
  running: ReadonlySet<string>;
  held: ReadonlyMap<string, string>;
}

/**
 * Follows the clocks through every move of the handling region, whatever its condition, and tells where an open case
 * has none of its clocks running, where another one runs, and where a clock outlives the end.
 */
export function checkClocks(procedure: Procedure, machine: AnyStateMachine): string[] {
  const leaves = leavesOf(machine, 'handling');
  const moves = movesIn(machine, 'handling');
  const problems = new Set(checkUse(procedure, machine));
  const seen = new Map<string, Place>();
  for (const place of beginnings(procedure, machine)) seen.set(keyOf(place), place);
  for (const place of seen.values()) {
    const meta = leaves.get(place.path)?.meta as StateMeta | undefined;
    const here = moves.filter(({ from }) => from === place.path);
    for (const problem of problemsAt(place, meta, here)) problems.add(`${procedure}: ${problem}`);
    for (const move of here.filter((each) => isPossible(each, place))) {
      const next = follow(place, move);
      if (!seen.has(keyOf(next))) seen.set(keyOf(next), next);
    }
  }
  return [...problems];
}

/** The one condition that asks for a clock which is followed here. */
function isPossible({ guards }: Move, { running }: Place): boolean {
  return !guards.includes('forceIsNotAwaited') || !running.has('legalForce');
}

function beginnings(procedure: Procedure, machine: AnyStateMachine): Place[] {
  const path = beginningOf(machine, 'handling');
  const known = RECEPTION.filter((clock) => clock !== 'review' && CLOCKS_IN_USE[clock].includes(procedure));
  const place = (clocks: readonly string[]): Place => ({
    path,
    running: new Set(clocks.filter((clock) => FOLLOWED.includes(clock))),
    held: new Map(),
  });
  return [place(known), place(['review'])];
}

function problemsAt({ path, running }: Place, meta: StateMeta | undefined, moves: readonly Move[]): string[] {
  const hearsForce = moves.some(({ guards }) => guards.includes('forceIsReached'));
  const deaf = running.has('legalForce') && !hearsForce ? [`${path} does not hear of legal force`] : [];
  if (path.startsWith('resolved.')) {
    const left = [...running].filter((clock) => clock !== 'legalForce');
    return [...deaf, ...left.map((clock) => `the clock ${clock} outlives ${path}`)];
  }
  const own: readonly string[] = meta?.clocks ?? [];
  const alien = MAIN.filter((clock) => running.has(clock) && !own.includes(clock));
  const isKept = own.some((clock) => running.has(clock));
  return [
    ...deaf,
    ...alien.map((clock) => `the clock ${clock} runs in ${path}, which does not name it`),
    ...(isKept ? [] : [`${path} can be reached with none of its clocks running`]),
  ];
}

function follow({ running, held }: Place, { actions, entered, to }: Move): Place {
  const place = { path: to, running: new Set(running), held: new Map(held) };
  for (const action of [...actions, ...entered]) apply(place, action);
  return place;
}

type Changing = { running: Set<string>; held: Map<string, string> };

const HOLDS: Record<string, string> = { pauseClock: 'continueClock', requestExpertise: 'returnExpertise' };

function apply({ running, held }: Changing, { type, params }: Named): void {
  const {
    clock,
    met = [],
    cancelled = [],
  } = params as {
    clock?: string;
    met?: readonly string[];
    cancelled?: readonly string[];
  };
  if (type === 'startReception') running.add('process').add('answerVisitor');
  if (type === 'stopClocks') {
    for (const each of [...met, ...cancelled]) {
      running.delete(each);
      held.delete(each);
    }
  }
  if (clock === undefined || !FOLLOWED.includes(clock)) return;
  if (type === 'startClock' || type === 'reopenClock' || held.get(clock) === type) {
    held.delete(clock);
    running.add(clock);
  }
  const end = HOLDS[type];
  if (end && running.delete(clock)) held.set(clock, end);
}

/** The clocks a chart starts are those of its procedure, and each of them can be met. */
function checkUse(procedure: Procedure, machine: AnyStateMachine): string[] {
  const actions = nodesOf(machine).flatMap((node) => namesIn(node).actions);
  const clocks = Object.keys(CLOCKS_IN_USE) as Clock[];
  const hasReception = actions.some(({ type }) => type === 'startReception');
  const started = new Set([
    ...actions.filter(({ type }) => type === 'startClock').map(({ params }) => params.clock as string),
    ...(hasReception ? RECEPTION.filter((clock) => CLOCKS_IN_USE[clock].includes(procedure)) : []),
  ]);
  const met = new Set([
    ...actions.flatMap(({ type, params }) => (type === 'stopClocks' ? (params.met as string[]) : [])),
    ...(actions.some(({ type }) => type === 'meetDuty') ? DUTIES : []),
  ]);
  return clocks.flatMap((clock) => {
    const isOwn = CLOCKS_IN_USE[clock].includes(procedure);
    if (isOwn && !started.has(clock)) return [`${procedure}: nothing starts the clock ${clock}`];
    if (!isOwn && started.has(clock))
      return [`${procedure}: starts the clock ${clock}, which is not its own`];
    return isOwn && !met.has(clock) ? [`${procedure}: nothing meets the clock ${clock}`] : [];
  });
}

function keyOf({ path, running, held }: Place): string {
  return `${path} ${[...running].sort()} ${[...held].sort()}`;
}
