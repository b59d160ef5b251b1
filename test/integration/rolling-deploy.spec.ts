import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStaff } from '#identity';
import { freePort } from '../../apps/command-line/ports.js';
import { PASSWORD, today, Visitor } from '../api/test-api.js';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';
import { createMailServer, until } from '../support/outbox.js';
import {
  buildCommit,
  buildWorkingTree,
  type Release,
  type Running,
  removeRelease,
  run,
} from '../support/release.js';

/** Last commit before the batch door, the new messages and the clock watch. */
const EARLIER = 'de3196c43f5b25d90e72b2fe5379d95e87017c90';

/** How often is rolled forward and back, and how many commands are given; ROLLS=20 COMMANDS=10000 is the full size. */
const ROLLS = Number(process.env.ROLLS ?? 1);
const COMMANDS = Number(process.env.COMMANDS ?? 60);
const CLIENTS = 4;

const earlier = buildCommit(EARLIER);
const whole = earlier ? describe : describe.skip;
if (!earlier)
  console.warn(`Not run: rolling deploy, because this checkout does not hold commit ${EARLIER.slice(0, 7)}.`);

whole('the release before this one and this one together', () => {
  let current: Release;
  let desk: TestOffice;
  let mails: Awaited<ReturnType<typeof createMailServer>>;
  const running = new Map<string, Running>();
  /** Addresses of the APIs that take requests, as a proxy knows them. */
  const addresses: string[] = [];
  let cookie = '';

  beforeAll(async () => {
    current = buildWorkingTree('rolling-deploy');
    desk = await createTestOffice();
    await desk.addAgency('so-xd', { name: 'Sở Xây dựng', email: 'so-xd@test.example' });
    await desk.addStaff('agencyOfficer', 'so-xd');
    await desk.addStaff('coordinationOffice', 'tru-so-tcd');
    mails = await createMailServer();
    await mails.start();
  }, 60_000);
  afterAll(async () => {
    for (const each of running.values()) each.process.kill('SIGKILL');
    await mails[Symbol.asyncDispose]();
    await desk.close();
    removeRelease(current);
  });

  /** Starts API and worker of a release; takes requests once it is ready. */
  async function rollIn(name: string, release: Release): Promise<void> {
    const port = await freePort();
    const settings = {
      DATABASE_URL: desk.url,
      SECRET_KEY: desk.office.secretKey,
      SMTP_URL: mails.url,
      SWEEP_SECONDS: '0.5',
      LOG_LEVEL: 'warn',
      PORT: `${port}`,
    };
    running.set(`${name} api`, run(release, 'api', settings));
    running.set(`${name} worker`, run(release, 'worker', settings));
    const url = `http://127.0.0.1:${port}`;
    let answer = 'nobody answers';
    const isReady = async () => {
      const asked = await fetch(`${url}/health/ready`).catch(() => null);
      if (asked) answer = await asked.text();
      return asked?.status === 200;
    };
    await until(isReady, 60).catch(() => {
      throw new Error(`The ${name} API is not ready: ${answer} ${running.get(`${name} api`)!.output()}`);
    });
    addresses.push(url);
    running.get(`${name} api`)!.process.once('exit', () => remove(url));
  }

  /** The proxy sends nothing more to it, then it is asked to end. */
  async function rollOut(name: string): Promise<void> {
    const leaving = name === 'earlier' ? 0 : addresses.length - 1;
    addresses.splice(leaving, 1);
    await running.get(`${name} api`)!.stop();
    await running.get(`${name} worker`)!.stop();
    running.delete(`${name} api`);
    running.delete(`${name} worker`);
  }

  const remove = (url: string) => {
    if (addresses.includes(url)) addresses.splice(addresses.indexOf(url), 1);
  };

  test('lose nothing, refuse nothing for its version, and tell everybody once', async () => {
    await rollIn('earlier', earlier!);
    cookie = await signIn();
    const clients = startClients();
    for (let roll = 0; roll < ROLLS; roll += 1) {
      await clients.give(COMMANDS / ROLLS / 4);
      await rollIn('current', current);
      await clients.give(COMMANDS / ROLLS / 4);
      await rollOut('earlier');
      await clients.give(COMMANDS / ROLLS / 4);
      await rollIn('earlier', earlier!);
      addresses.reverse();
      await clients.give(COMMANDS / ROLLS / 4);
      await rollOut('current');
    }
    await rollIn('current', current);
    await rollOut('earlier');
    const acknowledged = await clients.finish();

    expect([...clients.errors]).toEqual([]);
    const { database } = desk.office;
    // A job that an earlier worker does not know is rung again after a minute; the test does not wait for it.
    await database.rows(
      `update outbox set ring_after = now() where settled_at is null and ring_after between now() and now() + interval '2 minutes'`,
    );
    await until(
      async () => (await database.rows('select from outbox where settled_at is null')).length === 0,
      60,
    );
    const stored = await database.rows<{ id: string; version: number; acts: number }>(
      `select id, version, (select count(*)::int from history where case_id = cases.id) as acts from cases`,
    );
    const versions = new Map(stored.map(({ id, version }) => [id, version]));
    expect(acknowledged.size).toBeGreaterThanOrEqual(COMMANDS / 2);
    expect([...acknowledged].filter(([id, version]) => versions.get(id) !== version)).toEqual([]);
    expect(stored.length).toBe(acknowledged.size);
    expect(stored.filter(({ version, acts }) => version !== acts)).toEqual([]);
    const notices = await database.rows<{ state: string; n: number }>(
      'select state, count(*)::int as n from notice group by state',
    );
    expect(notices).toEqual([{ state: 'sent', n: expect.any(Number) }]);
    const received = await mails.received();
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(received.length);
  }, 600_000);

  async function signIn(): Promise<string> {
    const email = 'desk@test.example';
    const person = {
      name: 'Sample',
      email,
      role: 'deskOfficer' as const,
      agencyCode: DESK,
      password: PASSWORD,
    };
    await createStaff(desk.office, person);
    const visitor = new Visitor(addresses[0]!);
    await visitor.signIn(email);
    return visitor.cookie!;
  }

  /** Clients that register cases and assign them, each through whichever API is next. */
  function startClients() {
    const errors = new Set<string>();
    const acknowledged = new Map<string, number>();
    let turn = 0;
    let due = 0;
    const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const key = randomUUID();
      for (let tries = 0; ; tries += 1) {
        turn += 1;
        const url = addresses[turn % addresses.length]!;
        const answer = await post(`${url}${path}`, body, { cookie, 'idempotency-key': key, ...headers });
        if (answer && answer.status !== 503) return answer;
        // Nobody there, or on the way out: the same key may be sent again, to whoever is there.
        if (tries > 50) throw new Error('nobody answers');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const registerAndAssign = async () => {
      const petition = {
        subject: 'Đường hỏng',
        channel: 'post',
        receivedOn: today(),
        procedure: 'complaintFirst',
        petitioner: { fullName: 'Sample Person' },
      };
      const registered = await send('/api/v1/cases', petition);
      if (registered.status !== 201)
        return void errors.add(`register: ${registered.status} ${codeOf(registered.text)}`);
      const { caseId, version } = JSON.parse(registered.text);
      acknowledged.set(caseId, version);
      const assign = { agencyCode: 'so-xd', receivedByAgencyOn: today() };
      const assigned = await send(`/api/v1/cases/${caseId}/assign`, assign, { 'if-match': `"${version}"` });
      if (assigned.status !== 200)
        return void errors.add(`assign: ${assigned.status} ${codeOf(assigned.text)}`);
      acknowledged.set(caseId, JSON.parse(assigned.text).version);
    };
    const giveDue = async () => {
      while (due > 0) {
        due -= 2;
        await registerAndAssign();
      }
    };
    const lanes = async () => void (await Promise.all(Array.from({ length: CLIENTS }, giveDue)));
    let underWay = Promise.resolve();
    return {
      errors,
      /** Has so many commands given; half of them while whatever comes next is done. */
      async give(commands: number) {
        due += commands / 2;
        await underWay.then(lanes);
        due += commands / 2;
        underWay = lanes();
      },
      async finish() {
        await underWay;
        return acknowledged;
      },
    };
  }
});

const codeOf = (text: string) => /"code":"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 100);

/** Posts on a connection of its own. @returns null when nobody answered. */
function post(
  url: string,
  body: object,
  headers: Record<string, string>,
): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve) => {
    const options = {
      agent: false,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
    };
    const sent = request(url, options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve(null));
    });
    sent.on('error', () => resolve(null));
    sent.end(JSON.stringify(body));
  });
}
