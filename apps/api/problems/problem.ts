import type { Role } from '#domain';
import { WORDS } from './words.js';

export type ProblemCode = keyof typeof WORDS;

export interface FieldFault {
  /** JSON Pointer (RFC 6901) into the body, or `/name` of a query parameter. */
  pointer: string;
  message: { vi: string; en: string };
}

export interface ProblemDetails {
  errors?: readonly FieldFault[];
  whoCan?: readonly Role[];
  headers?: Readonly<Record<string, string>>;
}

/** A request that cannot be served, as one of the codes this API answers with. */
export class Problem extends Error {
  readonly status: number;
  readonly title: { vi: string; en: string };

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    const { status, vi, en } = WORDS[code];
    this.status = status;
    this.title = { vi, en };
  }
}
