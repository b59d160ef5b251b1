import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { readEnv } from '#config/env';
import { createStaff, SignIn } from '#identity';
import { freePort } from '../../apps/command-line/ports.js';
import { startWorker } from '../../apps/worker/start-worker.js';
import { startTestApi, type TestApi, today } from '../api/test-api.js';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { until } from '../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';

const TOKEN = 'a-token-that-only-tests-ever-use';

/** One figure as Prometheus reads it; undefined when it is not there. */
function figure(text: string, name: string, ...labels: string[]): number | undefined {
  const line = text
    .split('\n')
    .find(
      (each) =>
        each.startsWith(name) &&
        /[ {]/.test(each[name.length]!) &&
        labels.every((label) => each.includes(label)),
    );
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')));
}

describe('the figures of the API', () => {
  let office: TestApi;
  beforeAll(async () => {
    office = await startTestApi({ metricsToken: TOKEN });
  });
  afterAll(() => office.stop());
  const scrape = async (token: string) =>
    office.visitor().get('/metrics', { authorization: `Bearer ${token}` });

  test('are for administrators and whoever brings the token', async () => {
    const status = async (answer: Promise<{ status: number }>) => (await answer).status;
    expect(await status(office.visitor().get('/metrics'))).toBe(401);
    expect(await status(scrape('another-token-of-that-length-...'))).toBe(401);
    expect(await status((await office.staff('supervisor')).get('/metrics'))).toBe(403);
    expect(await status((await office.staff('administrator')).get('/metrics'))).toBe(200);
    expect(await status(scrape(TOKEN))).toBe(200);
  });

  test('count requests by route and status, and tell of database, outbox, clock and process', async () => {
    await office.visitor().get('/api/v1/tracking/NOTACODE');
    const { body: text, headers } = await scrape(TOKEN);
    expect(headers.get('content-type')).toContain('text/plain');
    const requests = 'dan_nguyen_http_request_seconds_count';
    expect(figure(text, requests, 'route="/api/v1/tracking/:code"', 'method="GET"')).toBeGreaterThan(0);
    expect(figure(text, 'dan_nguyen_database_up')).toBe(1);
    expect(figure(text, 'dan_nguyen_outbox_waiting')).toBe(0);
    expect(figure(text, 'dan_nguyen_sweeping_paused')).toBe(0);
    expect(figure(text, 'dan_nguyen_database_pool', 'state="total"')).toBeGreaterThan(0);
    expect(Math.abs(figure(text, 'dan_nguyen_clock_skew_seconds')!)).toBeLessThan(2);
  });

  test('name no person, no case and no code', async () => {
    const desk = await office.staff('deskOfficer');
    const petition = {
      subject: 'Canary subject',
      channel: 'post',
      receivedOn: today(),
      petitioner: { fullName: 'Canary Citizen' },
    };
    const { body } = await desk.post('/api/v1/cases', petition);
    await desk.get(`/api/v1/cases/${body.caseId}?canary=1`);
    await office.visitor().get(`/api/v1/tracking/${body.trackingCode}`);
    const { body: text } = await scrape(TOKEN);
    for (const secret of ['Canary', 'canary', body.number, body.caseId, body.trackingCode, desk.email]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe.each(QUEUE_BACKENDS)('a worker on %s', (backend) => {
  let desk: TestOffice;
  let queue: TestQueue;
  let worker: INestApplicationContext;
  let address: string;
  beforeEach(async () => {
    desk = await createTestOffice();
    queue = await startTestQueue(backend, desk.url);
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    worker = await startWorker(
      readEnv({
        DATABASE_URL: desk.url,
        QUEUE_URL: queue.url,
        SECRET_KEY: desk.office.secretKey,
        SWEEP_SECONDS: '0.5',
        LOG_LEVEL: 'silent',
        WORKER_PORT: `${port}`,
      }),
    );
  });
  afterEach(async () => {
    await worker.close();
    await queue.stop();
    await desk.close();
  });

  test('tells how it stands, and shows the queue to administrators only', async () => {
    const ready = await (await fetch(`${address}/health/ready`)).json();
    expect(ready).toMatchObject({
      status: 'ready',
      queue: { isOpen: true, isUnsafe: false, waiting: expect.any(Number) },
    });
    const figures = await until(async () => (await fetch(`${address}/metrics`)).text());
    expect(figure(figures, 'dan_nguyen_queue_waiting')).toBeGreaterThanOrEqual(0);
    expect((await fetch(`${address}/health/live`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${address}/elsewhere`)).status).toBe(404);

    expect((await fetch(`${address}/hang-doi`)).status).toBe(401);
    expect((await look('/hang-doi', await cookieOf('supervisor'))).status).toBe(403);
    const cookie = await cookieOf('administrator');
    const page = await look('/hang-doi', cookie);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    const [, script] = /src="(static\/js\/main[^"]+)"/.exec(html) ?? [];
    const loaded = await look(`/hang-doi/${script}`, cookie);
    expect([loaded.status, loaded.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('javascript'),
    ]);
    const { queues } = (await (await look('/hang-doi/api/queues', cookie)).json()) as {
      queues: { name: string; readOnlyMode: boolean }[];
    };
    expect(queues.map(({ name }) => name).sort()).toEqual(['bell', 'notices']);
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
  }, 30_000);

  const look = (path: string, cookie: string) => fetch(`${address}${path}`, { headers: { cookie } });

  /** The session cookie of a person who has signed in to the API of the same office. */
  async function cookieOf(role: 'administrator' | 'supervisor'): Promise<string> {
    const email = `${role}@test.example`;
    await createStaff(desk.office, {
      name: 'Sample',
      email,
      role,
      agencyCode: null,
      password: 'a-long-password',
    });
    const request = new Request('http://localhost:3000/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'a-long-password' }),
    });
    const answer = await new SignIn(desk.office).handle(request);
    return answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  }
});
