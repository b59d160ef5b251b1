import { daysBetween, workingCalendar } from '../calendar/index.js';
import { calendarOf, type Policy } from '../policy/policy.js';
import type { LegalDate, Procedure } from '../vocabulary.js';
import { conclude } from './conclude.js';
import { extensionsAllowed } from './find-limit.js';
import type { Derivation, DerivationStep, LedgerEntry } from './ledger.js';
import { asCorrected, editionOf, ruleOfLedger, startOf } from './read-ledger.js';
import { allowedDays, currentEnd, type Reading } from './reading.js';
import { readStandstill } from './standstill.js';

type Found = Extract<LedgerEntry, { type: 'complexityFound' }>;

/** The last answer for each ledger, which never changes: one command asks several times. */
const answers = new WeakMap<
  readonly LedgerEntry[],
  { policy: Policy; procedure: Procedure; derivation: Derivation }
>();

/**
 * Replays the ledger of one clock: due date, and the reasons line by line. Pure; the same ledger, policy and
 * procedure always give the same answer.
 *
 * The event's own day is not counted. Working-day limits skip weekends and days off for every day; calendar-day
 * limits skip nothing and shift only the final day. Ceilings and extensions are counted from the start. An
 * extension beyond what the law allows has no effect, nor has an entry after the clock was met or cancelled, unless it
 * was reopened. Time of suspension, and in a denunciation of expertise, is not counted; where both overlap it is taken
 * out once. Counted under the rule and the calendar edition that the ledger itself names.
 * (Bộ luật Dân sự art. 144-148.)
 *
 * @param ledger begins with `started`; else an Error is thrown, as when the policy lacks the rule or the edition.
 * @param procedure the course the clock runs under; it picks the article a pause rests on.
 */
export function replay(ledger: readonly LedgerEntry[], policy: Policy, procedure: Procedure): Derivation {
  const known = answers.get(ledger);
  if (known?.policy === policy && known.procedure === procedure) return known.derivation;
  const derivation = readLedger(ledger, policy, procedure);
  answers.set(ledger, { policy, procedure, derivation });
  return derivation;
}

function readLedger(ledger: readonly LedgerEntry[], policy: Policy, procedure: Procedure): Derivation {
  const entries = asCorrected(ledger);
  const reading = begin(entries, policy, procedure);
  const reopening = entries.findLastIndex(({ type }) => type === 'reopened');
  for (let index = 1; index < entries.length; index += 1) {
    const entry = entries[index] as LedgerEntry;
    if (entry.type === 'met' || (entry.type === 'cancelled' && index > reopening)) break;
    read(reading, entry);
  }
  return conclude(reading);
}

function begin(entries: readonly LedgerEntry[], policy: Policy, procedure: Procedure): Reading {
  const first = startOf(entries);
  const rule = ruleOfLedger(entries, policy);
  const { dayKind, startEvent, article } = rule;
  const params = { days: rule.days.base, dayKind, startEvent, on: first.on, ruleId: rule.id };
  return {
    rule,
    procedure,
    calendar: workingCalendar(calendarOf(policy, editionOf(entries))),
    startedOn: first.on,
    complexity: 'none',
    remote: false,
    extensions: 0,
    shifted: 0,
    runs: [{ after: first.on, through: null }],
    holds: new Set(),
    steps: [{ code: 'counted', params, source: article }],
  };
}

function read(reading: Reading, entry: LedgerEntry): void {
  readStandstill(reading, entry);
  if (entry.type === 'complexityFound') findComplexity(reading, entry);
  if (entry.type === 'extended') extend(reading, entry.on);
  const remark = remarkOn(entry);
  if (remark) reading.steps.push(remark);
}

/** What a reader is told of an entry that changes how the whole ledger is counted. */
function remarkOn(entry: LedgerEntry): DerivationStep | null {
  const { type: code, on } = entry;
  if (code === 'corrected') {
    // The reason is a person's own words: it stays in the history, for those who may read the case.
    const { was, is } = entry;
    return { code, params: { on, was, is }, source: null };
  }
  if (code === 'calendarChanged')
    return { code, params: { on, edition: entry.calendarEdition }, source: null };
  if (code === 'ruleChanged') return { code, params: { on, ruleId: entry.ruleId }, source: entry.article };
  return null;
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
  const shiftedEnd = currentEnd(reading, allowedDays(reading, 'shiftedEnd'));
  if (shiftedEnd) reading.shifted += daysBetween(shiftedEnd.nominal, shiftedEnd.due);
  reading.extensions += 1;
  const { days } = rule.extension;
  reading.steps.push({
    code: 'extended',
    params: { on, days, total: allowedDays(reading), dayKind: rule.dayKind, late },
    source: rule.article,
  });
}
