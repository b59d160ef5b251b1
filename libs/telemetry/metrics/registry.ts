import { collectDefaultMetrics, Registry } from 'prom-client';

/** The figures of this process; one per process, as Prometheus sees processes. */
export const registry = new Registry();

/** Every name begins with it, so that the figures of this application are found together. */
export const PREFIX = 'dan_nguyen_';

/** The event loop is felt ten times a second: finer, the feeling itself would cost an idle process its rest. */
const FEEL_EVERY_MS = 100;

let isCollecting = false;

/** Begins to measure the process itself: memory, processor, lag of the event loop, garbage collection. */
export function measureProcess(): void {
  if (isCollecting) return;
  isCollecting = true;
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: FEEL_EVERY_MS });
}

/** Media type of the text. */
export const METRICS_TYPE = registry.contentType;

/** All figures in the text format of Prometheus. */
export function metricsText(): Promise<string> {
  return registry.metrics();
}
