import type { LoggerService, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { SignIn } from '#identity';
import { METRICS_TYPE } from '#telemetry';
import type { QueueLine } from '../queue-line.js';
import {
  OperationsServer,
  type OperationsSettings,
  type Page,
  sendJson,
  sendText,
} from './operations-server.js';
import { BOARD_PATH, queueBoard } from './queue-board.js';
import type { Standing } from './standing.js';

/** Serves the worker's pages for as long as it works; without settings it serves none. */
export class Operations implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly server: OperationsServer;

  /** @param metricsToken with it, a scraper must bring it; without, whoever reaches the port may read. */
  constructor(
    private readonly settings: OperationsSettings | null,
    standing: Standing,
    line: QueueLine,
    openSignIn: () => SignIn,
    metricsToken: string | undefined,
    log: LoggerService,
  ) {
    const pages: Record<string, Page> = {
      '/health/live': (_request, response) => sendJson(response, 200, { status: 'live' }),
      '/health/ready': async (_request, response) => {
        const answer = await standing.ready();
        sendJson(response, answer.status === 'ready' ? 200 : 503, answer);
      },
      '/metrics': async ({ headers }, response) => {
        const isAllowed = metricsToken === undefined || headers.authorization === `Bearer ${metricsToken}`;
        if (!isAllowed) return sendText(response, 401, 'Bring the token of METRICS_TOKEN.');
        response.writeHead(200, { 'content-type': METRICS_TYPE }).end(await standing.figures());
      },
      [BOARD_PATH]: queueBoard(openSignIn, () => line.boards()),
    };
    this.server = new OperationsServer(pages, log);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings) await this.server.listen(this.settings);
  }

  /** Last of all, so that the worker can be watched while it finishes. */
  async onApplicationShutdown(): Promise<void> {
    await this.server.close();
  }
}
