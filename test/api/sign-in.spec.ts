import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PASSWORD, startTestApi, type TestApi } from './test-api.js';

describe('sign-in', () => {
  let office: TestApi;
  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd', { name: 'Sở Xây dựng' });
  });
  afterAll(() => office.stop());

  test('gives a cookie that scripts cannot read and answers with no token', async () => {
    const { email } = await office.staff('administrator');
    const answer = await office.visitor().signIn(email.toUpperCase());
    expect(answer.status).toBe(204);
    expect(answer.body).toBe('');
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^dan-nguyen\.session_token=.*; HttpOnly; SameSite=Lax/);
  });

  test('shows the signed-in person with their agency', async () => {
    const officer = await office.staff('agencyOfficer', 'so-xd');
    const { status, body } = await officer.get('/api/v1/me');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: officer.id,
      name: 'Sample agencyOfficer',
      email: officer.email,
      role: 'agencyOfficer',
      agencyCode: 'so-xd',
      agencyName: 'Sở Xây dựng',
      isActive: true,
      demo: false,
    });
  });

  test('answers a wrong password and an unknown person alike', async () => {
    const { email } = await office.staff('supervisor');
    const wrong = await office.visitor().signIn(email, 'not the password');
    const unknown = await office.visitor().signIn('nobody@test.example');
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(wrong.body.code).toBe('wrongCredentials');
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('is refused to a deactivated person, and their running session ends at once', async () => {
    const officer = await office.staff('deskOfficer');
    await office.office.database.rows('update staff set is_active = false where id = $1', [officer.id]);
    expect((await officer.get('/api/v1/me')).status).toBe(401);
    const again = await office.visitor().signIn(officer.email);
    expect([again.status, again.body.code]).toEqual([403, 'staffInactive']);
  });

  test('ends when the session expires', async () => {
    const officer = await office.staff('supervisor');
    await office.office.database.rows(
      `update staff_session set expires_at = now() - interval '1 second' where user_id = $1`,
      [officer.id],
    );
    expect((await officer.get('/api/v1/me')).status).toBe(401);
  });

  test('ends with sign-out, also for a copy of the cookie', async () => {
    const officer = await office.staff('supervisor');
    const copy = office.visitor();
    copy.cookie = officer.cookie;
    expect((await officer.post('/api/auth/sign-out', {})).status).toBe(204);
    expect((await copy.get('/api/v1/me')).status).toBe(401);
  });

  test('refuses a cookie that was tampered with', async () => {
    const { cookie } = await office.staff('supervisor');
    const changed = cookie!.replace(/=./, (start) => (start === '=A' ? '=B' : '=A'));
    const unsigned = cookie!.split('.').slice(0, 2).join('.');
    const broken = ['dan-nguyen.session_token=%E0%A4%A', 'dan-nguyen.session_token=', ';;;=', '\u00ff'];
    for (const attempt of [changed, unsigned, ...broken, `x=${'y'.repeat(8000)}`]) {
      const visitor = office.visitor();
      visitor.cookie = attempt;
      expect([attempt, (await visitor.get('/api/v1/me')).status]).toEqual([attempt, 401]);
    }
  });

  test('has no open registration and no other door of the library', async () => {
    const visitor = office.visitor();
    const person = { name: 'x', email: 'x@test.example', password: PASSWORD, role: 'administrator' };
    expect((await visitor.post('/api/auth/sign-up/email', person)).status).toBe(404);
    expect((await visitor.get('/api/auth/get-session')).status).toBe(404);
    expect((await visitor.post('/api/auth/update-user', { role: 'administrator' })).status).toBe(404);
  });

  test('refuses requests that another site sends', async () => {
    const officer = await office.staff('administrator');
    const fromElsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const answer = await officer.post('/api/auth/sign-out', {}, fromElsewhere);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      403,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await officer.get('/api/v1/me')).status).toBe(200);
  });

  test('lets a person change their password, which ends their other sessions', async () => {
    const officer = await office.staff('supervisor');
    const elsewhere = office.visitor();
    await elsewhere.signIn(officer.email);
    const wrong = { currentPassword: 'not it at all', newPassword: 'another good password' };
    expect((await officer.post('/api/auth/change-password', wrong)).body.code).toBe('wrongPassword');
    const right = { ...wrong, currentPassword: PASSWORD };
    expect((await officer.post('/api/auth/change-password', right)).status).toBe(204);
    expect((await officer.get('/api/v1/me')).status).toBe(200);
    expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
    expect((await office.visitor().signIn(officer.email, right.newPassword)).status).toBe(204);
  });

  test('is slowed down when somebody tries too often', async () => {
    const visitor = office.visitor();
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const body = { email: 'nobody@test.example', password: 'guess' };
    const answers = await Promise.all(
      Array.from({ length: 21 }, () => visitor.post('/api/auth/sign-in/email', body, from)),
    );
    const last = answers.find(({ status }) => status === 429)!;
    expect(last.body.code).toBe('tooManyTries');
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
