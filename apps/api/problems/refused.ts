import type { Refusal, RefusalKind } from '#domain';

/** HTTP status of each kind of refusal. */
export const REFUSAL_STATUS = {
  forbidden: 403,
  notFound: 404,
  illegal: 409,
  stale: 412,
  invalid: 422,
  keyReused: 422,
} satisfies Record<RefusalKind, number>;

/** The engine's refusal on its way out; the filter turns it into a problem. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
