import { Agent, request } from 'node:http';

/** A request of a client and what came of it, on the clock of the process that sent it. */
export interface Call {
  /** `register`, `read` or a command. */
  name: string;
  /** The case; for a registration, the one that the answer names. */
  caseId: string;
  actorId: string;
  role: string;
  /** Words in the body that no other request carries, except its repeats. */
  mark: string;
  /** How many acts it asks for: a registration may classify and assign at once. */
  acts: number;
  /** Version in `If-Match`; null where there is none. */
  seen: number | null;
  /** Idempotency-Key; null where there is none. */
  key: string | null;
  sentAt: number;
  answeredAt: number;
  /** HTTP status; 0 when the connection broke and nobody knows what became of it. */
  status: number;
  /** The answer, byte by byte. */
  text: string;
}

export interface Person {
  id: string;
  role: string;
  agencyCode: string | null;
  cookie: string;
}

const agent = new Agent({ keepAlive: true });

/**
 * Nobody knows what became of it: the connection broke, or the server had no time for it (503). Whoever asked may send
 * it again under the same key.
 */
export const isUnanswered = ({ status }: { status: number }) => status === 0 || status === 503;

/** Sends one request. @returns status and text; status 0 for a connection that broke. */
export function send(
  url: string,
  { cookie }: Person,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: object | undefined },
): Promise<{ status: number; text: string }> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const broken = () => resolve({ status: 0, text: '' });
    const sending = request(
      url,
      {
        agent,
        method,
        headers: {
          cookie,
          ...headers,
          ...(payload === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', broken);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sending.on('error', broken);
    sending.end(payload);
  });
}

/** Lets go of the connections that are kept open. */
export function hangUp(): void {
  agent.destroy();
}
