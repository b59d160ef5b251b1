import { type DrawnChart, type DrawnMove, type DrawnRegion, movesFrom } from './draw-chart.js';

/** Gives a state, or a group of states, its label. */
export type StateWord = (path: string) => string;

interface Arrow {
  from: string;
  to: string;
  label: string;
}

/**
 * One region of a chart as a picture: text of a mermaid `stateDiagram-v2`. Groups are boxes; what every state of a
 * group can do starts at dots in its box; acts that move nothing are left out.
 */
export function diagramOf(chart: DrawnChart, region: DrawnRegion, word: StateWord): string {
  const arrows = arrowsOf(chart, region);
  const boxes = [...groupsOf(region)].flatMap(([group, states]) => {
    const lines = states.map(({ path }) => `state "${word(path)}" as ${idOf(path)}`);
    if (group === '') return lines;
    const dots = arrows.some(({ from }) => from === dotsOf(group)) ? [`state "…" as ${dotsOf(group)}`] : [];
    return [`state "${word(group)}" as ${group} {`, ...[...lines, ...dots].map((line) => `  ${line}`), '}'];
  });
  const starts = region.states.filter(({ initial }) => initial).map(({ path }) => `[*] --> ${idOf(path)}`);
  const lines = ['direction TB', ...boxes, ...starts, ...arrowLines(arrows)];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** The states of a region by the group they stand in; the empty name holds those that stand alone. */
function groupsOf({ states }: DrawnRegion) {
  return Map.groupBy(states, ({ path }) => groupOf(path));
}

/** Every arrow, those that all states of a group share drawn once. */
function arrowsOf(chart: DrawnChart, region: DrawnRegion): Arrow[] {
  const single = region.states.flatMap(({ path }) => arrowsFrom(chart, region.name, path));
  const lifted = [...groupsOf(region)].flatMap(([group, { length }]) => {
    if (group === '') return [];
    const leaving = single.filter(({ from }) => groupOf(from) === group);
    return [...Map.groupBy(leaving, keyOf).values()].flatMap(([first, ...others]) => {
      if (!first) return [];
      const isInside = groupOf(first.to) === group;
      const able = isInside ? length - 1 : length;
      return able > 1 && others.length + 1 === able ? [{ ...first, from: dotsOf(group), group }] : [];
    });
  });
  const isLifted = (arrow: Arrow) =>
    lifted.some(({ group, ...shared }) => group === groupOf(arrow.from) && keyOf(shared) === keyOf(arrow));
  return [...lifted, ...single.filter((arrow) => !isLifted(arrow))];
}

function arrowsFrom(chart: DrawnChart, region: string, path: string): Arrow[] {
  return movesFrom(chart, region, path).flatMap((move) =>
    move.to === null || move.to === path ? [] : [{ from: path, to: move.to, label: labelOf(move) }],
  );
}

function arrowLines(arrows: readonly Arrow[]): string[] {
  const lines = Map.groupBy(arrows, ({ from, to }) => `${idOf(from)} --> ${idOf(to)}`);
  return [...lines].map(([line, shared]) => {
    const labels = new Set(shared.map(({ label }) => label));
    return `${line} : ${[...labels].join('<br/>')}`;
  });
}

const keyOf = ({ to, label }: Pick<Arrow, 'to' | 'label'>) => `${label} ${to}`;

const labelOf = ({ event, guard }: DrawnMove) => (guard === null ? event : `${event} [${guard}]`);

const groupOf = (path: string) => path.split('.').slice(0, -1).join('.');

/** The dots stand for every state of a group but the one they lead to. */
const dotsOf = (group: string) => `${group}_others`;

const idOf = (path: string) => path.replaceAll('.', '_');
