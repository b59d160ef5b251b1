import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Headers that follow from an answer: `ETag` from its version, `Link` from its next cursor. */
export class AnswerHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { url } = http.getRequest<FastifyRequest>();
    return next.handle().pipe(
      tap((answer: { version?: unknown; nextCursor?: unknown } | null | undefined) => {
        if (typeof answer?.version === 'number') reply.header('etag', `"${answer.version}"`);
        if (typeof answer?.nextCursor === 'string') reply.header('link', nextLink(url, answer.nextCursor));
      }),
    );
  }
}

/** The same address with the next cursor (RFC 8288). */
function nextLink(url: string, cursor: string): string {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('cursor', cursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
