import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import type { Env } from '#config/env';
import { type Office, openOffice } from '#petitions';
import { WorkerModule } from './worker.module.js';

/**
 * Starts a worker: it sweeps deadlines, relays and delivers messages, whether the queue is there or not.
 * Closing it finishes the jobs in hand, then the queue, then the database.
 * @throws one sentence when a setting is missing, the database does not answer or the queue may lose jobs.
 */
export async function startWorker(env: Env): Promise<INestApplicationContext> {
  const worker = await assemble(env, await openOffice(env));
  worker.useLogger(worker.get(Logger));
  return worker;
}

async function assemble(env: Env, office: Office): Promise<INestApplicationContext> {
  try {
    const options = { abortOnError: false, bufferLogs: true };
    return await NestFactory.createApplicationContext(WorkerModule.of(office, env), options);
  } catch (error) {
    await office.database.close();
    throw error;
  }
}
