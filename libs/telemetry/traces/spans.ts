import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { contextFrom, traceparentOf } from './trace-context.js';

/** Name of this application's own spans, apart from those of the queue's library. */
export const TRACER = 'dan-nguyen';
/** Name of the spans of the queue's library. */
export const QUEUE_TRACER = 'queue';

/** The place in the trace that the calling code runs in, as W3C `traceparent`; null while nothing is traced. */
export function currentTrace(): string | null {
  return traceparentOf(context.active());
}

const kept = new WeakMap<object, string>();

/** Notes which trace `thing` comes from, for when it is handled together with others, outside of that trace. */
export function keepTrace(thing: object): void {
  const traceparent = currentTrace();
  if (traceparent) kept.set(thing, traceparent);
}

/** The `traceparent` that was kept for `thing`, or that of the step at hand; null while nothing is traced. */
export function traceOf(thing: object): string | null {
  return kept.get(thing) ?? currentTrace();
}

/**
 * Does `work` as a step of a trace; costs next to nothing while traces are off.
 * @param name what is done: `commands.batch`, `mail.send`; never a name or number of a case.
 * @param parent `traceparent` of whatever caused it, where it came through the record; else the step at hand.
 */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
  parent?: string | null,
): Promise<Result> {
  const place = contextFrom(parent, context.active());
  const span = trace.getTracer(TRACER).startSpan(name, { attributes, kind: SpanKind.INTERNAL }, place);
  return context.with(trace.setSpan(place, span), async () => {
    try {
      return await work();
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Marks a step as failed with the kind of the error: its message may quote what somebody wrote. */
export function failSpan(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** An HTTP request that is being answered. */
export interface RequestSpan {
  /** Runs what answers it, so that its steps become part of the trace. */
  run(answer: () => void): void;
  end(status: number): void;
}

/** Begins the span of an HTTP request; the address stays out, because it may hold a tracking code. */
export function startRequest(method: string, route: string, traceparent: string | undefined): RequestSpan {
  const parent = contextFrom(traceparent, context.active());
  const attributes = { 'http.request.method': method, 'http.route': route };
  const span = trace
    .getTracer(TRACER)
    .startSpan(`${method} ${route}`, { attributes, kind: SpanKind.SERVER }, parent);
  const place = trace.setSpan(parent, span);
  return {
    run: (answer) => context.with(place, answer),
    end(status) {
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
