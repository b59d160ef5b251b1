import type { CalendarEdition, LedgerEntry, LimitRule, Policy, Procedure } from '#domain';
import { dayNumber, type WallCalendar, wallCalendar } from './wall-calendar.js';

/** What the clerk works with: the table of limits, and every printed calendar by the name of its edition. */
export interface Desk {
  limits: readonly LimitRule[];
  walls: ReadonlyMap<string, WallCalendar>;
}

/** A stretch in which the clock stood still: after the day `from`, up to and including the day `to`. */
export interface Standstill {
  from: number;
  /** null while the clock still stands still. */
  to: number | null;
}

/** The desk of an office under a policy. */
export function deskOf({ limits, editions }: Pick<Policy, 'limits' | 'editions'>): Desk {
  const walls = editions.map((each: CalendarEdition) => [each.edition, wallCalendar(each)] as const);
  return { limits, walls: new Map(walls) };
}

/** The row of the table that was in force on a day; null when the law had none. */
export function ruleInForce(
  limits: readonly LimitRule[],
  clock: string,
  procedure: Procedure,
  on: string,
): LimitRule | null {
  for (const rule of limits) {
    if (rule.clock !== clock || !rule.procedures.includes(procedure)) continue;
    if (on >= rule.effectiveFrom && (rule.effectiveTo === null || on <= rule.effectiveTo)) return rule;
  }
  return null;
}

/** The day on which each entry of the ledger happened: a corrected entry on the day of its last correction. */
export function daysOf(ledger: readonly LedgerEntry[]): number[] {
  const days = ledger.map(({ on }) => on);
  for (const entry of ledger) if (entry.type === 'corrected') days[entry.entry] = entry.is;
  return days.map(dayNumber);
}

/**
 * The row of the table that the ledger is counted under. A transition rule of a new law (Luật 136/2025, Nghị định
 * 155/2026 art. 22.1, Nghị định 156/2026 art. 10.1) reaches every case that it found open, so its row stands above
 * the row of the start, be that start corrected before or afterwards.
 */
export function rowNamed(ledger: readonly LedgerEntry[], { limits }: Desk): LimitRule {
  let start = { id: '', from: '' };
  let moved: typeof start | null = null;
  for (const entry of ledger) {
    if (entry.type === 'started') start = { id: entry.ruleId, from: entry.ruleFrom };
    if (entry.type === 'corrected' && entry.entry === 0) {
      start = { id: entry.ruleId ?? start.id, from: entry.ruleFrom ?? start.from };
    }
    if (entry.type === 'ruleChanged') moved = { id: entry.ruleId, from: entry.ruleFrom };
  }
  const { id, from } = moved ?? start;
  const row = limits.find((rule) => rule.id === id && rule.effectiveFrom === from);
  if (row === undefined) throw new Error(`The table has no row ${id} from ${from}`);
  return row;
}

/** The printed calendar that the ledger is counted with, first day to last: the one named last. */
export function wallNamed(ledger: readonly LedgerEntry[], { walls }: Desk): WallCalendar {
  let edition = '';
  for (const entry of ledger) {
    if (entry.type === 'started' || entry.type === 'calendarChanged') edition = entry.calendarEdition;
  }
  const wall = walls.get(edition);
  if (wall === undefined) throw new Error(`No calendar ${edition} hangs on the wall`);
  return wall;
}

/**
 * When the clock stood still: from suspending to continuing (Nghị định 155/2026 art. 12, Luật Tố cáo art. 34.2), for
 * a denunciation while an expert was asked (Nghị định 31/2019 art. 15.4; expertise stops no other procedure), and
 * from cancelling to reopening. A reopened clock runs: it ends every standstill that was open. Standstills may overlap.
 * A clock that was cancelled for good was not stopped: it keeps the last day that it had.
 */
export function standstillsOf(
  ledger: readonly LedgerEntry[],
  days: readonly number[],
  procedure: Procedure,
): Standstill[] {
  const ends = new Map([
    ['suspended', 'continued'],
    ['cancelled', 'reopened'],
  ]);
  if (procedure === 'denunciation') ends.set('expertiseRequested', 'expertiseReturned');
  const standstills: Standstill[] = [];
  ledger.forEach((entry, index) => {
    const end = ends.get(entry.type);
    if (end === undefined) return;
    const last = ledger.findIndex(
      ({ type }, later) => later > index && (type === end || type === 'reopened'),
    );
    if (last < 0 && entry.type === 'cancelled') return;
    standstills.push({ from: days[index] ?? 0, to: last < 0 ? null : (days[last] ?? 0) });
  });
  return standstills;
}
