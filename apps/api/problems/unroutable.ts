import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from './language.js';
import { Problem } from './problem.js';
import { describeProblem, headersOf, textOf } from './problem-answer.js';

/** Answers an address that the router cannot read, before any filter runs. */
export function answerUnroutable(
  error: { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const problem = new Problem(error.statusCode === 414 ? 'addressTooLong' : 'badRequest');
  const view = describeProblem(problem, language);
  reply.status(view.status).headers(headersOf(view, language)).send(textOf(view, request.id));
}
