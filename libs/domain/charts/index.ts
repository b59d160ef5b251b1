export { diagramOf, type StateWord } from './chart-diagram.js';
export type { StateMeta } from './chart-setup.js';
export { CHART_VERSION, CHARTS, chartOf } from './charts.js';
export {
  type DrawnChart,
  type DrawnMove,
  type DrawnRegion,
  type DrawnState,
  drawChart,
  movesFrom,
} from './draw-chart.js';
export { type CaseFacts, type ChartEvent, NO_FACTS, type RecountingName } from './facts.js';
export { GUARD_REFUSALS } from './guard-refusals.js';
export { GROUNDS, STEPS } from './guards.js';
export {
  type ChartState,
  handlingOf,
  headlineOf,
  ownerOf,
  type StoredState,
  supervisionOf,
  wholeState,
} from './state.js';
export { standIn, step } from './step.js';
