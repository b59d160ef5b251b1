import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const ABSENT = '0192f0c1-2345-7abc-8def-0123456789ab';

describe('bad input', () => {
  let office: TestApi;
  let desk: Visitor;
  let administrator: Visitor;

  beforeAll(async () => {
    office = await startTestApi();
    desk = await office.staff('deskOfficer');
    administrator = await office.staff('administrator');
  });
  afterAll(() => office.stop());

  const petition = (fields: object) => ({
    subject: 'Đơn thử',
    channel: 'inPerson',
    receivedOn: today(),
    ...fields,
  });

  test.each([
    ['a date that does not exist', { receivedOn: '2026-02-30' }, '/receivedOn'],
    ['a date in another notation', { receivedOn: '30/01/2026' }, '/receivedOn'],
    ['an unknown kind', { declaredKind: 'khieu-nai' }, '/declaredKind'],
    ['a NUL byte', { subject: 'a\0b' }, '/subject'],
    ['half a character', { subject: 'a\ud800b' }, '/subject'],
    ['nothing but spaces', { subject: ' \n\t ' }, '/subject'],
    ['a missing field', { channel: undefined }, '/channel'],
    ['a text that is too long', { subject: 'x'.repeat(501) }, '/subject'],
    ['a field nobody knows', { state: 'resolved' }, '/state'],
    [
      'a field nobody knows inside another',
      { petitioner: { fullName: 'A', 'a/b~c': 1 } },
      '/petitioner/a~1b~0c',
    ],
    ['a list for an object', { petitioner: [] }, '/petitioner'],
    ['a number for a text', { subject: 12 }, '/subject'],
    ['an unknown agency', { procedure: 'feedback', agencyCode: 'so-khong-co' }, '/agencyCode'],
  ])('%s is refused at its field', async (_name, fields, pointer) => {
    const { status, body } = await desk.post('/api/v1/cases', petition(fields));
    expect(status).toBe(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect(body.errors[0].message).not.toBe('');
  });

  test('leaves nothing behind', async () => {
    expect(await office.office.database.rows('select 1 from cases')).toEqual([]);
    expect(await office.office.database.rows('select 1 from identity.petitioner')).toEqual([]);
    expect(await office.office.database.rows('select 1 from outbox')).toEqual([]);
  });

  test('is explained in Vietnamese, or in English to those who ask for it', async () => {
    const body = petition({ receivedOn: '2026-02-30' });
    const vi = await desk.post('/api/v1/cases', body);
    const en = await desk.post('/api/v1/cases', body, { 'accept-language': 'en' });
    expect(vi.body.errors[0].message).toBe('phải là một ngày có thật, viết theo dạng NNNN-TT-NN');
    expect(en.body.errors[0].message).toBe('must be a date that exists, written YYYY-MM-DD');
    expect([vi.body.code, vi.body.type]).toEqual([en.body.code, en.body.type]);
  });

  test.each([
    ['no JSON', '{"subject": ', 400, 'malformedJson'],
    ['a prototype', '{"__proto__": {"role": "administrator"}}', 400, 'malformedJson'],
    ['text that is not UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 400, 'notUtf8'],
    ['nothing', '', 422, 'invalidBody'],
    ['a list', '[1]', 422, 'invalidBody'],
    ['a number too large for anything', '1e999', 422, 'invalidBody'],
    ['null', 'null', 422, 'invalidBody'],
    ['JSON a hundred thousand levels deep', '['.repeat(1e5) + ']'.repeat(1e5), 422, 'invalidBody'],
    ['objects fifty thousand levels deep', `${'{"a":'.repeat(5e4)}1${'}'.repeat(5e4)}`, 422, 'invalidBody'],
    ['more than a megabyte', JSON.stringify({ subject: 'x'.repeat(1.1e6) }), 413, 'tooLarge'],
  ])('a body with %s is refused', async (_name, raw, status, code) => {
    const answer = await desk.call('/api/v1/cases', { method: 'POST', headers: JSON_TYPE, raw });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/xml', 'nonsense'])(
    'a body of type %s is refused',
    async (type) => {
      const headers = { 'content-type': type };
      const answer = await desk.call('/api/v1/cases', { method: 'POST', headers, raw: 'a=b' });
      expect([answer.status, answer.body.code]).toEqual([415, 'notJson']);
    },
  );

  test.each([
    ['/api/v1/cases?state=resolved', '/state'],
    ['/api/v1/cases?limit=0', '/limit'],
    ['/api/v1/cases?limit=1e9', '/limit'],
    ['/api/v1/cases?limit=25&limit=26', '/limit'],
    ['/api/v1/cases?headline=closed', '/headline'],
    ['/api/v1/cases?q=%00', '/q'],
    ['/api/v1/cases?late=yes', '/late'],
    ['/api/v1/cases?cursor=nonsense', '/cursor'],
    [`/api/v1/cases?cursor=${cursor(['2026-99-99', ABSENT])}`, '/cursor'],
    ['/api/v1/attention?cursor=nonsense', '/cursor'],
    ['/api/v1/notices?cursor=nonsense', '/cursor'],
    ['/api/v1/agencies?q[a]=1', '/q[a]'],
  ])('%s is refused at its parameter', async (path, pointer) => {
    const { status, body } = await desk.get(path);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  test('a cursor whose value PostgreSQL cannot read is refused', async () => {
    for (const value of ['1 January 2026 BC maybe', '2026-11-23 (x)', '0']) {
      const path = `/api/v1/cases?cursor=${cursor([value, ABSENT])}`;
      expect([200, 400]).toContain((await desk.get(path)).status);
    }
    const notAnId = cursor(['2026-11-23', '------------------------------------']);
    expect((await desk.get(`/api/v1/cases?cursor=${notAnId}`)).status).toBe(400);
  });

  test.each([
    ['/api/v1/cases/%00', 404],
    ['/api/v1/cases/1', 404],
    ['/api/v1/cases/%E0%A4%A', 400],
    [`/api/v1/cases/${ABSENT}/resolve-everything`, 404],
    ['/api/v1/nothing', 404],
    ['/api/v2/cases', 404],
    [`/api/v1/tracking/${'0'.repeat(26)}`, 404],
    ['/api/v1/tracking/%00', 404],
    ['/api/v1/demo', 404],
    ['/dev/mailbox', 404],
  ])('%s is a problem too', async (path, expected) => {
    const { status, headers, body } = await desk.get(path);
    expect([status, headers.get('content-type')]).toEqual([
      expected,
      'application/problem+json; charset=utf-8',
    ]);
    expect(body).toMatchObject({ type: expect.stringMatching(/^urn:dan-nguyen:problem:/), status: expected });
    expect(body.instance).toMatch(/^urn:uuid:/);
  });

  test('an agency or person that does not exist is not found', async () => {
    expect((await administrator.patch('/api/v1/agencies/so-khong-co', { name: 'A' })).status).toBe(404);
    expect((await administrator.patch('/api/v1/staff/nobody', { name: 'A' })).status).toBe(404);
    expect((await administrator.patch('/api/v1/agencies/%00', { name: 'A' })).status).toBe(404);
  });

  test('an address longer than any of ours is refused', async () => {
    const { status, body } = await desk.get(`/api/v1/cases/${'x'.repeat(5000)}`);
    expect([status, body.code]).toEqual([414, 'addressTooLong']);
  });

  test('half a request does not hurt anybody', async () => {
    const { hostname, port } = new URL(office.api.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.end('GET /api/v1/cases HTTP/1.1\r\n\0\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await desk.get('/api/v1/me')).status).toBe(200);
  });
});

function cursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}
