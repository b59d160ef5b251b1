import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import type { Env } from '#config/env';
import { WORKER_PATIENCE } from '#database';
import { type Office, openOffice } from '#petitions';
import { WorkerModule } from './worker.module.js';

/** Connections to PostgreSQL, besides those of the queue. */
const POOL_SIZE = 10;

/**
 * Starts a worker: it sweeps deadlines, relays and delivers messages, whether the queue is there or not.
 * Closing it finishes the jobs in hand, then the queue, then the database.
 * @param demand refuses an office that a worker must not work in, by throwing.
 * @throws one sentence when a setting is missing, the database does not answer or the queue may lose jobs.
 */
export async function startWorker(
  env: Env,
  demand: (office: Office) => Promise<void> = async () => {},
): Promise<INestApplicationContext> {
  const office = await openOffice(env, env.DATABASE_URL, POOL_SIZE, WORKER_PATIENCE);
  try {
    await demand(office);
    const options = { abortOnError: false, bufferLogs: true };
    const worker = await NestFactory.createApplicationContext(WorkerModule.of(office, env), options);
    worker.useLogger(worker.get(Logger));
    return worker;
  } catch (error) {
    await office.database.close();
    throw error;
  }
}
