import { type Deadline, extensionRefusal, foundComplexity } from '../deadlines/index.js';
import type { Scope } from './clock-acts.js';
import type { Refusal } from './refusal.js';

/** An extension after the limit would hide lateness; otherwise the law's own conditions hold. */
export function refuseExtension(deadline: Deadline, { situation, legalOn }: Scope): Refusal | null {
  const refusal = extensionRefusal(deadline, foundComplexity(deadline), situation.policy);
  if (refusal) {
    const { code, granted, allowed, article } = refusal;
    return {
      code: `extension.${code}`,
      kind: 'illegal',
      params: { granted, allowed },
      source: article,
      whoCan: [],
    };
  }
  if (deadline.due !== null && legalOn > deadline.due) {
    const params = { on: legalOn, due: deadline.due };
    return {
      code: 'extension.afterLimit',
      kind: 'illegal',
      params,
      source: null,
      whoCan: [],
      pointer: '/on',
    };
  }
  return null;
}
