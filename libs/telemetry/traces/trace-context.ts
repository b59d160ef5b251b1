import {
  type Context,
  isSpanContextValid,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api';

const HEADER = 'traceparent';
const SHAPE = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The place in a trace as W3C Trace Context writes it; null outside of one. */
export function traceparentOf(place: Context): string | null {
  const span = trace.getSpanContext(place);
  if (!span || !isSpanContextValid(span)) return null;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

/** `place` with the span that a `traceparent` names as its parent; `place` itself when it names none. */
export function contextFrom(traceparent: string | null | undefined, place: Context): Context {
  const [, traceId, spanId, flags] = SHAPE.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return place;
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(parent) ? trace.setSpanContext(place, parent) : place;
}

/** Carries traces in the header `traceparent` and in no other: nothing a caller writes travels with them. */
export const TRACE_CONTEXT: TextMapPropagator = {
  inject(place: Context, carrier: unknown, setter: TextMapSetter) {
    const traceparent = traceparentOf(place);
    if (traceparent) setter.set(carrier, HEADER, traceparent);
  },
  extract(place: Context, carrier: unknown, getter: TextMapGetter) {
    const found = getter.get(carrier, HEADER);
    return contextFrom(Array.isArray(found) ? found[0] : found, place);
  },
  fields: () => [HEADER],
};
