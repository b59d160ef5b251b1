import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '#config/env';
import type { Role } from '#domain';
import { createStaff } from '#identity';
import { freePort } from '../../../apps/command-line/ports.js';
import { createTestOffice, DESK, type TestOffice } from '../../support/office.js';
import { AGENCIES } from './bodies.js';
import type { Person } from './calls.js';

const PASSWORD = 'correct horse battery staple';
const API = 'dist/apps/api/main.js';

/** One record, two API processes in front of it, and people who are signed in. */
export interface Offices {
  house: TestOffice;
  urls: string[];
  people: Person[];
  stop(): Promise<void>;
}

/** @throws when an API process does not serve; nothing of it is left behind. */
export async function openOffices(): Promise<Offices> {
  const house = await createTestOffice();
  const ports = [await freePort(), await freePort()];
  const processes = ports.map((port) => startApi(house, port));
  const ended = processes.map((api) => once(api, 'exit'));
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const stop = async () => {
    for (const api of processes) api.kill('SIGTERM');
    await Promise.all(ended);
    await house.close();
  };
  try {
    await Promise.all(urls.map(answers));
    return { house, urls, people: await hire(house, urls[0]!), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Two clerks, the overseers and, in each agency, an officer and the head; all are signed in. */
async function hire(house: TestOffice, url: string): Promise<Person[]> {
  for (const agency of AGENCIES) await house.addAgency(agency);
  const staff: [Role, string | null][] = [
    ['deskOfficer', DESK],
    ['deskOfficer', DESK],
    ['coordinationOffice', null],
    ['supervisor', null],
    ...AGENCIES.flatMap((agency): [Role, string][] => [
      ['agencyOfficer', agency],
      ['agencyHead', agency],
    ]),
  ];
  const people: Person[] = [];
  for (const [role, agencyCode] of staff) people.push(await signIn(house, url, role, agencyCode));
  return people;
}

function startApi({ url, office }: TestOffice, port: number): ChildProcess {
  const env = childEnvironment({
    DATABASE_URL: url,
    SECRET_KEY: office.secretKey,
    PORT: `${port}`,
    DEMO: 'off',
    LOG_LEVEL: 'silent',
  });
  return spawn(process.execPath, [API], { env, stdio: 'ignore' });
}

/** @throws when the process does not serve within a minute. */
async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (
      await fetch(`${url}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer: is dist built?`);
}

async function signIn(
  house: TestOffice,
  url: string,
  role: Role,
  agencyCode: string | null,
): Promise<Person> {
  const email = `${role}-${randomUUID().slice(0, 8)}@test.example`.toLowerCase();
  const id = await createStaff(house.office, {
    name: `Sample ${role}`,
    email,
    role,
    agencyCode,
    password: PASSWORD,
  });
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (answer.status !== 204) throw new Error(`sign-in answered ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { id, role, agencyCode, cookie };
}
