import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { appModule } from '../app.module.js';
import { describeApi } from './describe-api.js';

/** The description as the sources have it, without a database or a running server. */
export async function describeWithoutOffice() {
  const app = await NestFactory.create<NestFastifyApplication>(appModule(null, null), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describeApi(app);
}
