import type { AnyStateMachine } from 'xstate';
import { PROCEDURES, type Procedure, ROLES } from '#domain';
import { chartSetup } from '../../libs/domain/charts/chart-setup.js';
import { type Mutant, REAL } from './mutant.js';

/** A chart's configuration as plain data that can be changed; conditions that are functions stay as they are. */
interface Config {
  initial?: string;
  meta?: { owner?: string; clocks?: string[] };
  on?: Record<string, Ways>;
  always?: Way[];
  entry?: Act[];
  states?: Record<string, Config>;
}
type Way = string | { target?: string; guard?: unknown; actions?: Act[] };
type Ways = Way | Way[];
type Act = string | { type: string; params?: Record<string, unknown> };

/** Finds the same place in a copy of the chart. */
type Place<Part> = (copy: Config) => Part;

/** Every chart without each of its states' owners and clocks, edges, conditions and effects, one at a time. */
export function chartMutants(): Mutant[] {
  return PROCEDURES.flatMap((procedure) => {
    const config = REAL.charts[procedure].config as Config;
    return nodesOf(config)
      .filter(([path]) => !path.startsWith('supervision') || SUPERVISED.includes(procedure))
      .flatMap(([path, place]) => nodeMutants(procedure, path, place));
  });
}

/** The three forms of the region of supervision; every other chart has that of the first complaint. */
const SUPERVISED: readonly Procedure[] = ['unclassified', 'complaintFirst', 'denunciation'];

/** Each node by its path, and where it lies in a copy. */
function nodesOf(
  config: Config,
  path = '',
  place: Place<Config> = (copy) => copy,
): [string, Place<Config>][] {
  const inner = Object.keys(config.states ?? {}).flatMap((key) =>
    nodesOf(config.states![key]!, path ? `${path}.${key}` : key, (copy) => place(copy).states![key]!),
  );
  return [[path || 'everywhere', place], ...inner];
}

function nodeMutants(procedure: Procedure, path: string, place: Place<Config>): Mutant[] {
  const real = place(REAL.charts[procedure].config as Config);
  const at = (id: string, change: (node: Config) => void) =>
    chartMutant(procedure, `${path}: ${id}`, (copy) => change(place(copy)));
  return [
    ...metaMutants(real, at),
    ...beginningMutants(real, path, at),
    ...Object.keys(real.on ?? {}).flatMap((event) => [
      at(`${event} dropped`, ({ on }) => {
        delete on![event];
      }),
      ...waysMutants(
        event,
        listOf(real.on![event]!),
        (change) => (id) =>
          at(`${event} ${id}`, ({ on }) => {
            on![event] = listOf(on![event]!);
            change(on![event] as Way[]);
          }),
      ),
    ]),
    ...(real.always
      ? waysMutants(
          'always',
          real.always,
          (change) => (id) =>
            at(`always ${id}`, (node) => {
              node.always = [...node.always!];
              change(node.always);
            }),
        )
      : []),
    ...(real.entry ?? []).flatMap((act, index) =>
      actMutants(
        act,
        (change) => (id) => at(`entry ${index + 1} ${id}`, (node) => change(node.entry!, index)),
      ),
    ),
  ];
}

type At = (id: string, change: (node: Config) => void) => Mutant;

function metaMutants({ meta }: Config, at: At): Mutant[] {
  if (!meta) return [];
  const other = ROLES.find((role) => role !== meta.owner) ?? '';
  return [
    at('without owner', (node) => {
      delete node.meta!.owner;
    }),
    at(`owned by ${other}`, (node) => {
      node.meta!.owner = other;
    }),
    at('without clocks', (node) => {
      delete node.meta!.clocks;
    }),
    ...(meta.clocks ?? []).map((clock) =>
      at(`without clock ${clock}`, (node) => {
        node.meta!.clocks = node.meta!.clocks!.filter((one) => one !== clock);
      }),
    ),
    at('with a clock renamed', (node) => {
      node.meta!.clocks = ['setle'];
    }),
  ];
}

/** A group that is always entered at a named state has no use for where it begins. */
function beginningMutants({ initial, states }: Config, path: string, at: At): Mutant[] {
  const isEntered = !path.includes('.') || path === 'handling.received';
  if (!initial || !isEntered) return [];
  return Object.keys(states ?? {})
    .filter((key) => key !== initial)
    .map((key) =>
      at(`begins with ${key}`, (node) => {
        node.initial = key;
      }),
    );
}

