import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { Browser } from 'playwright-core';
import { readEnv } from '#config/env';
import { freePort } from '../../apps/command-line/ports.js';
import { startWorker } from '../../apps/worker/start-worker.js';
import { startTestApi, type TestApi } from '../api/test-api.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';
import { openBrowser } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(QUEUE_BACKENDS)('the board of the queue on %s', (backend) => {
  let office: TestApi;
  let queue: TestQueue;
  let worker: INestApplicationContext;
  let port: number;
  beforeAll(async () => {
    office = await startTestApi();
    queue = await startTestQueue(backend, office.url);
    port = await freePort();
    worker = await startWorker(
      readEnv({
        DATABASE_URL: office.url,
        QUEUE_URL: queue.url,
        SECRET_KEY: office.office.secretKey,
        LOG_LEVEL: 'silent',
        WORKER_PORT: `${port}`,
      }),
    );
  });
  afterAll(async () => {
    await worker.close();
    await queue.stop();
    await office.stop();
  });

  test('shows an administrator both queues, breaks no rule of its page and asks nobody else', async () => {
    const administrator = await office.staff('administrator');
    const [name = '', value = ''] = administrator.cookie!.split(/=(.*)/s);
    const context = await browser.newContext();
    await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/' }]);
    const page = await context.newPage();
    const foreign: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`http://127.0.0.1:${port}/`)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${port}/hang-doi`);
    await page.getByText('notices').first().waitFor();
    await page.getByText('bell').first().click();
    await page.waitForURL(/queue\/bell/);
    expect({ foreign, faults }).toEqual({ foreign: [], faults: [] });
    await context.close();
  }, 60_000);
});
