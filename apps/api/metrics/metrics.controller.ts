import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { countOpenMessages, localDataDirectory, readRecordHealth } from '#database';
import type { Office } from '#petitions';
import { METRICS_TYPE, metricsText, readDisks, showState } from '#telemetry';
import { Allow } from '../access/allow.js';
import { type ApiSettings, InjectOffice, InjectSettings } from '../office.js';
import { observeRequests } from './observe-requests.js';

/**
 * Figures for Prometheus, without names and numbers of cases: for administrators, and for whoever brings the
 * token of METRICS_TOKEN. The port is open to the world, so its own machine is trusted no more than others.
 */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController implements OnModuleInit {
  constructor(
    @InjectOffice() private readonly office: Office,
    @InjectSettings() private readonly settings: ApiSettings,
    private readonly adapters: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance = this.adapters.httpAdapter.getInstance();
    observeRequests(fastify);
    if (this.settings.metricsToken) this.answerScraper(fastify, this.settings.metricsToken);
  }

  @Get()
  @Allow('administrator')
  @Header('content-type', METRICS_TYPE)
  @Header('cache-control', 'no-store')
  async figures(): Promise<string> {
    const { database } = this.office;
    const record = await readRecordHealth(database);
    showState({
      record,
      open: record && (await countOpenMessages(database).catch(() => null)),
      pool: database.pool,
      disks: await readDisks(this.settings.dataDirectory, record && (await localDataDirectory(database))),
      queueWaiting: null,
    });
    return metricsText();
  }

  /** A scraper has no session: it is let in by its token, before sign-in is asked for. */
  private answerScraper(fastify: FastifyInstance, token: string): void {
    fastify.addHook('onRequest', async (request, reply) => {
      if (request.routeOptions.url !== '/metrics' || request.method !== 'GET') return;
      if (!isSame(request.headers.authorization, `Bearer ${token}`)) return;
      return reply.header('content-type', METRICS_TYPE).send(await this.figures());
    });
  }
}

/** Takes as long for a near miss as for a far one. */
function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
