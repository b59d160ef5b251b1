import { createTransport } from 'nodemailer';
import type { ParkReason } from '#contract';

export interface Mail {
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
  /** True for a while after the server did not answer: it is left in peace. */
  isResting(): boolean;
  /** How many mails a minute all workers together may send; null for no limit. */
  readonly perMinute: number | null;
  close(): void;
}

/** Why a mail was not taken, in codes: what servers say in words names addresses. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  constructor(
    message: string,
    readonly reason: ParkReason,
  ) {
    super(message);
  }
}

/** How many mails one process hands over at once. */
export const MAIL_LANES = 5;

/** No attempt takes longer; the lease of a notice outlasts it, so that no other worker sends meanwhile. */
const SEND_MILLISECONDS = 45_000;

/** A server that does not answer is left in peace, first for so long and each time for longer. */
const REST_MILLISECONDS = { first: 5_000, longest: 60_000 };

/**
 * Opens a pool of connections to a mail server; connects when the first mail is sent.
 * @param smtpUrl `smtp://` or `smtps://` address, with user and password if the server wants them.
 * @param from what the reader sees as the sender.
 * @param perMinute how many mails a minute all workers together may send; null for no limit.
 */
export function openMailer(smtpUrl: string, from: string, perMinute: number | null = null): Mailer {
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
  const rest = new Rest();
  return {
    perMinute,
    isResting: () => rest.isOn(),
    async send(mail) {
      try {
        const headers = { 'Auto-Submitted': 'auto-generated' };
        const signal = AbortSignal.timeout(SEND_MILLISECONDS);
        await transport.sendMail({ ...mail, from, headers, signal });
        rest.end();
      } catch (error) {
        const failure = failureOf(error as SmtpError);
        if (failure.reason === 'mailServerAway' && !isAboutThisMail(error as SmtpError)) rest.begin();
        throw failure;
      }
    },
    close: () => transport.close(),
  };
}

/** The peace a server is left in: twice as long each time it turns out to be away still. */
class Rest {
  private until = 0;
  private length = 0;

  isOn(): boolean {
    return performance.now() < this.until;
  }

  begin(): void {
    // Mails that fail together are one failure.
    if (this.isOn()) return;
    const { first, longest } = REST_MILLISECONDS;
    this.length = Math.min(longest, Math.max(first, 2 * this.length));
    this.until = performance.now() + this.length;
  }

  end(): void {
    this.until = 0;
    this.length = 0;
  }
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

function isAboutThisMail({ code }: SmtpError): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

/** Codes alone: of the connection, of the answer (`550`) and its class (`5.1.1`, RFC 3463). */
function failureOf(error: SmtpError): MailFailure {
  const isFinal = isAboutThisMail(error) && (error.responseCode ?? 0) >= 500;
  const connection = /\bE[A-Z]{4,}\b/.exec(error.message)?.[0];
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(error.message)?.[0];
  const codes = new Set([error.code ?? error.name, connection, error.responseCode, status].filter(Boolean));
  return new MailFailure([...codes].join(' '), isFinal ? 'mailRefused' : 'mailServerAway');
}
