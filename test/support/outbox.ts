import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerBody } from '#contract';
import type { NoticeOrder } from '#domain';
import { readMailbox, startMailboxSink } from '#notices';
import { registerCase } from '#petitions';
import { freePort } from '../../apps/command-line/ports.js';
import { DESK, type TestOffice } from './office.js';

/** A case taken in at the desk on `receivedOn`. @returns its id. */
export async function takeIn(test: TestOffice, receivedOn: string): Promise<string> {
  const desk = await test.addStaff('deskOfficer', DESK);
  const body = registerBody.parse({
    subject: 'Mương thoát nước bị lấp',
    channel: 'inPerson',
    receivedOn,
    backdatingReason: 'Nhập sổ giấy',
    declaredKind: 'feedback',
  });
  const outcome = await registerCase(test.office, desk, body);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.result.caseId;
}

/** Writes a message about a case into the outbox as the door does. @returns its id. */
export async function writeOrder(
  test: TestOffice,
  caseId: string,
  order: Partial<NoticeOrder>,
): Promise<string> {
  const id = randomUUID();
  const payload: NoticeOrder = {
    template: 'caseAssigned',
    audience: ['holder'],
    agencyCode: null,
    deskAgencyCode: DESK,
    params: { caseNumber: 'CM-2026-000001' },
    ...order,
  };
  await test.office.database.rows(
    `insert into outbox (id, case_id, seq, kind, payload) values ($1, $2, 1, 'notice', $3)`,
    [id, caseId, payload],
  );
  return id;
}

export interface TestMailServer {
  url: string;
  /** What has arrived, newest first. */
  received(): ReturnType<typeof readMailbox>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A mail server on a port of its own, not yet started: until it is, connections are refused. */
export async function createMailServer(): Promise<TestMailServer & AsyncDisposable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-mail-'));
  const port = await freePort();
  let sink: Awaited<ReturnType<typeof startMailboxSink>> | null = null;
  const stop = async () => {
    await sink?.close();
    sink = null;
  };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => readMailbox(dataDir),
    async start() {
      sink = await startMailboxSink({ dataDir, port });
    },
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Truthy<Value> = Exclude<Value, null | undefined | false | 0 | ''>;

/** Waits until `look` finds something true. @throws after `seconds`. */
export async function until<Found>(look: () => Promise<Found>, seconds = 10): Promise<Truthy<Found>> {
  const giveUpAt = performance.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found) return found as Truthy<Found>;
    if (performance.now() > giveUpAt) throw new Error(`still not true after ${seconds} s: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
