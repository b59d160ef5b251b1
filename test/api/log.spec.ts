import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today } from './test-api.js';

describe('the log', () => {
  const lines: string[] = [];
  let office: TestApi;

  beforeAll(async () => {
    office = await startTestApi({ logLevel: 'info', logTo: { write: (line) => void lines.push(line) } });
  });
  beforeEach(() => {
    lines.length = 0;
  });
  afterAll(() => office.stop());

  /** The line of a request is written once its answer has left, which its reader may notice first. */
  const written = async (count: number) => {
    while (requests().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    return lines.join('');
  };
  const requests = () =>
    lines
      .map((line) => JSON.parse(line))
      .filter((entry) => entry.req !== undefined || entry.res !== undefined);

  test('has one line per request, and none for health checks', async () => {
    await office.visitor().get('/health/ready');
    await office.visitor().get('/api/v1/agencies?q=secret');
    await written(1);
    expect(requests()).toHaveLength(1);
    expect(requests()[0]).toMatchObject({
      req: { method: 'GET', path: '/api/v1/agencies' },
      res: { statusCode: 401 },
    });
  });

  test('holds no name, password, cookie, query or tracking code', async () => {
    const desk = await office.staff('deskOfficer');
    const petition = {
      subject: 'Secret subject',
      channel: 'post',
      receivedOn: today(),
      petitioner: { fullName: 'Secret Citizen' },
    };
    const { body } = await desk.post('/api/v1/cases', petition);
    await desk.post('/api/v1/cases', { ...petition, channel: 'Secret channel' });
    await desk.get('/api/v1/cases?q=Secret');
    await office.visitor().get(`/api/v1/tracking/${body.trackingCode}`);
    await office.visitor().get(`/api/v1/%74racking/${body.trackingCode}`);
    await office.visitor().get(`/theo-doi/${body.trackingCode}`);
    const text = await written(7);
    for (const secret of ['Secret', 'battery', body.trackingCode, desk.cookie!, desk.email, 'q=']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('/api/v1/tracking/:code');
  });

  test('tells where a fault of ours came from, without what it said', async () => {
    const desk = await office.staff('deskOfficer');
    const { rows } = office.office.database;
    office.office.database.rows = () => Promise.reject(new Error('column "secret" of Secret Citizen'));
    const { status, headers, body } = await desk.get('/api/v1/cases').finally(() => {
      office.office.database.rows = rows;
    });
    expect([status, headers.get('content-type')]).toEqual([500, 'application/problem+json; charset=utf-8']);
    expect(Object.keys(body).sort()).toEqual(['code', 'instance', 'status', 'title', 'traceId', 'type']);
    const fault = lines.map((line) => JSON.parse(line)).find((entry) => entry.traceId === body.traceId);
    expect(fault).toMatchObject({ level: 50, code: 'unexpected', error: 'Error' });
    expect(fault.places[0]).toContain('log.spec');
    expect(lines.join('')).not.toContain('ecret');
  });
});
