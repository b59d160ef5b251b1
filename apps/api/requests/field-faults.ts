import { z } from 'zod';
import type { FieldFault } from '../problems/problem.js';

/** Faults listed at most; a body of a million wrong fields is not answered with a million lines. */
const MOST = 50;

/** What the contract's own rules say, in Vietnamese; the rest comes from zod's translation. */
const OWN_RULES: Record<string, string> = {
  'must be a date that exists, written YYYY-MM-DD': 'phải là một ngày có thật, viết theo dạng NNNN-TT-NN',
  'must not hold a NUL byte': 'không được chứa ký tự NUL',
  'must be well-formed Unicode': 'phải là chữ Unicode hợp lệ',
  'must be an agency code such as so-xd': 'phải là mã cơ quan, ví dụ so-xd',
};

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;

/** Why `value` does not fit, field by field, in both languages. */
export function fieldFaults(schema: z.ZodType, value: unknown): FieldFault[] {
  const issuesIn = (error: typeof english) => schema.safeParse(value, { error }).error?.issues ?? [];
  const inEnglish = issuesIn(english);
  return issuesIn(vietnamese)
    .flatMap((issue, index) => faultsOf(issue, inEnglish[index]?.message ?? issue.message))
    .slice(0, MOST);
}

function faultsOf(issue: z.core.$ZodIssue, en: string): FieldFault[] {
  const message = { vi: OWN_RULES[en] ?? issue.message, en };
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(issue.path), message }];
  return issue.keys.map((key) => ({
    pointer: pointerTo([...issue.path, key]),
    message: { vi: 'không có trường này', en: 'no such field' },
  }));
}

/** JSON Pointer (RFC 6901); long keys are cut, they are not ours. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
