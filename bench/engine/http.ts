import { randomUUID } from 'node:crypto';
import type { Command } from '#domain';
import { type Measured, throughLanes } from '../measure.js';
import { emailOf, PASSWORD } from '../office/bench-office.js';
import { Connection } from '../office/connection.js';
import { FIRST_VERSION, leadThrough, WAY } from '../office/way.js';

/** Cookies of the people who give the commands of the way. */
export type Cookies = Record<'desk' | 'head', string>;

/** Signs them in, once, as they do in the morning. */
export async function signIn(url: string): Promise<Cookies> {
  return {
    desk: await cookieOf(url, emailOf('deskOfficer')),
    head: await cookieOf(url, emailOf('agencyHead')),
  };
}

async function cookieOf(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing in as ${email} answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** Leads the cases of a range through the way over HTTP: cookie, version, key and JSON in every request. */
export async function runHttp(
  url: string,
  cookies: Cookies,
  inFlight: number,
  range: readonly [from: number, to: number],
): Promise<Measured> {
  const free = await Promise.all(Array.from({ length: inFlight }, () => Connection.open(url)));
  try {
    return await throughLanes(inFlight, range, async (place, timed) => {
      const connection = free.pop()!;
      await leadThrough(place, (caseId, version) => timed(() => give(connection, cookies, caseId, version)));
      free.push(connection);
    });
  } finally {
    for (const connection of free) connection.close();
  }
}

async function give(
  connection: Connection,
  cookies: Cookies,
  caseId: string,
  version: number,
): Promise<void> {
  const { by, command } = WAY[version - FIRST_VERSION]!;
  const { type, ...body } = command;
  const headers = {
    cookie: cookies[by],
    'if-match': `"${version}"`,
    'idempotency-key': randomUUID(),
  };
  const answer = await connection.send('POST', `/api/v1/cases/${caseId}/${route(type)}`, headers, body);
  if (answer.status !== 200) throw new Error(`The API answered ${answer.status}: ${answer.body}`);
}

/** `startVerification` as `start-verification`. */
const route = (type: Command['type']) => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
