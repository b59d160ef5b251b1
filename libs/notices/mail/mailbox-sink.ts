import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { keepMessage } from './mailbox.js';

export interface MailboxSink {
  /** `smtp://` address to send to. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts the demo's mail server on this machine: it takes every mail, keeps it under `DATA_DIR/mailbox` and
 * passes nothing on. The sender is told that a mail is taken only after it is on disk.
 * @param port any free one unless given.
 */
export async function startMailboxSink({
  dataDir,
  port = 0,
}: {
  dataDir: string;
  port?: number;
}): Promise<MailboxSink> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 1_000_000,
    logger: false,
    onData(stream, _session, answer) {
      keep(dataDir, stream).then(
        () => answer(null),
        () => answer(new Error('The mailbox could not keep this message.')),
      );
    },
  });
  // A sender that hangs up in the middle tries again; there is nothing to do about it here.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(dataDir: string, stream: SMTPServerDataStream): Promise<void> {
  const mail = await simpleParser(stream, { skipTextToHtml: true });
  await keepMessage(dataDir, {
    from: mail.from?.text ?? '',
    to: textOf(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    messageId: mail.messageId ?? '',
  });
}

function textOf(addresses: AddressObject | AddressObject[] | undefined): string {
  return [addresses ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}
