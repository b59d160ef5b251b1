export { readDisks } from './disk.js';
export { endOnFault } from './faults.js';
export { METRICS_TYPE, measureProcess, metricsText } from './metrics/registry.js';
export { showState } from './metrics/state.js';
export {
  countCommand,
  countMailFailure,
  countNotices,
  observeBatch,
  observeFired,
  observeRequest,
} from './metrics/work.js';
export { answerReadiness, type QueueFacts, type ReadyAnswer, type RecordFacts } from './readiness.js';
export { queueTelemetry } from './traces/queue-telemetry.js';
export { currentTrace, inSpan, keepTrace, type RequestSpan, startRequest, traceOf } from './traces/spans.js';
export { startTraces, type Traces } from './traces/start-traces.js';
