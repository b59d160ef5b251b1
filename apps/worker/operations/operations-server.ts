import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LoggerService } from '@nestjs/common';

/** Answers one request; whatever it throws becomes a 500 without words. */
export type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface OperationsSettings {
  host: string;
  port: number;
}

/** Workers of one machine share a setting: each takes the first of so many ports that is free. */
const PORTS = 16;

/**
 * The worker's own small HTTP server: for watchmen, scrapers and administrators, never for the public. A worker
 * works without it, so a port that is taken is only warned of.
 */
export class OperationsServer {
  private server: Server | null = null;

  /** @param pages by the first part of the path, such as `/health/live` or `/hang-doi`. */
  constructor(
    private readonly pages: Record<string, Page>,
    private readonly log: LoggerService,
  ) {}

  /** @returns the port it listens at; null when none is free. */
  async listen({ host, port }: OperationsSettings): Promise<number | null> {
    for (let candidate = port; candidate < Math.min(port + PORTS, 65_536); candidate += 1) {
      const server = createServer((request, response) => void this.answer(request, response));
      try {
        server.listen({ host, port: candidate, exclusive: true });
        await once(server, 'listening');
        this.server = server;
        this.log.log(`Health, metrics and queue at http://${host}:${candidate}.`);
        return candidate;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
    this.log.warn(`No health page: the ports from ${port} on are taken. Choose others with WORKER_PORT.`);
    return null;
  }

  async close(): Promise<void> {
    if (!this.server) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const [path = '/'] = (request.url ?? '/').split('?');
    const page = this.pages[path] ?? this.pages[`/${path.split('/')[1]}`];
    if (!page) return sendText(response, 404, 'Not found.');
    if (request.method !== 'GET') return sendText(response, 405, 'Only GET.');
    try {
      await page(request, response);
    } catch (error) {
      this.log.error(`${path.split('/')[1]}: ${(error as Error).name}`);
      if (!response.headersSent)
        sendText(response, 500, 'A fault of ours; the log of the worker tells more.');
      else response.destroy();
    }
  }
}

/** The board of the queue brings styles of its own; nothing else comes from elsewhere, and nobody frames it. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
