import type { ChartView, HistoryEntry } from '#contract';
import { movesFrom } from '#domain';

/** How a state lies to the case: here it stands, here it was, or here it has not been. */
export type Mark = 'current' | 'passed' | 'ahead';

/** A chart as one case sees it. */
export interface Place {
  /** The groups of the handling region in the order of the work, each with its states. */
  columns: { name: string; states: { path: string; mark: Mark }[] }[];
  /** Where the case may go from where it stands, and by which act. */
  next: { event: string; to: string }[];
}

/**
 * Places a case in the chart of its procedure.
 * @param handling where it stands, such as `assigned.verifying`.
 * @param history its steps; those under another procedure name states that this chart does not draw.
 */
export function placeIn(
  chart: ChartView,
  handling: string,
  history: Pick<HistoryEntry, 'handlingFrom' | 'handlingTo'>[],
): Place {
  const been = new Set(history.flatMap(({ handlingFrom, handlingTo }) => [handlingFrom, handlingTo]));
  const markOf = (path: string): Mark => {
    if (path === handling) return 'current';
    return been.has(path) ? 'passed' : 'ahead';
  };
  const states = chart.regions.find(({ name }) => name === 'handling')?.states ?? [];
  const groups = Map.groupBy(states, ({ path }) => path.split('.')[0] ?? path);
  return {
    columns: [...groups].map(([name, inside]) => ({
      name,
      states: inside.map(({ path }) => ({ path, mark: markOf(path) })),
    })),
    next: nextFrom(chart, handling),
  };
}

function nextFrom(chart: ChartView, handling: string): Place['next'] {
  const moves = movesFrom(chart, 'handling', handling).flatMap(({ event, to }) =>
    to === null || to === handling ? [] : [{ event, to }],
  );
  return moves.filter(
    (move, index) => moves.findIndex(({ event, to }) => event === move.event && to === move.to) === index,
  );
}
