import type { FastifyInstance, FastifyRequest } from 'fastify';
import { observeRequest, type RequestSpan, startRequest } from '#telemetry';

/**
 * Measures and traces every request under its route as it is declared: addresses may hold tracking codes.
 * To be called before the server is ready.
 */
export function observeRequests(fastify: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { traceparent } = request.headers;
    const parent = typeof traceparent === 'string' ? traceparent : undefined;
    spans.set(request, startRequest(request.method, routeOf(request), parent));
    done();
  });
  // Not earlier: reading the body would lead out of the trace again.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.run(done);
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.end(reply.statusCode);
    observeRequest(request.method, routeOf(request), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

/** Pages of the web application and addresses that lead nowhere share one name each. */
function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'unknown';
}
