import type { Role } from '../vocabulary.js';

/**
 * How a refusal reaches the outside: who may not (forbidden), what does not exist for the reader
 * (notFound), an illegal move (illegal), a version that is no longer current (stale), a value that
 * cannot be right (invalid), an idempotency key used for another request (keyReused).
 */
export type RefusalKind = 'forbidden' | 'notFound' | 'illegal' | 'stale' | 'invalid' | 'keyReused';

/** A refusal is a value, never an exception: stable code, reason, legal source and who can. */
export interface Refusal {
  code: string;
  kind: RefusalKind;
  params: Readonly<Record<string, string | number>>;
  source: string | null;
  whoCan: readonly Role[];
  /** JSON Pointer to the field at fault, when one is. */
  pointer?: string;
  currentVersion?: number;
}
