export type { StateMeta } from './chart-setup.js';
export { CHART_VERSION, CHARTS, chartOf } from './charts.js';
export { type CaseFacts, type ChartEvent, NO_FACTS } from './facts.js';
export { type ChartState, handlingOf, headlineOf, ownerOf, supervisionOf } from './state.js';