type WayMutant = (change: (ways: Way[]) => void) => (id: string) => Mutant;

function waysMutants(event: string, ways: readonly Way[], changed: WayMutant): Mutant[] {
  return ways.flatMap((way, index) => {
    const name = ways.length > 1 ? `way ${index + 1} ` : '';
    const full = typeof way === 'string' ? { target: way } : way;
    const at = (id: string, change: (way: Exclude<Way, string>) => void) =>
      changed((list) => {
        const own = list[index]!;
        const open = typeof own === 'string' ? { target: own } : own;
        list[index] = open;
        change(open);
      })(name + id);
    return [
      ...(ways.length > 1 ? [changed((list) => list.splice(index, 1))(`${name}dropped`)] : []),
      ...(index + 1 < ways.length
        ? [changed((list) => list.splice(index, 2, list[index + 1]!, list[index]!))(`${name}after the next`)]
        : []),
      ...targetMutants(event, full, at),
      ...(full.guard === undefined
        ? []
        : [
            at('without condition', (each) => {
              delete each.guard;
            }),
            at('with an unknown condition', (each) => {
              each.guard = 'weatherIsFine';
            }),
          ]),
      ...(full.actions ?? []).flatMap((act, place) =>
        actMutants(
          act,
          (change) => (id) => at(`effect ${place + 1} ${id}`, (each) => change(each.actions!, place)),
        ),
      ),
    ];
  });
}

function targetMutants(
  event: string,
  { target, actions }: Exclude<Way, string>,
  at: (id: string, change: (way: Exclude<Way, string>) => void) => Mutant,
): Mutant[] {
  if (!target) return [];
  const elsewhere = target.includes('archived')
    ? '#case.handling.resolved.withdrawn'
    : '#case.handling.resolved.archived';
  const stays = at('stays where it is', (each) => {
    delete each.target;
    // A transition that does nothing at all is no definition XState accepts.
    each.actions = actions?.length ? each.actions! : ['onlyNoted'];
  });
  return target.startsWith('#case.handling') && event !== 'always'
    ? [
        stays,
        at('leads elsewhere', (each) => {
          each.target = elsewhere;
        }),
      ]
    : [stays];
}

type ActMutant = (change: (acts: Act[], index: number) => void) => (id: string) => Mutant;

function actMutants(act: Act, changed: ActMutant): Mutant[] {
  const name = typeof act === 'string' ? act : act.type;
  const params = typeof act === 'string' ? {} : (act.params ?? {});
  const withParam = (id: string, param: string, value: unknown) =>
    changed((acts, index) => {
      const { type, params: own } = acts[index] as Exclude<Act, string>;
      acts[index] = { type, params: { ...own, [param]: value } };
    })(`${name} ${id}`);
  const lists = ['met', 'cancelled', 'clocks'].filter((list) => Array.isArray(params[list]));
  const [heard, ...others] = (params.audience ?? []) as string[];
  return [
    changed((acts, index) => acts.splice(index, 1))(`${name} dropped`),
    ...(params.clock ? [withParam('renames the clock', 'clock', 'setle')] : []),
    ...(params.from
      ? [withParam('counts from another day', 'from', params.from === 'on' ? 'receivedOn' : 'on')]
      : []),
    ...(params.when ? [withParam('always', 'when', undefined)] : []),
    ...(heard ? [withParam(`does not tell ${heard}`, 'audience', others)] : []),
    ...lists.flatMap((list) => {
      const words = params[list] as string[];
      return words.map((word) =>
        withParam(
          `${list} without ${word}`,
          list,
          words.filter((one) => one !== word),
        ),
      );
    }),
  ];
}

function listOf(ways: Ways): Way[] {
  return Array.isArray(ways) ? [...ways] : [ways];
}

/** Builds the chart again from a changed copy of its configuration; the other charts are left out, being unchanged. */
function chartMutant(procedure: Procedure, id: string, change: (copy: Config) => void): Mutant {
  return {
    id: `chart ${procedure} ${id}`,
    make() {
      const copy = copyOf(REAL.charts[procedure].config) as Config;
      change(copy);
      const machine = chartSetup(procedure).createMachine(copy as never) as unknown as AnyStateMachine;
      return { ...REAL, charts: { [procedure]: machine } as typeof REAL.charts };
    },
  };
}

/** A deep copy of lists and plain objects; everything else is shared. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}
