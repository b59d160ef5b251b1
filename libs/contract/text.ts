import { z } from 'zod';
import { isLegalDate } from '#domain';

/** A plain date `YYYY-MM-DD` that exists in the calendar: 2026-02-30 is refused. */
export const legalDate = z
  .string()
  .refine(isLegalDate, { error: 'must be a date that exists, written YYYY-MM-DD' })
  .meta({ format: 'date', examples: ['2026-11-23'] });

const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * Trimmed text of 1 to `max` characters in NFC. NUL bytes and halves of characters are refused because
 * PostgreSQL cannot keep them.
 */
export const text = (max: number) =>
  z
    .string()
    .refine((value) => !value.includes('\0'), { error: 'must not hold a NUL byte' })
    .refine((value) => !HALF_A_CHARACTER.test(value), { error: 'must be well-formed Unicode' })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max))
    .meta({ minLength: 1, maxLength: max });

/** Code of an agency, such as `so-xd`. */
export const agencyCode = z
  .string()
  .regex(/^[a-z0-9-]{2,60}$/, { error: 'must be an agency code such as so-xd' });

/** Opaque cursor of a list; take it from the answer before and send it back unchanged. */
export const cursor = z.string().min(1).max(500);

/** How many rows a list answers with. */
export const limit = z.coerce.number().int().min(1).max(100).default(25);

/** Code of a receipt as a person may type it: 26 letters and digits, with or without dashes and spaces. */
export const trackingCode = z.string().regex(/^[0-9A-Za-z -]{26,40}$/);
