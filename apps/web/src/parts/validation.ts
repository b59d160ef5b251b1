import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { Problem } from '#contract';
import { ApiError } from '../api/client';

type FieldErrors = Record<string, string>;

/**
 * Holds what was filled in against a schema of the contract, before it is sent.
 * @returns a sentence for each field that is wrong, by its path such as `petitioner.fullName`.
 */
export function errorsOf(schema: z.ZodType, body: unknown, t: TFunction): FieldErrors {
  const result = schema.safeParse(body);
  if (result.success) return {};
  return Object.fromEntries(
    result.error.issues.map((issue) => [
      issue.path.join('.'),
      isEmpty(body, issue.path) ? t('validation.required') : sentenceOf(issue, t),
    ]),
  );
}

function isEmpty(body: unknown, path: PropertyKey[]) {
  const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], body);
  return value === undefined || value === null || value === '';
}

function sentenceOf(issue: z.core.$ZodIssue, t: TFunction) {
  if (issue.code === 'too_big') return t('validation.tooLong', { max: String(issue.maximum) });
  if (issue.code === 'too_small' && Number(issue.minimum) > 1)
    return t('validation.tooShort', { min: String(issue.minimum) });
  // What is left of a text of spaces is nothing.
  return t(issue.code === 'too_small' ? 'validation.required' : 'validation.invalid');
}

/** What the server found wrong with the fields, by their path. */
export function serverErrorsOf(error: unknown): FieldErrors {
  const found: Problem['errors'] = error instanceof ApiError ? error.problem?.errors : undefined;
  return Object.fromEntries(
    (found ?? []).map(({ pointer, message }) => [pointer.replace(/^#?\//, '').replaceAll('/', '.'), message]),
  );
}
