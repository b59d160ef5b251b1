import { workingCalendar } from '../calendar/index.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate, Procedure } from '../vocabulary.js';
import { conclude } from './conclude.js';
import { extensionsAllowed, ruleOf } from './find-limit.js';
import type { Derivation, LedgerEntry } from './ledger.js';
import { allowedDays, currentEnd, type Reading } from './reading.js';
import { readStandstill } from './standstill.js';

type Found = Extract<LedgerEntry, { type: 'complexityFound' }>;

/**
 * Replays the ledger of one clock: due date, and the reasons line by line. Pure; the same ledger, policy and
 * procedure always give the same answer.
 *
 * The event's own day is not counted. Working-day limits skip weekends and days off for every day; calendar-day
 * limits skip nothing and shift only the final day. Ceilings and extensions are counted from the start. An
 * extension beyond what the law allows has no effect, nor has an entry after the clock was met or cancelled. Time of
 * suspension, and in a denunciation of expertise, is not counted; where both overlap it is taken out once.
 * (Bộ luật Dân sự art. 144-148.)
 *
 * @param ledger begins with `started`; else an Error is thrown, as when the policy lacks the rule.
 * @param procedure the course the clock runs under; it picks the article a pause rests on.
 */
export function replay(ledger: readonly LedgerEntry[], policy: Policy, procedure: Procedure): Derivation {
  const reading = begin(ledger[0], policy, procedure);
  for (const entry of ledger.slice(1)) {
    if (entry.type === 'met' || entry.type === 'cancelled') break;
    read(reading, entry);
  }
  return conclude(reading);
}

function begin(first: LedgerEntry | undefined, policy: Policy, procedure: Procedure): Reading {
  if (first?.type !== 'started') throw new Error('The ledger of a clock begins with the entry "started"');
  const rule = ruleOf(policy, first.ruleId, first.ruleFrom);
  const { dayKind, startEvent, article } = rule;
  const params = { days: rule.days.base, dayKind, startEvent, on: first.on, ruleId: rule.id };
  return {
    rule,
    procedure,
    calendar: workingCalendar(policy.calendar),
    startedOn: first.on,
    complexity: 'none',
    remote: false,
    extensions: 0,
    runs: [{ after: first.on, through: null }],
    holds: new Set(),
    steps: [{ code: 'counted', params, source: article }],
  };
}

function read(reading: Reading, entry: LedgerEntry): void {
  readStandstill(reading, entry);
  if (entry.type === 'complexityFound') findComplexity(reading, entry);
  if (entry.type === 'extended') extend(reading, entry.on);
}

/** A finding shows in the reasons of a clock only where it changes the limit or opens an extension. */
function findComplexity(reading: Reading, { on, complexity, remote }: Found): void {
  const { rule } = reading;
  const before = allowedDays(reading);
  const extensionsBefore = extensionsAllowed(rule, reading.complexity);
  Object.assign(reading, { complexity, remote });
  const days = allowedDays(reading);
  if (days === before && extensionsAllowed(rule, complexity) === extensionsBefore) return;
  reading.steps.push({
    code: 'complexity',
    params: { on, complexity, remote: remote ? 1 : 0, days, dayKind: rule.dayKind },
    source: rule.article,
  });
}

function extend(reading: Reading, on: LegalDate): void {
  const { rule } = reading;
  if (!rule.extension || reading.extensions >= extensionsAllowed(rule, reading.complexity)) return;
  const before = currentEnd(reading);
  const late = before !== null && on > before.due ? 1 : 0;
  reading.extensions += 1;
  const { days } = rule.extension;
  reading.steps.push({
    code: 'extended',
    params: { on, days, total: allowedDays(reading), dayKind: rule.dayKind, late },
    source: rule.article,
  });
}
