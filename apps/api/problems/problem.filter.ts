import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Problem as ProblemView } from '#contract';
import { preferredLanguage } from './language.js';
import { Problem } from './problem.js';
import { describeProblem, headersOf, textOf } from './problem-answer.js';
import { databaseCode, recognise } from './recognise.js';
import { describeRefusal } from './refusal-problem.js';
import { Refused } from './refused.js';

/**
 * The one way out for everything that goes wrong: RFC 9457 problems in the reader's language. A fault
 * of ours answers with nothing but a trace id, and is logged without values, bodies or messages.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('api');

  constructor(private readonly adapters: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const response = http.getResponse<object>();
    const language = preferredLanguage(request.headers['accept-language']);
    const adapter = this.adapters.httpAdapter;
    if (adapter.isHeadersSent(response)) return;

    const problem = thrown instanceof Refused ? null : recognise(thrown, request.method === 'GET');
    const view = problem ? describeProblem(problem, language) : describeRefusal(thrown as Refused, language);
    if (!(thrown instanceof Refused || thrown instanceof Problem)) this.record(thrown, view, request.id);

    const headers = { ...headersOf(view, language), ...problem?.details.headers };
    for (const [name, value] of Object.entries(headers)) adapter.setHeader(response, name, value);
    adapter.reply(response, textOf(view, request.id), view.status);
  }

  /** Messages of errors may quote what a citizen wrote, so only names, codes and places in the code are kept. */
  private record(thrown: unknown, { status, code }: ProblemView, traceId: string): void {
    const databaseError = databaseCode(thrown);
    if (status < 500 && databaseError === undefined) return;
    const error = thrown instanceof Error ? thrown : new Error('thrown value is not an error');
    const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
    const { constraint, table } = error as { constraint?: string; table?: string };
    this.log.error({ traceId, code, error: error.name, databaseError, constraint, table, places });
  }
}
