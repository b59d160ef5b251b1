import { createTransport } from 'nodemailer';

interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Stable, so that a mail sent twice after a crash is seen to be one. */
  messageId: string;
}

export interface Mailer {
  /**
   * Hands a mail to the server.
   * @throws MailFailure when the server has not taken it.
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Why a mail was not taken. `isFinal`: the server refuses this very mail and will do so again. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  constructor(
    message: string,
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}

/** How many mails one process hands over at once. */
export const MAIL_LANES = 5;

/** No attempt takes longer; the lease of a notice outlasts it, so that no other worker sends meanwhile. */
const SEND_MILLISECONDS = 45_000;

/** A server that does not answer is left in peace for so long, so that ten thousand mails do not each wait for it. */
const REST_MILLISECONDS = 10_000;

/**
 * Opens a pool of connections to a mail server; connects when the first mail is sent.
 * @param smtpUrl `smtp://` or `smtps://` address, with user and password if the server wants them.
 * @param from what the reader sees as the sender.
 */
export function openMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: MAIL_LANES,
    // A mail cut off in the middle is ours to send again, by the ledger.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  let rest = { until: 0, reason: '' };
  return {
    async send(mail) {
      if (performance.now() < rest.until) throw new MailFailure(rest.reason, false);
      try {
        await transport.sendMail({
          ...mail,
          from,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(SEND_MILLISECONDS),
        });
      } catch (error) {
        const failure = failureOf(error as SmtpError);
        if (!isAboutThisMail(error as SmtpError)) {
          rest = { until: performance.now() + REST_MILLISECONDS, reason: failure.message };
        }
        throw failure;
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

function isAboutThisMail({ code }: SmtpError): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function failureOf(error: SmtpError): MailFailure {
  const isFinal = isAboutThisMail(error) && (error.responseCode ?? 0) >= 500;
  return new MailFailure(`${error.code ?? error.name}: ${error.message}`.slice(0, 500), isFinal);
}
