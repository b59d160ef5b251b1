import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Office } from '#petitions';
import { appModule } from './app.module.js';
import type { ApiSettings } from './office.js';
import { serveDescription } from './openapi/serve-description.js';
import { answerUnroutable } from './problems/unroutable.js';
import { BODY_LIMIT, takeOnlyJson } from './requests/json-body.js';
import { serveWeb } from './web.js';

export interface RunningApi {
  /** Address it listens at, without a slash at the end. */
  url: string;
  app: NestFastifyApplication;
  /** Lets running requests end and closes; the office stays open. */
  stop(): Promise<void>;
}

/** Proxies on the same machine or network may name the client's address; nobody else may. */
const TRUSTED_PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Starts the API of an office.
 * @throws when the port is taken.
 */
export async function startApi(office: Office, settings: ApiSettings): Promise<RunningApi> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: TRUSTED_PROXIES,
    frameworkErrors: answerUnroutable,
    // A request that comes while the process ends is answered like any other, on a connection that then closes.
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(appModule(office, settings), adapter, {
    bodyParser: false,
    // The list of routes is in the description; the log begins with what can go wrong.
    logger: ['fatal', 'error', 'warn'],
  });
  secure(app, office.publicUrl);
  takeOnlyJson(adapter.getInstance());
  serveDescription(app);
  if (settings.webDirectory) await serveWeb(adapter.getInstance(), settings.webDirectory);
  await app.init();
  app.useLogger(app.get(Logger));
  await app.listen(settings.port, settings.host);
  return { url: await app.getUrl(), app, stop: () => stop(app) };
}

/** How often connections are looked through at the end. */
const LOOK_EVERY_MS = 50;

/** A proxy keeps its connections open: each is closed once it has its last answer, or it would hold up the end. */
async function stop(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const closing = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  await app.close().finally(() => clearInterval(closing));
}

/** No cross-site writes, no foreign scripts or frames, no copies of answers in caches. */
function secure(app: NestFastifyApplication, publicUrl: string): void {
  // Behind a proxy that changes the Host header, the address people use is the one to compare with.
  app.enableCsrfProtection({ trustedOrigins: [new URL(publicUrl).origin] });
  app.useSecurityHeaders({
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null, fontSrc: ["'self'", 'data:'] } },
    // Set by the reverse proxy that ends TLS; an office's own network may have none.
    strictTransportSecurity: false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
      done();
    });
}
