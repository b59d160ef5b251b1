import { isDeepStrictEqual } from 'node:util';
import type { LimitRule } from '#domain';

/** What of a row the dates that rest on it were counted by; its words and its end may still be mended. */
function counted({
  clock,
  procedures,
  days,
  dayKind,
  direction,
  extension,
  stopDay,
  warnEarlier,
}: LimitRule) {
  return { clock, procedures, days, dayKind, direction, extension, stopDay, warnEarlier };
}

/**
 * Refuses a table of limits that lacks a row of the one before or counts by it otherwise: ledgers name rows, and their
 * dates would change without an entry.
 * @throws one sentence that names the rows.
 */
export function refuseFalsifiedLimits(before: readonly LimitRule[], after: readonly LimitRule[]): void {
  const isKept = (row: LimitRule) =>
    after.some(
      (each) =>
        each.id === row.id &&
        each.effectiveFrom === row.effectiveFrom &&
        isDeepStrictEqual(counted(each), counted(row)),
    );
  const lost = before
    .filter((row) => !isKept(row))
    .map(({ id, effectiveFrom }) => `${id} (${effectiveFrom})`);
  if (lost.length === 0) return;
  throw new Error(
    `limits.json of this build lacks or counts otherwise ${lost.join(', ')}, which ledgers of the record name: ` +
      'leave the row as it was, give it an end, and add one with its own date of effect.',
  );
}
