import { SMTPServer } from 'smtp-server';
import { openLines } from '../lines.mjs';

/*
 * The mail server of the stage, a process of its own: a mail is on its disk before the sender hears that it is taken.
 * mail-sink.mjs PORT FILE
 */
const [port, path] = process.argv.slice(2);
const lines = await openLines(path);

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, session, answer) {
    keep(stream, session).then(
      () => answer(null),
      () => answer(new Error('not kept')),
    );
  },
});
server.on('error', () => {});
process.on('disconnect', () => process.exit(0));
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));

async function keep(stream, { envelope }) {
  const chunks = await stream.toArray();
  const text = Buffer.concat(chunks).toString();
  const [, messageId] = /^message-id:\s*(<[^>]*>)/im.exec(text) ?? [];
  const to = envelope.rcptTo.map(({ address }) => address);
  await lines.write({ at: Date.now(), messageId: messageId ?? null, to });
}
