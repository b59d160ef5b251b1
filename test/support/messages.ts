import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { NoticeOrder } from '#domain';
import { DESK, type TestOffice } from './office.js';

/** A mail as the recipient's server saw it. */
export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

/** A mail server in memory that keeps what it takes in the order of taking. */
export interface MemoryMailServer {
  url: string;
  received: ReceivedMail[];
  stop(): Promise<void>;
}

/** @param refuses addresses that do not exist here: refused for good. */
export async function startMemoryMailServer(refuses: readonly string[] = []): Promise<MemoryMailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      const refusal = Object.assign(new Error(`no box for ${address}`), { responseCode: 550 });
      answer(refuses.includes(address) ? refusal : null);
    },
    onData(stream, session, answer) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      simpleParser(stream, { skipTextToHtml: true }).then(({ subject = '', text = '', messageId = '' }) => {
        received.push({ to, subject, text, messageId });
        answer(null);
      }, answer);
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A message of a case as the door would write it. */
export interface WrittenMessage {
  caseId: string;
  caseNumber: string;
  /** Version of the case at the event; the text of the message says it too. */
  seq: number;
  agencyCode: string | null;
  template?: string;
}

/** Writes many messages into the outbox in one statement. @returns their ids, in order. */
export async function writeMessages(
  test: TestOffice,
  messages: readonly WrittenMessage[],
): Promise<string[]> {
  const rows = messages.map(({ caseId, caseNumber, seq, agencyCode, template = 'deadlineEscalated' }) => {
    const payload: NoticeOrder = {
      template: template as NoticeOrder['template'],
      audience: ['holder'],
      agencyCode,
      deskAgencyCode: DESK,
      params: { caseNumber, clock: 'settle', level: seq },
    };
    return { case_id: caseId, seq, payload };
  });
  const written = await test.office.database.rows<{ id: string }>(
    `insert into outbox (id, case_id, seq, kind, payload)
     select uuidv7(), case_id, seq, 'notice', payload
     from jsonb_to_recordset($1) as m (case_id uuid, seq int, payload jsonb) returning id`,
    [JSON.stringify(rows)],
  );
  return written.map(({ id }) => id);
}

/** Puts cases into the record that exist for their messages alone. @returns their ids and numbers. */
export async function writeCases(
  test: TestOffice,
  count: number,
): Promise<{ caseId: string; caseNumber: string }[]> {
  return test.office.database.rows(
    `insert into cases (id, number, tracking_hash, procedure, procedure_version, state, facts, handling,
       supervision, headline, version, desk_agency_code, channel, subject, policy_version)
     select gen_random_uuid(), 'CM-2026-9' || lpad(i::text, 5, '0'), sha256(('message' || i)::bytea), 'feedback', 1,
       '{}', '{}', 'assigned', 'normal', 'assigned', 1, $1, 'post', 'Nội dung mẫu', 'test'
     from generate_series(1, $2) as i
     returning id as "caseId", number as "caseNumber"`,
    [DESK, count],
  );
}
