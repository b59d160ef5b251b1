import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A mail that the demo's own mail server received. */
export interface MailboxMessage {
  id: string;
  /** RFC 3339, UTC. */
  receivedAt: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

const MESSAGE_FILE = /^\d{13}-[0-9a-f-]{36}\.json$/;

/**
 * The newest mails of the demo mailbox, newest first.
 * @param dataDir the application's data directory; without a mailbox in it there are no mails.
 */
export async function readMailbox(dataDir: string, most = 200): Promise<MailboxMessage[]> {
  const directory = mailboxOf(dataDir);
  const names = await readdir(directory).catch(() => []);
  const newest = names
    .filter((name) => MESSAGE_FILE.test(name))
    .sort()
    .slice(-most)
    .reverse();
  const messages = await Promise.all(newest.map((name) => readMessage(join(directory, name))));
  return messages.filter((message) => message !== null);
}

/** Keeps a mail. It is written aside and renamed, so that no reader meets half a file. */
export async function keepMessage(dataDir: string, mail: Omit<MailboxMessage, 'id' | 'receivedAt'>) {
  const receivedAt = new Date();
  const id = `${receivedAt.getTime()}-${randomUUID()}`;
  const directory = mailboxOf(dataDir);
  await mkdir(directory, { recursive: true });
  const message: MailboxMessage = { id, receivedAt: receivedAt.toISOString(), ...mail };
  const unfinished = join(directory, `${id}.part`);
  await writeFile(unfinished, JSON.stringify(message, null, 2), { mode: 0o600 });
  await rename(unfinished, join(directory, `${id}.json`));
}

function mailboxOf(dataDir: string): string {
  return join(dataDir, 'mailbox');
}

/** @returns null for a file that somebody else damaged or removed meanwhile. */
async function readMessage(file: string): Promise<MailboxMessage | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as MailboxMessage;
  } catch {
    return null;
  }
}
