import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

const headersOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers;

/**
 * Version that the caller has seen, from `If-Match: "7"`; the mark of a weak tag, which proxies that compress
 * put before it, is passed over. A wildcard is refused: it would let a change through that nobody has looked at.
 */
export function readVersion(header: string | undefined): number {
  if (header === undefined) throw new Problem('versionMissing');
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (version === undefined) throw invalidHeader('If-Match', 'phải có dạng "7"', 'must be written "7"');
  return Number(version);
}

/** Key under which a repeated request is answered with the first answer; null when none is given. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && /^[\x21-\x7e]{8,200}$/.test(header)) return header;
  throw invalidHeader(
    'Idempotency-Key',
    'phải dài 8 đến 200 ký tự ASCII nhìn thấy được',
    'must be 8 to 200 visible ASCII characters',
  );
}

function invalidHeader(name: string, vi: string, en: string): Problem {
  return new Problem('invalidHeader', { errors: [{ pointer: `/${name}`, message: { vi, en } }] });
}

/** Parameter of a handler: the demanded `If-Match` as a version number. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readVersion(headersOf(context)['if-match']),
);

/** Parameter of a handler: the optional `Idempotency-Key`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readIdempotencyKey(headersOf(context)['idempotency-key']),
);

/**
 * What the engine needs to recognise a repeated request: its key, and a digest of what it asks.
 * @param request the command with its checked body, so that spaces and the order of fields don't matter.
 */
export function idempotency(key: string | null, request: unknown) {
  if (key === null) return undefined;
  return { key, requestHash: createHash('sha256').update(JSON.stringify(request)).digest('hex') };
}
