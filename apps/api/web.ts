import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Paths of the API and of built files: what is missing there is a problem, not a page. */
const NOT_PAGES = /^\/(api|health|dev|assets)(\/|$)/;

/**
 * Serves the built web application. Its pages are addresses of one document, so every other GET answers
 * with that document.
 * @throws Error when the application has not been built.
 */
export async function serveWeb(fastify: FastifyInstance, directory: string): Promise<void> {
  const document = join(directory, 'index.html');
  if (!existsSync(document)) throw new Error(`The web application is not built: ${document} is missing.`);
  await fastify.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    // Names of built files carry a digest of their content.
    setHeaders: (reply, path) => {
      const isBuilt = path.startsWith(join(directory, 'assets'));
      reply.header('cache-control', isBuilt ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (NOT_PAGES.test(path)) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(createReadStream(document));
  });
}
