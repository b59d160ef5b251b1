import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStaff } from '#identity';
import { startTestApi, type TestApi } from './test-api.js';

describe('pages', () => {
  let directory: string;
  let office: TestApi;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-web-'));
    await mkdir(join(directory, 'assets'));
    await mkdir(join(directory, 'mailbox'));
    await writeFile(join(directory, 'index.html'), '<!doctype html><title>Dân Nguyện</title>');
    await writeFile(join(directory, 'assets/main-abc.js'), 'export {}');
    await writeFile(
      join(directory, 'mailbox', '1764000000000-0192f0c1-2345-7abc-8def-0123456789ab.json'),
      mail(),
    );
    office = await startTestApi({
      webDirectory: directory,
      demo: { password: 'demo-password', dataDirectory: directory },
    });
  });
  afterAll(async () => {
    await office.stop();
    await rm(directory, { recursive: true });
  });

  function mail(): string {
    return JSON.stringify({
      id: '1764000000000-0192f0c1-2345-7abc-8def-0123456789ab',
      receivedAt: '2026-11-23T01:02:03.000Z',
      from: 'a@test.example',
      to: 'b@test.example',
      subject: 'Đơn <script>alert(1)</script>',
      text: 'Nội dung & "chữ"',
      messageId: '<1@test.example>',
    });
  }

  test('are one document, whatever the address', async () => {
    for (const path of ['/', '/cases/1', '/theo-doi/0123456789ABCDEFGHJKMNPQRS']) {
      const { status, headers, body } = await office.visitor().get(path);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(body).toContain('Dân Nguyện');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  test('load their built files from a cache that keeps them', async () => {
    const { status, headers } = await office.visitor().get('/assets/main-abc.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  test('never stand in for a missing address of the API', async () => {
    for (const path of ['/api/v1/nothing', '/api', '/health/nothing', '/dev/nothing']) {
      const { status, headers } = await office.visitor().get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(headers.get('content-type')).toContain('problem+json');
    }
  });

  test('give out nothing above their directory', async () => {
    for (const path of [
      '/assets/..%2f..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/../../x',
    ]) {
      expect(JSON.stringify((await office.visitor().get(path)).body)).not.toContain('root:');
    }
  });

  test('of the demo name its sign-ins', async () => {
    const staff = {
      name: 'Cán bộ mẫu',
      role: 'supervisor' as const,
      agencyCode: null,
      password: 'demo-password',
    };
    await createStaff(office.office, { ...staff, email: 'giam-sat@demo.dan-nguyen.example' });
    await createStaff(office.office, { ...staff, email: 'real.person@test.example' });
    const { body } = await office.visitor().get('/api/v1/demo');
    expect(body).toEqual({
      demo: true,
      password: 'demo-password',
      accounts: [
        {
          email: 'giam-sat@demo.dan-nguyen.example',
          name: 'Cán bộ mẫu',
          role: 'supervisor',
          agencyName: null,
        },
      ],
    });
  });

  test('of the demo show its mail, as text', async () => {
    const page = await office.visitor().get('/dev/mailbox');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('Đơn &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.body).not.toContain('<script>');
    const { body } = await office.visitor().get('/dev/mailbox', { accept: 'application/json' });
    expect(body.items).toEqual([JSON.parse(mail())]);
  });

  test('describe the API and need nothing from elsewhere', async () => {
    const { status, body } = await office.visitor().get('/api/docs');
    expect(status).toBe(200);
    expect(body).not.toMatch(/(src|href)=["']https?:/);
    expect((await office.visitor().get('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect((await office.visitor().get('/api/v1/openapi.json')).body.openapi).toBe('3.1.0');
  });
});
