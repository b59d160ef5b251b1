import { randomUUID } from 'node:crypto';
import type { Role } from '#domain';
import { createStaff } from '#identity';
import type { Office } from '#petitions';
import type { ApiSettings } from '../../apps/api/office.js';
import { type RunningApi, startApi } from '../../apps/api/start-api.js';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

export const PASSWORD = 'correct horse battery staple';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: specs read the JSON of many routes.
  body: any;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; `raw` is sent as it is. */
  body?: unknown;
  raw?: string | Uint8Array<ArrayBuffer>;
}

/** Someone at a computer: what they send carries their cookie. */
export class Visitor {
  cookie: string | undefined;

  constructor(private readonly url: string) {}

  async call(path: string, { method = 'GET', headers = {}, body, raw }: Call = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...headers,
      },
      body: body === undefined ? (raw ?? null) : JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
    if (cookies.length > 0) this.cookie = cookies.filter((cookie) => !cookie.endsWith('=')).join('; ');
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call(path, { headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call(path, { method: 'POST', body, headers });
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.call(path, { method: 'PATCH', body });
  }

  signIn(email: string, password = PASSWORD): Promise<Answer> {
    return this.post('/api/auth/sign-in/email', { email, password });
  }
}

export interface TestApi extends TestOffice {
  api: RunningApi;
  visitor(): Visitor;
  /** Creates a member of staff and signs them in. */
  staff(role: Role, agencyCode?: string | null): Promise<Visitor & { id: string; email: string }>;
  stop(): Promise<void>;
}

/** An office with its API on a free port, and a database of its own. */
export async function startTestApi(
  settings: Partial<ApiSettings> = {},
  office: Partial<Office> = {},
): Promise<TestApi> {
  const test = await createTestOffice(office);
  const api = await startApi(test.office, {
    host: '127.0.0.1',
    port: 0,
    demo: null,
    webDirectory: null,
    logLevel: 'silent',
    ...settings,
  });
  const visitor = () => new Visitor(api.url);
  return {
    ...test,
    api,
    visitor,
    async staff(role, agencyCode = role === 'deskOfficer' ? DESK : null) {
      const email = `${role}-${randomUUID().slice(0, 8)}@test.example`.toLowerCase();
      const name = `Sample ${role}`;
      const id = await createStaff(test.office, { name, email, role, agencyCode, password: PASSWORD });
      const person = Object.assign(visitor(), { id, email });
      const { status } = await person.signIn(email);
      if (status !== 204) throw new Error(`sign-in answered ${status}`);
      return person;
    },
    async stop() {
      await api.stop();
      await test.close();
    },
  };
}

/** Today as the law counts: in Asia/Ho_Chi_Minh. */
export const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
