import { addCalendarDays } from '../calendar/index.js';
import type { StopDay } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import type { DerivationStep, LedgerEntry } from './ledger.js';
import { EXPERTISE_ARTICLE, pauseArticle, reopeningArticle } from './pause-articles.js';
import { allowedDays, type Hold, latestRun, type Reading, usedDays } from './reading.js';

/** The entries that stop a clock and let it go on, with what holds it in between. */
const STOPS: Partial<Record<LedgerEntry['type'], Hold>> = {
  suspended: 'suspension',
  expertiseRequested: 'expertise',
  cancelled: 'closure',
};
const RETURNS: Partial<Record<LedgerEntry['type'], Hold>> = {
  continued: 'suspension',
  expertiseReturned: 'expertise',
  reopened: 'closure',
};

/**
 * Reads the entries that let a clock stand still: suspension, for a denunciation the time of expertise (Nghị định
 * 31/2019/NĐ-CP art. 15.4), and the time in which a case that was reopened later stood closed. All are counted alike, and time in which several hold is taken out once: the clock goes on
 * when nothing holds it any more. Expertise in another procedure stops nothing, and the reasons say so.
 */
export function readStandstill(reading: Reading, { type, on }: LedgerEntry): void {
  const stop = STOPS[type];
  const back = RETURNS[type];
  if ((stop ?? back) === 'expertise' && reading.procedure !== 'denunciation') {
    if (stop) reading.steps.push({ code: 'expertiseCounted', params: { on }, source: null });
    return;
  }
  if (stop) hold(reading, stop, on);
  if (back) release(reading, back, on);
}

/** Words of the derivation for each hold: what began it and what ended it. */
const SAID = {
  suspension: { stop: 'suspended', back: 'continued' },
  expertise: { stop: 'expertiseRequested', back: 'expertiseReturned' },
  closure: { stop: 'closed', back: 'reopened' },
} as const satisfies Record<Hold, { stop: DerivationStep['code']; back: DerivationStep['code'] }>;

function hold(reading: Reading, cause: Hold, on: LegalDate): void {
  const { holds, rule } = reading;
  if (holds.has(cause)) return;
  const run = latestRun(reading);
  const earliest = run.through ?? run.after;
  const from = on < earliest ? earliest : on;
  run.through ??= lastUsedDay(from, run.after, rule.stopDay);
  holds.add(cause);
  reading.steps.push({
    code: SAID[cause].stop,
    params: { on: from, usedDays: usedDays(reading), dayKind: rule.dayKind },
    source: cause === 'closure' ? null : articleOf(reading, cause, from),
  });
}

/** The last day a run has used when it is stopped on that day. */
export function lastUsedDay(on: LegalDate, after: LegalDate, stopDay: StopDay = 'counts'): LegalDate {
  return stopDay === 'counts' || on === after ? on : addCalendarDays(on, -1);
}

function release(reading: Reading, cause: Hold, on: LegalDate): void {
  const { holds, rule } = reading;
  const { through } = latestRun(reading);
  if (through === null || !holds.delete(cause)) return;
  if (cause === 'closure') holds.clear();
  const after = on < through ? through : on;
  const leftDays = Math.max(0, allowedDays(reading) - usedDays(reading));
  if (holds.size === 0) reading.runs.push({ after, through: null });
  reading.steps.push({
    code: SAID[cause].back,
    params: { on: after, leftDays, dayKind: rule.dayKind, ...(holds.size > 0 && { stillHeld: 1 }) },
    source: articleOf(reading, cause, after),
  });
}

function articleOf({ procedure }: Reading, cause: Hold, on: LegalDate): string | null {
  if (cause === 'closure') return reopeningArticle(procedure);
  return cause === 'expertise' ? EXPERTISE_ARTICLE : pauseArticle(procedure, on);
}
