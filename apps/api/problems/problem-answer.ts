import type { Problem as ProblemView } from '#contract';
import type { Language } from './language.js';
import type { Problem } from './problem.js';

/** A problem of the API itself as RFC 9457 describes it, in one language. */
export function describeProblem(problem: Problem, language: Language): ProblemView {
  const { errors, whoCan } = problem.details;
  return {
    type: `urn:dan-nguyen:problem:${problem.code}`,
    title: problem.title[language],
    status: problem.status,
    code: problem.code,
    ...(whoCan && { whoCan: [...whoCan] }),
    ...(errors && {
      errors: errors.map(({ pointer, message }) => ({ pointer, message: message[language] })),
    }),
  };
}

const RETRY_SECONDS = '5';

/** Headers of every problem; what is only unavailable may be tried again. */
export function headersOf({ status }: ProblemView, language: Language): Record<string, string> {
  return {
    ...(status === 503 && { 'retry-after': RETRY_SECONDS }),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
  };
}

/** The body of an answer; a fault of ours names the line of the log that tells more. */
export function textOf(view: ProblemView, requestId: string): string {
  const trace = view.status >= 500 ? { traceId: requestId } : {};
  return JSON.stringify({ ...view, instance: `urn:uuid:${requestId}`, ...trace });
}
