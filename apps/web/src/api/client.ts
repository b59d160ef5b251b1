import type { Problem } from '#contract';

const BASE = '/api/v1';

/** A request that did not succeed. `status` is 0 when no answer came back at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
  }
}

let skew = 0;

/** The server's clock in milliseconds: the clock of a computer at a desk may be wrong. */
export const serverNow = () => Date.now() + skew;

type Query = Record<string, string | number | boolean | undefined>;

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Sends one request to the API and answers with the body.
 * @throws ApiError with the server's problem (RFC 9457), or status 0 when it could not be reached.
 */
export function request<Answer>(path: string, options: Request = {}): Promise<Answer> {
  return send<Answer>(`${BASE}${path}${queryText(options.query)}`, options);
}

/** As `request`, for a full path outside the versioned API (sign-in). */
export async function send<Answer>(url: string, options: Request): Promise<Answer> {
  const response = await reach(url, options);
  const date = Date.parse(response.headers.get('date') ?? '');
  if (Number.isFinite(date)) skew = date - Date.now();
  const text = await response.text();
  const answer: unknown = isJson(response) && text ? JSON.parse(text) : null;
  if (!response.ok) throw new ApiError(response.status, asProblem(answer));
  return answer as Answer;
}

async function reach(url: string, { method = 'GET', body, headers, signal }: Request): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': document.documentElement.lang,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, null);
  }
}

function isJson(response: Response) {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '');
}

function asProblem(answer: unknown): Problem | null {
  return answer !== null && typeof answer === 'object' && 'title' in answer ? (answer as Problem) : null;
}

function queryText(query: Query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}
