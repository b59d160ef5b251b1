import fc from 'fast-check';
import type { CalendarEdition, CalendarYear, LedgerEntry, LimitRule, Procedure } from '#domain';
import { dayNumber, dayText, isWorked, wallCalendar } from './day-by-day.js';

/** One act that somebody may try on a running clock, so many days after the one before. */
interface Act {
  after: number;
  type: 'pause' | 'expertise' | 'extended' | 'complexityFound';
  complexity: 'none' | 'complex' | 'speciallyComplex';
  remote: boolean;
}

/** A history before it is fitted to a rule: which row, which calendar, when, and what was tried. */
export interface Draft {
  row: number;
  calendar: number;
  start: number;
  acts: Act[];
  /** Days after the last act when an open pause ends; null when the clock is left standing still. */
  closing: number | null;
}

/** One row of the table of limits as one procedure meets it. */
export interface Row {
  rule: LimitRule;
  procedure: Procedure;
}

const FIRST_DAY = dayNumber('2024-01-01');
const LAST_DAY = dayNumber('2028-12-31');

/** Gaps crowd around the ends of the limits, where the law's questions are: same day, a few days, a month, a quarter. */
const gap = fc.oneof(fc.nat(3), fc.nat(12), fc.nat(50), fc.nat(100));

const act: fc.Arbitrary<Act> = fc.record({
  after: gap,
  type: fc.constantFrom('pause', 'pause', 'expertise', 'extended', 'complexityFound'),
  complexity: fc.constantFrom('none', 'complex', 'speciallyComplex'),
  remote: fc.boolean(),
});

/**
 * Every row of the table for every procedure it serves, replaced versions too. Rows with longer variants or extensions
 * have the richest law and stand in the list ten times, so that they are drawn more often.
 */
export function rowsOf(limits: readonly LimitRule[]): Row[] {
  return limits.flatMap((rule) => {
    const rows = rule.procedures.map((procedure) => ({ rule, procedure }));
    const rich = rule.extension !== undefined || Object.keys(rule.days).length > 1;
    return rich ? Array.from({ length: 10 }, () => rows).flat() : rows;
  });
}

export function drafts(rows: number, calendars: number): fc.Arbitrary<Draft> {
  return fc.record({
    row: fc.nat(rows - 1),
    calendar: fc.nat(calendars - 1),
    start: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    acts: fc.array(act, { maxLength: 8 }),
    closing: fc.option(gap, { freq: 4 }),
  });
}

/** Random decrees on top of an edition: up to forty more days off and up to eight weekend days worked instead. */
export function decrees(edition: CalendarEdition): fc.Arbitrary<CalendarEdition> {
  const day = fc.integer({ min: FIRST_DAY, max: dayNumber('2029-12-31') });
  const lists = fc.record({
    off: fc.uniqueArray(day, { maxLength: 40 }),
    worked: fc.uniqueArray(day, { maxLength: 8 }),
    edition: fc.uuid(),
  });
  return lists.map((random) => decreed(edition, random));
}

/** The edition with further days off (only ordinary working days) and worked days (only ordinary weekend days). */
export function decreed(
  edition: CalendarEdition,
  further: { edition: string; off: readonly number[]; worked: readonly number[] },
): CalendarEdition {
  const wall = wallCalendar(edition);
  const off = further.off.filter((day) => isWorked(day, wall) && !wall.worked.has(day)).map(dayText);
  const worked = further.worked.filter((day) => !isWorked(day, wall) && !wall.off.has(day)).map(dayText);
  const years = [2024, 2025, 2026, 2027, 2028, 2029].map((year): CalendarYear => {
    const held = edition.years.find((known) => known.year === year);
    const of = (dates: string[]) => dates.filter((date) => date.startsWith(String(year))).sort();
    return {
      year,
      decree: held?.decree ?? 'Lịch thử',
      source: held?.source ?? 'Lịch thử',
      provisional: held?.provisional ?? true,
      daysOff: [...(held?.daysOff ?? []), ...of(off).map((date) => ({ date, name: 'Nghỉ thêm' }))],
      workingDays: [...(held?.workingDays ?? []), ...of(worked).map((date) => ({ date, reason: 'Làm bù' }))],
    };
  });
  return {
    edition: further.edition,
    validFrom: '2024-01-01',
    validThrough: '2029-12-31',
    years,
  };
}

/**
 * The ledger that the acts leave behind. A second pause ends the first; a start outside the rule's time is moved
 * into it. Extensions that the finding does not permit stay in: neither side may count them.
 */
export function ledgerOf(draft: Draft, rule: LimitRule, calendarEdition: string): LedgerEntry[] {
  const last = rule.effectiveTo === null ? LAST_DAY : dayNumber(rule.effectiveTo);
  let day = Math.min(Math.max(draft.start, dayNumber(rule.effectiveFrom)), last);
  const open = { pause: false, expertise: false };
  const ledger: LedgerEntry[] = [
    { type: 'started', on: dayText(day), ruleId: rule.id, ruleFrom: rule.effectiveFrom, calendarEdition },
  ];
  for (const tried of draft.acts) {
    day += tried.after;
    const on = dayText(day);
    if (tried.type === 'pause') {
      ledger.push({ type: open.pause ? 'continued' : 'suspended', on });
      open.pause = !open.pause;
    } else if (tried.type === 'expertise') {
      ledger.push({ type: open.expertise ? 'expertiseReturned' : 'expertiseRequested', on });
      open.expertise = !open.expertise;
    } else if (tried.type === 'complexityFound') {
      ledger.push({ type: 'complexityFound', on, complexity: tried.complexity, remote: tried.remote });
    } else {
      ledger.push({ type: 'extended', on });
    }
  }
  if (draft.closing === null) return ledger;
  const on = dayText(day + draft.closing);
  if (open.pause) ledger.push({ type: 'continued', on });
  if (open.expertise) ledger.push({ type: 'expertiseReturned', on });
  return ledger;
}
