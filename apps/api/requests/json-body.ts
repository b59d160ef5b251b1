import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';

/** Largest body taken, in bytes. */
export const BODY_LIMIT = 1024 * 1024;

/** Takes JSON in UTF-8 and nothing else: no forms, no plain text, no guessing of encodings. */
export function takeOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(body as Buffer)) return done(new Problem('notUtf8'));
    // An empty body is left to the schema of the route, which says what is missing.
    if (body.length === 0) return done(null, undefined);
    parse(request, body.toString(), (error, parsed) => {
      done(error ? new Problem('malformedJson') : null, parsed);
    });
  });
}
