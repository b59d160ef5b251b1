import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Procedure } from '../vocabulary.js';
import type { StateMeta } from './chart-setup.js';
import { DEEDS, FROM_NARROW_TO_WIDE, ownOr, STANDS } from './deeds.js';
import { beginningOf, leavesOf, type Move, movesIn, type Named, named } from './read-machine.js';

const REGIONS = ['handling', 'supervision', 'confidentiality', 'protection'];

/** Clocks of the work: an end that stops some stops them all. */
const WORK = ['answerVisitor', 'process', 'accept', 'settle', 'answerUrge', 'review', 'transfer'];

/**
 * Holds the charts to deeds.ts: every act does what is said of it there and no more, ways that exclude one another are
 * tried from the narrow to the wide, every open state has its owner and clocks, every end stops all clocks of the
 * work, every region begins with its first state.
 */
export function checkDeeds(charts: Record<Procedure, AnyStateMachine>): string[] {
  return (Object.entries(charts) as [Procedure, AnyStateMachine][]).flatMap(([procedure, machine]) =>
    [
      ...REGIONS.flatMap((region) => regionFaults(procedure, machine, region)),
      ...[...leavesOf(machine, 'handling')].flatMap(([path, node]) => [
        ...standFaults(procedure, path, node),
        ...endFaults(path, node),
      ]),
    ].map((fault) => `${procedure}: ${fault}`),
  );
}

function regionFaults(procedure: Procedure, machine: AnyStateMachine, region: string): string[] {
  const leaves = leavesOf(machine, region);
  const [first] = leaves.keys();
  const moves = movesIn(machine, region);
  const begins = beginningOf(machine, region) === first ? [] : [`${region} does not begin with ${first}`];
  return [
    ...begins,
    ...moves.flatMap((move) => deedFaults(procedure, move, clockOf(leaves.get(move.from)))),
    ...[...Map.groupBy(moves, ({ from, event }) => `${from} ${event}`).values()].flatMap(orderFaults),
  ];
}

function clockOf(node: AnyStateNode | undefined): string | undefined {
  return (node?.meta as Partial<StateMeta> | undefined)?.clocks?.[0];
}

function deedFaults(procedure: Procedure, move: Move, ownClock: string | undefined): string[] {
  const done = deedsOf(move).join(', ');
  const due = (ownOr(DEEDS, procedure, namesOf(move)) ?? [])
    .join(', ')
    .replaceAll('its clock', ownClock ?? '');
  return done === due ? [] : [`${move.from}: ${move.event} does "${done}" instead of "${due}"`];
}

/** The names under which deeds.ts may speak of a move, the narrowest first. */
function namesOf({ event, guards, from, to }: Move): string[] {
  const name = event || 'always';
  const condition = guards.length > 0 ? ` if ${guards.join(' and ')}` : '';
  const way = to === from ? '' : ` → ${to.split('.').at(-1)}`;
  return [name + condition + way, name + condition, name + way, name];
}

/** What a move does beside starting clocks from the day of the act and meeting them. */
function deedsOf({ actions }: Move): string[] {
  const stopped = actions.flatMap((action) => [...clocksIn(action, 'met'), ...clocksIn(action, 'cancelled')]);
  const silenced = actions.flatMap((action) => clocksIn(action, 'clocks'));
  // Legal force is a fact of time: it rings nothing.
  const ringing = stopped.filter((clock) => clock !== 'legalForce' && !silenced.includes(clock));
  const calmed = silenced.filter((clock) => !stopped.includes(clock));
  return [
    ...actions.flatMap(deedOf),
    ...(ringing.length > 0 ? [`leaves ringing ${ringing.join(' ')}`] : []),
    ...(calmed.length > 0 ? [`silences ${calmed.join(' ')}`] : []),
  ];
}

function deedOf(action: Named): string[] {
  const { type, params } = action;
  const dropped = clocksIn(action, 'cancelled');
  switch (type) {
    case 'silenceAlarms':
      return [];
    case 'startClock':
      if (params.from === 'on' && params.when === undefined) return [];
      return [`${params.clock} from ${params.from}${params.when ? ` when ${params.when}` : ''}`];
    case 'stopClocks':
      return dropped.length > 0 ? [`drops ${dropped.join(' ')}`] : [];
    case 'notify':
      return [`tells ${[params.audience].flat().join(' ')}: ${params.template}`];
    default:
      return [params.clock ? `${type} ${params.clock}` : type];
  }
}

function clocksIn({ params }: Named, list: 'met' | 'cancelled' | 'clocks'): string[] {
  return (params[list] as string[] | undefined) ?? [];
}

/** Ways of one act are tried in order: what always holds comes last, what holds more often after what holds less often. */
function orderFaults(ways: readonly Move[]): string[] {
  const own = ways.filter(({ isShared }) => !isShared);
  const free = own.findIndex(({ guards }) => guards.length === 0);
  const ranks = own
    .map(({ guards }) => FROM_NARROW_TO_WIDE.findIndex((guard) => guards.includes(guard)))
    .filter((rank) => rank >= 0);
  const isOrdered = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
  return (free === -1 || free === own.length - 1) && isOrdered
    ? []
    : [`${own[0]?.from}: the ways of ${own[0]?.event} are tried in the wrong order`];
}

function standFaults(procedure: Procedure, path: string, { meta }: AnyStateNode): string[] {
  if (path.startsWith('resolved.')) return [];
  const { owner, clocks } = (meta ?? {}) as Partial<StateMeta>;
  const is = `${owner}: ${clocks?.join(' ')}`;
  const due = ownOr(STANDS, procedure, [path.split('.').at(-1) ?? path]);
  return is === due ? [] : [`${path} stands with "${is}" instead of "${due}"`];
}

function endFaults(path: string, { entry }: AnyStateNode): string[] {
  const stops = entry.flatMap(named).filter(({ type }) => type === 'stopClocks');
  const stopped = stops.flatMap((stop) => [...clocksIn(stop, 'met'), ...clocksIn(stop, 'cancelled')]);
  const left = stops.length > 0 ? WORK.filter((clock) => !stopped.includes(clock)) : [];
  return left.map((clock) => `${path} does not stop the clock ${clock}`);
}
