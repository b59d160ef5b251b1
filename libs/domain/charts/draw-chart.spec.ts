import { describe, expect, test } from '@jest/globals';
import { and, createMachine, not } from 'xstate';
import { PROCEDURES } from '../vocabulary.js';
import { diagramOf } from './chart-diagram.js';
import { CHARTS } from './charts.js';
import { drawChart, movesFrom } from './draw-chart.js';
import { type ChartState, handlingOf } from './state.js';

const door = createMachine({
  type: 'parallel',
  states: {
    door: {
      initial: 'open',
      states: {
        open: {
          meta: { owner: 'deskOfficer', clocks: ['process'] },
          on: { shut: { target: 'shut', guard: and(['isQuiet', not('isFire')]) }, ring: {} },
        },
        shut: {
          initial: 'latched',
          on: { open: 'open', ring: 'open' },
          states: {
            latched: { on: { lock: 'locked', ring: { guard: 'isLoud' } } },
            locked: { on: { ring: {} }, always: { guard: 'isFire', target: 'latched' } },
          },
        },
        gone: {},
      },
    },
    light: { initial: 'off', states: { off: { on: { lock: 'on' } }, on: {} } },
  },
});

describe('a drawn chart', () => {
  const chart = drawChart(door);
  const [region, light] = chart.regions;

  test('tells what each state tells: owner, clocks, where it begins and where it ends', () => {
    expect(region?.states).toEqual([
      {
        path: 'open',
        key: 'open',
        owner: 'deskOfficer',
        clocks: ['process'],
        initial: true,
        final: false,
      },
      ...['shut.latched', 'shut.locked', 'gone'].map((path) => ({
        path,
        key: path.split('.').at(-1),
        owner: null,
        clocks: [],
        initial: false,
        final: path === 'gone',
      })),
    ]);
    expect(light?.states.map(({ path, final }) => [path, final])).toEqual([
      ['off', false],
      ['on', true],
    ]);
  });

  test('names each move with its condition, and enters a group where it begins', () => {
    expect(chart.moves.filter(({ from }) => from === 'open')).toEqual([
      { region: 'door', from: 'open', to: 'shut.latched', event: 'shut', guard: 'isQuiet and not isFire' },
      { region: 'door', from: 'open', to: null, event: 'ring', guard: null },
    ]);
    expect(chart.moves).toContainEqual({
      region: 'door',
      from: 'shut.locked',
      to: 'shut.latched',
      event: 'always',
      guard: 'isFire',
    });
  });

  test('gives a state the moves of its group that it does not redefine', () => {
    const named = (path: string) => movesFrom(chart, 'door', path).map(({ event, to }) => [event, to]);
    expect(named('shut.latched')).toEqual([
      ['lock', 'shut.locked'],
      ['ring', null],
      ['open', 'open'],
      ['ring', 'open'],
    ]);
    expect(named('shut.locked')).toEqual([
      ['ring', null],
      ['always', 'shut.latched'],
      ['open', 'open'],
    ]);
  });

  test('becomes a diagram in which what all states of a group do starts at its dots', () => {
    expect(diagramOf(chart, region!, (path) => path.toUpperCase())).toBe(`stateDiagram-v2
  direction TB
  state "OPEN" as open
  state "GONE" as gone
  state "SHUT" as shut {
    state "SHUT.LATCHED" as shut_latched
    state "SHUT.LOCKED" as shut_locked
    state "…" as shut_others
  }
  [*] --> open
  shut_others --> open : open
  open --> shut_latched : shut [isQuiet and not isFire]
  shut_latched --> shut_locked : lock
  shut_latched --> open : ring
  shut_locked --> shut_latched : always [isFire]
`);
  });
});

describe.each(PROCEDURES)('the drawn chart of %s', (procedure) => {
  const machine = CHARTS[procedure];
  const chart = drawChart(machine);

  test('begins where a case begins', () => {
    const { value } = machine.resolveState({ value: {} } as never) as unknown as { value: ChartState };
    const handling = chart.regions.find(({ name }) => name === 'handling');
    expect(handling?.states.filter(({ initial }) => initial).map(({ path }) => path)).toEqual([
      handlingOf(value),
    ]);
  });

  test('leads to states that it draws, and knows every event of the machine', () => {
    const drawn = chart.regions.flatMap(({ name, states }) => states.map(({ path }) => `${name} ${path}`));
    const led = chart.moves.flatMap(({ region, to }) => (to === null ? [] : [`${region} ${to}`]));
    expect(led.filter((state) => !drawn.includes(state))).toEqual([]);
    expect(new Set(chart.moves.map(({ event }) => event).filter((event) => event !== 'always'))).toEqual(
      new Set(machine.events),
    );
  });
});
