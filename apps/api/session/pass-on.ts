import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_ADDRESS_HEADER, type SignIn } from '#identity';
import { Problem, type ProblemCode } from '../problems/problem.js';

/** The sign-in library's codes in ours. */
const CODES: Record<string, ProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongCredentials',
  INVALID_EMAIL: 'wrongCredentials',
  INVALID_PASSWORD: 'wrongPassword',
  staffInactive: 'staffInactive',
};

/**
 * Lets the sign-in library answer a request and passes its cookies on. Of what the client sent it gets
 * the checked body and the cookie only; the address is the connection's.
 * @throws Problem when the library refuses.
 */
export async function passOn(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  body: object,
): Promise<void> {
  const headers = new Headers({
    'content-type': 'application/json',
    'user-agent': request.headers['user-agent'] ?? '',
    [CLIENT_ADDRESS_HEADER]: request.ip,
  });
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  const url = new URL(request.url, 'http://localhost');
  const answer = await signIn.handle(
    new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  if (!answer.ok) throw await refusalOf(answer);
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
}

async function refusalOf(answer: Response): Promise<Problem> {
  if (answer.status === 429) {
    const seconds = answer.headers.get('x-retry-after') ?? '60';
    return new Problem('tooManyTries', { headers: { 'retry-after': seconds } });
  }
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  return new Problem(CODES[code ?? ''] ?? (answer.status < 500 ? 'badRequest' : 'unavailable'));
}
