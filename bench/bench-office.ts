import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#config/env';
import { Database } from '#database';
import type { Role } from '#domain';
import { createStaff } from '#identity';
import { freePort } from '../apps/command-line/ports.js';
import { startPostgres } from '../apps/command-line/postgres-server.js';

const PASSWORD = 'a-password-of-the-bench';
export const AGENCY = 'so-bench';

/** Someone signed in: what they send carries their cookie. */
export type Person = (path: string, body: object, version?: number) => Promise<Response>;

export interface BenchOffice {
  desk: Person;
  officer: Person;
  head: Person;
  stop(): Promise<void>;
}

/** A new PostgreSQL with its real, durable settings, one API process on it, and three people signed in. */
export async function openBenchOffice(): Promise<BenchOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-bench-'));
  const postgres = await startPostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
    logFile: join(folder, 'postgres.log'),
  });
  await furnish(postgres.url);
  const url = `http://127.0.0.1:${await freePort()}`;
  const api = startApi(url, postgres.url, folder);
  await untilReady(url, api);
  return {
    desk: await signIn(url, 'deskOfficer'),
    officer: await signIn(url, 'agencyOfficer'),
    head: await signIn(url, 'agencyHead'),
    async stop() {
      api.kill('SIGTERM');
      await once(api, 'exit');
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function furnish(databaseUrl: string): Promise<void> {
  const database = await Database.connect(databaseUrl, 2);
  await database.migrate();
  await database.rows(`insert into agency (code, name, kind) values
    ('tru-so-tcd', 'Trụ sở Tiếp công dân', 'committee'), ('${AGENCY}', 'Sở Bench', 'department')`);
  for (const role of ['deskOfficer', 'agencyOfficer', 'agencyHead'] as const) {
    const agencyCode = role === 'deskOfficer' ? 'tru-so-tcd' : AGENCY;
    await createStaff(
      { database },
      { name: role, email: emailOf(role), role, agencyCode, password: PASSWORD },
    );
  }
  await database.close();
}

function startApi(url: string, databaseUrl: string, folder: string): ChildProcess {
  const environment = childEnvironment({
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    SECRET_KEY: 'a-secret-key-that-only-the-bench-uses',
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  });
  const script = fileURLToPath(new URL('../apps/api/main.js', import.meta.url));
  return spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function untilReady(url: string, api: ChildProcess): Promise<void> {
  while (api.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The API ended before it was ready.');
}

const emailOf = (role: Role) => `${role.toLowerCase()}@bench.example`;

async function signIn(url: string, role: Role): Promise<Person> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: emailOf(role), password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing in as ${role} answered ${answer.status}.`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return (path, body, version) =>
    fetch(url + path, {
      method: 'POST',
      headers: { ...headers, cookie, ...(version !== undefined && { 'if-match': `"${version}"` }) },
      body: JSON.stringify(body),
    });
}
