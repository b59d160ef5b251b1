import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

describe('commands', () => {
  let office: TestApi;
  let desk: Visitor;
  let officer: Visitor;

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
    desk = await office.staff('deskOfficer');
    officer = await office.staff('agencyOfficer', 'so-xd');
  });
  afterAll(() => office.stop());

  const petition = (fields: object = {}) => ({
    subject: 'Sửa đường vào ấp',
    channel: 'inPerson',
    receivedOn: today(),
    procedure: 'complaintFirst',
    agencyCode: 'so-xd',
    petitioner: { fullName: 'Sample Person' },
    ...fields,
  });
  const register = async (fields: object = {}) => (await desk.post('/api/v1/cases', petition(fields))).body;
  const seen = (version: number) => ({ 'if-match': `"${version}"` });
  const assign = { agencyCode: 'so-xd', receivedByAgencyOn: today() };

  test('begin with registering, which answers with the receipt and where the case is', async () => {
    const { status, headers, body } = await desk.post('/api/v1/cases', petition());
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/cases/${body.caseId}`);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body).toMatchObject({ receivedOn: today(), headline: 'assigned', number: expect.any(String) });
    expect(body.trackingCode).toMatch(/^[0-9A-Z]{26}$/);
    expect(body.due > today()).toBe(true);
    expect((await desk.get(headers.get('location')!)).body.number).toBe(body.number);
    expect((await desk.get(`/api/v1/cases/${body.caseId}/receipt`)).body.trackingCode).toBe(
      body.trackingCode,
    );
  });

  test('name the version seen, and answer with the next one', async () => {
    const { caseId } = await register();
    const before = await officer.get(`/api/v1/cases/${caseId}`);
    const tag = before.headers.get('etag')!;
    expect(tag).toBe(`"${before.body.version}"`);
    const body = { on: today() };
    const answer = await officer.post(`/api/v1/cases/${caseId}/propose-acceptance`, {}, { 'if-match': tag });
    expect([answer.status, answer.body.version]).toEqual([200, before.body.version + 1]);
    expect(answer.headers.get('etag')).toBe(`"${before.body.version + 1}"`);
    const late = await officer.post(`/api/v1/cases/${caseId}/start-verification`, body, { 'if-match': tag });
    expect([late.status, late.body.currentVersion]).toEqual([412, before.body.version + 1]);
  });

  test('are refused without a version, and with one that is not written as a version', async () => {
    const { caseId, version } = await register({ agencyCode: undefined });
    const path = `/api/v1/cases/${caseId}/assign`;
    expect((await desk.post(path, assign)).body.code).toBe('versionMissing');
    expect((await desk.post(path, assign)).status).toBe(428);
    for (const wrong of ['*', '7', '"x"', 'W/1', '"1", "2"', `"${'9'.repeat(30)}"`, '"-1"']) {
      const { status, body } = await desk.post(path, assign, { 'if-match': wrong });
      expect([wrong, status, body.code]).toEqual([wrong, 400, 'invalidHeader']);
    }
    expect((await desk.post(path, assign, seen(999_999_999))).status).toBe(412);
    expect((await desk.post(path, assign, { 'if-match': `W/"${version}"` })).status).toBe(200);
  });

  test('are done once under a key, however often they are sent', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, second] = await Promise.all([
      desk.post('/api/v1/cases', petition(), key),
      desk.post('/api/v1/cases', petition(), key),
    ]);
    const third = await desk.post('/api/v1/cases', petition(), key);
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(new Set([first.body.caseId, second.body.caseId, third.body.caseId]).size).toBe(1);

    const path = `/api/v1/cases/${first.body.caseId}/propose-acceptance`;
    const again = { 'idempotency-key': randomUUID(), ...seen(first.body.version) };
    const one = await officer.post(path, { note: 'đủ điều kiện' }, again);
    const two = await officer.post(path, { note: 'đủ điều kiện' }, again);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body).toEqual(one.body);
  });

  test('are refused under a key that was used for something else', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await desk.post('/api/v1/cases', petition(), key);
    const other = await desk.post('/api/v1/cases', petition({ subject: 'Việc khác' }), key);
    expect([first.status, other.status, other.body.code]).toEqual([201, 422, 'idempotency.keyReused']);
    const path = `/api/v1/cases/${first.body.caseId}/withdraw`;
    const body = { on: today(), scope: 'whole' };
    expect((await desk.post(path, body, { ...key, ...seen(first.body.version) })).status).toBe(422);
  });

  test('take keys of 8 to 200 visible characters only', async () => {
    for (const key of ['short', 'x'.repeat(201), 'has a space']) {
      const answer = await desk.post('/api/v1/cases', petition(), { 'idempotency-key': key });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalidHeader']);
    }
  });

  test('that the state does not allow are refused with the reason, in the language of the reader', async () => {
    const { caseId, version } = await register();
    const path = `/api/v1/cases/${caseId}/start-verification`;
    const inVietnamese = await officer.post(path, { on: today() }, seen(version));
    const inEnglish = await officer.post(
      path,
      { on: today() },
      { ...seen(version), 'accept-language': 'en-GB,en;q=0.9,vi;q=0.1' },
    );
    expect([inVietnamese.status, inEnglish.status]).toEqual([409, 409]);
    expect(inVietnamese.body.code).toBe(inEnglish.body.code);
    expect(inVietnamese.body.detail).not.toBe(inEnglish.body.detail);
    expect(inVietnamese.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(inVietnamese.headers.get('content-language')).toBe('vi');
    const { body } = await officer.get(`/api/v1/cases/${caseId}/commands`);
    const offer = body.items.find(({ command }: { command: string }) => command === 'startVerification');
    expect(offer).toMatchObject({ allowed: false, refusal: { code: inVietnamese.body.code } });
  });

  test('for an agency that does not exist are refused at the field', async () => {
    const { caseId, version } = await register({ agencyCode: undefined });
    const body = { ...assign, agencyCode: 'so-khong-co' };
    const answer = await desk.post(`/api/v1/cases/${caseId}/assign`, body, seen(version));
    expect([answer.status, answer.body.code]).toEqual([422, 'agency.unknown']);
    expect(answer.body.errors[0].pointer).toBe('/agencyCode');
  });

  test('for a case that is not there, or of another office, find nothing', async () => {
    const { caseId, version } = await register();
    await office.addAgency('so-tc');
    const stranger = await office.staff('agencyOfficer', 'so-tc');
    const path = (id: string) => `/api/v1/cases/${id}/propose-acceptance`;
    const absent = await stranger.post(path(randomUUID()), {}, seen(1));
    const foreign = await stranger.post(path(caseId), {}, seen(version));
    expect([absent.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.body.code).toBe(absent.body.code);
    expect((await stranger.post(path('not-an-id'), {}, seen(1))).status).toBe(404);
  });

  test('of a role that may not give them are refused before anything is read', async () => {
    const { caseId, version } = await register();
    const answer = await officer.post(`/api/v1/cases/${caseId}/accept`, { on: today() }, seen(version));
    expect([answer.status, answer.body.code, answer.body.whoCan]).toEqual([403, 'forbidden', ['agencyHead']]);
  });
});
