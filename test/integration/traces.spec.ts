import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readEnv } from '#config/env';
import { openQueues, type Queues } from '#queues';
import { currentTrace, inSpan, queueTelemetry, startTraces, type Traces } from '#telemetry';
import { startWorker } from '../../apps/worker/start-worker.js';
import { startTestApi, type TestApi, today } from '../api/test-api.js';
import { createTestOffice, type TestOffice } from '../support/office.js';
import { createMailServer, until } from '../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';
import { type ReceivedSpan, startTraceCollector, type TraceCollector } from '../support/trace-collector.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const CALLER = `00-${TRACE_ID}-b7ad6b7169203331-01`;

let collector: TraceCollector;
let traces: Traces;
beforeAll(async () => {
  collector = await startTraceCollector();
  traces = await startTraces(collector.url, 'test');
});
afterAll(async () => {
  await traces.stop();
  await collector.stop();
});

/** Waits for a span of the trace. */
const received = (name: RegExp, traceId = TRACE_ID): Promise<ReceivedSpan> =>
  until(async () => collector.spans.find((span) => name.test(span.name) && span.traceId === traceId));

const isReceived = (text: string) => collector.text().includes(text);

describe('a request', () => {
  let office: TestApi;
  beforeAll(async () => {
    office = await startTestApi();
  });
  afterAll(() => office.stop());

  test('goes on with the trace of its caller, under its route and without what people wrote', async () => {
    const desk = await office.staff('deskOfficer');
    const petition = {
      subject: 'Canary subject',
      channel: 'post',
      receivedOn: today(),
      petitioner: { fullName: 'Canary Citizen' },
    };
    const { body } = await desk.post('/api/v1/cases', petition, { traceparent: CALLER });
    await office.visitor().get(`/api/v1/tracking/${body.trackingCode}`, { traceparent: CALLER });
    const span = await received(/^POST \/api\/v1\/cases$/);
    expect(span).toMatchObject({
      process: 'dan-nguyen-test',
      parentSpanId: 'b7ad6b7169203331',
      attributes: { 'http.request.method': 'POST', 'http.route': '/api/v1/cases' },
    });
    expect((await received(/^GET/)).name).toBe('GET /api/v1/tracking/:code');
    const secrets = ['Canary', body.trackingCode, body.number, body.caseId, desk.email, 'better-auth'];
    expect(secrets.filter(isReceived)).toEqual([]);
  });

  test('begins a trace of its own when its caller has none', async () => {
    await office.visitor().get('/api/v1/demo');
    const span = await until(async () => collector.spans.find(({ name }) => name === 'GET /api/v1/demo'));
    expect([span.parentSpanId, span.traceId === TRACE_ID]).toEqual(['', false]);
  });
});

describe('a command', () => {
  test('is followed from the request through batch, outbox and queue to the mail', async () => {
    const traceId = 'c'.repeat(32);
    const office = await startTestApi();
    await office.addStaff('coordinationOffice', 'tru-so-tcd');
    await office.addAgency('so-xd', { email: 'so-xd@test.example' });
    const mails = await createMailServer();
    await mails.start();
    const worker = await startWorker(
      readEnv({
        DATABASE_URL: office.url,
        SECRET_KEY: office.office.secretKey,
        SMTP_URL: mails.url,
        SWEEP_SECONDS: '0.5',
        LOG_LEVEL: 'silent',
      }),
    );
    const desk = await office.staff('deskOfficer');
    const petition = {
      subject: 'Canary subject',
      channel: 'post',
      receivedOn: today(),
      procedure: 'complaintFirst',
      agencyCode: 'so-xd',
      petitioner: { fullName: 'Canary Citizen' },
    };
    await desk.post('/api/v1/cases', petition, { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    const names = [
      /^POST \/api\/v1\/cases$/,
      /^commands\.batch$/,
      /^outbox\.relay$/,
      /^addBulk/,
      /^process/,
      /^mail\.send$/,
    ];
    for (const name of names) await received(name, traceId);
    expect(['Canary', 'so-xd@test.example'].filter(isReceived)).toEqual([]);
    await worker.close();
    await mails[Symbol.asyncDispose]();
    await office.stop();
  }, 40_000);
});

describe('a failed step', () => {
  test('tells the kind of its error and not what it says', async () => {
    const fail = async () => {
      throw new TypeError('Canary message');
    };
    await expect(inSpan('test.failure', {}, fail, CALLER)).rejects.toThrow('Canary');
    const span = await received(/^test\.failure$/);
    expect(span.attributes['error.type']).toBe('TypeError');
    expect(isReceived('Canary message')).toBe(false);
  });
});

describe.each(QUEUE_BACKENDS)('a job on %s', (backend) => {
  let desk: TestOffice;
  let queue: TestQueue;
  let queues: Queues;
  beforeEach(async () => {
    desk = await createTestOffice();
    queue = await startTestQueue(backend, desk.url);
    const telemetry = queueTelemetry();
    if (!telemetry) throw new Error('traces are off');
    queues = await openQueues({ url: queue.url, acceptUnsafe: false, onTrouble: () => {}, telemetry });
  });
  afterEach(async () => {
    await queues.close();
    await queue.stop();
    await desk.close();
  });

  test('belongs to the trace of whoever added it, in whichever process it is done', async () => {
    const traceId = backend === 'redis' ? 'a'.repeat(32) : 'b'.repeat(32);
    let seen: string | null = null;
    queues.work({
      sweepDeadlines: async () => {},
      relayOutbox: async () => {},
      deliverNotice: () =>
        inSpan('test.delivery', {}, async () => {
          seen = currentTrace();
          throw new Error('Canary failure');
        }),
    });
    const entry = {
      id: 'outbox-1',
      payload: { v: 1 as const, outboxId: '0192f0c1-2345-7abc-8def-0123456789ab' },
    };
    await inSpan(
      'test.ring',
      {},
      () => queues.add('deliverNotice', [entry]),
      `00-${traceId}-00f067aa0ba902b7-01`,
    );
    const delivery = await received(/^test\.delivery$/, traceId);
    const process = await received(/process/, traceId);
    const ring = await received(/^test\.ring$/, traceId);
    const add = await received(/addBulk/i, traceId);
    expect([add.parentSpanId, process.parentSpanId, delivery.parentSpanId]).toEqual([
      ring.spanId,
      add.spanId,
      process.spanId,
    ]);
    expect(seen).toBe(`00-${traceId}-${delivery.spanId}-01`);
    expect(isReceived('Canary failure')).toBe(false);
  });
});

test('nothing is traced while traces are off', async () => {
  await traces.stop();
  expect(queueTelemetry()).toBeUndefined();
});
