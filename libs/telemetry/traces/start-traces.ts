import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { QUEUE_TRACER, TRACER } from './spans.js';
import { TRACE_CONTEXT } from './trace-context.js';

let isOn = false;

/** Whether this process sends its traces somewhere. */
export const areTracesOn = () => isOn;

export interface Traces {
  /** Sends what is left and stops. */
  stop(): Promise<void>;
}

/**
 * Begins to send traces to a collector. The parts for it are loaded only now: a process without traces does
 * without their memory.
 * @param endpoint OTLP/HTTP address of the collector; the path `/v1/traces` is added.
 * @param name of the process: `api`, `worker`.
 */
export async function startTraces(endpoint: string, name: string): Promise<Traces> {
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }, { AsyncLocalStorageContextManager }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/context-async-hooks'),
    ]);
  const exporter = onlyOurs(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }));
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `dan-nguyen-${name}` }),
    sampler: new sdk.ParentBasedSampler({ root: beginHere(sdk) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000 })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(TRACE_CONTEXT);
  trace.setGlobalTracerProvider(provider);
  isOn = true;
  return {
    async stop() {
      isOn = false;
      // A collector that is away must not hold up the end of the process.
      await provider.shutdown().catch(() => {});
    },
  };
}

/** Traces begin with a request; the queue's library, which looks for work all day, begins none. */
function beginHere(sdk: typeof import('@opentelemetry/sdk-trace')) {
  const { RECORD_AND_SAMPLED, NOT_RECORD } = sdk.SamplingDecision;
  return {
    shouldSample: (_place: unknown, _traceId: string, _name: string, kind: SpanKind) => ({
      decision: kind === SpanKind.SERVER ? RECORD_AND_SAMPLED : NOT_RECORD,
    }),
    toString: () => `requests of ${TRACER}`,
  };
}

/** Other packages trace too, once somebody listens; what they write into their spans we do not know. */
function onlyOurs(exporter: SpanExporter): SpanExporter {
  const send = exporter.export.bind(exporter);
  const isOurs = ({ instrumentationScope: { name } }: ReadableSpan) =>
    name === TRACER || name === QUEUE_TRACER;
  exporter.export = (spans, done) => {
    const ours = spans.filter(isOurs);
    if (ours.length > 0) send(ours, done);
    else done({ code: 0 });
  };
  return exporter;
}
