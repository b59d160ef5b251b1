import { HttpException } from '@nestjs/common';
import { Problem, type ProblemCode } from './problem.js';

const BY_STATUS: Record<number, ProblemCode> = {
  401: 'notSignedIn',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  414: 'addressTooLong',
  415: 'notJson',
  429: 'tooManyTries',
  503: 'unavailable',
};

const BY_SQLSTATE: Record<string, ProblemCode> = {
  '23505': 'alreadyExists',
  '23503': 'unknownReference',
  '23502': 'unstorable',
  '23514': 'unstorable',
  // Two requests stood in each other's way; the same request succeeds when it is sent again.
  '40001': 'unavailable',
  '40P01': 'unavailable',
  '55P03': 'unavailable',
  '57014': 'unavailable',
  // The record takes no writes for now.
  '25006': 'unavailable',
};

/** First two characters of an SQLSTATE: bad values, lost connections, no room, shutting down, a disk that fails. */
const BY_SQLSTATE_CLASS: Record<string, ProblemCode> = {
  '22': 'unstorable',
  '08': 'unavailable',
  '53': 'unavailable',
  '57': 'unavailable',
  '58': 'unavailable',
};

/** SQLSTATE of a connection that failed. */
const LOST = '08006';

/** How the driver says it where it gives no code. */
const LOST_IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/;

const LOST_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * The problem that something thrown stands for. What PostgreSQL says (`detail`, values, statements)
 * never leaves: only its code is read.
 * @param isQuestion the request only asks: a value PostgreSQL cannot take came from the address.
 */
export function recognise(thrown: unknown, isQuestion: boolean): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpException) return fromHttp(thrown);
  const code = databaseFault(thrown) ?? 'unexpected';
  return new Problem(isQuestion && code === 'unstorable' ? 'invalidQuery' : code);
}

function fromHttp(exception: HttpException): Problem {
  const status = exception.getStatus();
  const code = BY_STATUS[status] ?? (status < 500 ? 'badRequest' : 'unexpected');
  const cause = exception.cause as { code?: unknown } | undefined;
  const isSyntax = cause instanceof SyntaxError || cause?.code === 'FST_ERR_CTP_INVALID_JSON_BODY';
  return new Problem(status === 400 && isSyntax ? 'malformedJson' : code);
}

/**
 * SQLSTATE or network code of an error that came from the database; undefined when it did not. Whatever the
 * server ends a connection for counts as a lost connection.
 */
export function databaseCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code, severity } = thrown as { code?: unknown; severity?: unknown };
  if (severity === 'FATAL' || severity === 'PANIC') return LOST;
  if (typeof code === 'string' && (/^[0-9A-Z]{5}$/.test(code) || LOST_CONNECTION.has(code))) return code;
  if (LOST_IN_WORDS.test(thrown.message)) return LOST;
  return databaseCode(thrown.cause);
}

function databaseFault(thrown: unknown): ProblemCode | undefined {
  const code = databaseCode(thrown);
  if (code === undefined) return undefined;
  if (LOST_CONNECTION.has(code)) return 'unavailable';
  return BY_SQLSTATE[code] ?? BY_SQLSTATE_CLASS[code.slice(0, 2)];
}
