import { BullMQOtel } from 'bullmq-otel';
import { QUEUE_TRACER } from './spans.js';
import { areTracesOn } from './start-traces.js';

/** Attributes of the queue's spans that are let through; options, results and reasons of failures may quote people. */
const LET_THROUGH = new Set([
  'bullmq.queue.name',
  'bullmq.queue.operation',
  'bullmq.job.name',
  'bullmq.job.id',
  'bullmq.job.attempts.made',
  'bullmq.job.bulk.count',
  'bullmq.worker.id',
]);

type Values = Record<string, unknown>;

/** What BullMQ is given as `telemetry`, so that its jobs carry the trace; undefined while traces are off. */
export function queueTelemetry(): BullMQOtel | undefined {
  if (!areTracesOn()) return undefined;
  const telemetry = new BullMQOtel({ tracerName: QUEUE_TRACER });
  const { tracer } = telemetry;
  const startSpan = tracer.startSpan.bind(tracer);
  tracer.startSpan = (...parameters) => withoutWords(startSpan(...parameters));
  return telemetry;
}

function withoutWords<Span extends ReturnType<BullMQOtel['tracer']['startSpan']>>(span: Span): Span {
  const setAttributes = span.setAttributes.bind(span);
  const letThrough = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => LET_THROUGH.has(name)));
  span.setAttributes = (values) => setAttributes(letThrough(values as Values) as never);
  span.setAttribute = (name, value) => setAttributes(letThrough({ [name]: value }) as never);
  const addEvent = span.addEvent.bind(span);
  span.addEvent = (name) => addEvent(name);
  span.recordException = (error) =>
    setAttributes({ 'error.type': error instanceof Error ? error.name : 'unknown' } as never);
  return span;
}
