import type { Outcome } from '#petitions';
import { Problem } from '../problems/problem.js';
import { Refused } from '../problems/refused.js';

/** What was found, or 404: absent and not for the reader's eyes look the same. */
export async function found<Thing>(search: Promise<Thing | null>): Promise<Thing> {
  const thing = await search;
  if (thing === null) throw new Problem('notFound');
  return thing;
}

/** The result of a command, or its refusal on the way to the filter. */
export async function settled(attempt: Promise<Outcome>) {
  const outcome = await attempt;
  if (!outcome.ok) throw new Refused(outcome.refusal);
  return outcome.result;
}
