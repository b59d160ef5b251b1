import type { CalendarEdition, LedgerEntry, LimitRule, Procedure } from '#domain';

/**
 * The law's clock once more, as a clerk with a wall calendar would run it: one day after the other, a stroke for each
 * day that counts. Slow and plain on purpose, and written from the law's text alone, so that it can be compared with
 * `replay`. Days are whole numbers (days since 1970-01-01); the calendar week is the only arithmetic.
 *
 * Three readings that the law leaves open are the ones the engine takes too:
 * - an extension or a longer limit is a ceiling from the start, and only the last day is shifted;
 * - of a pause, the day of suspending is used and the day of continuing is not: what is left is counted after it
 *   (Nghị định 124/2020 art. 28b as amended by Nghị định 155/2026, Luật Tố cáo art. 34.2);
 * - a pause that begins on the last legal day, or in the days off before it, leaves no day: the limit then ends on the
 *   day of continuing, or on the next working day.
 */
export interface WallCalendar {
  off: ReadonlySet<number>;
  worked: ReadonlySet<number>;
}

interface Pause {
  from: number;
  /** null while the clock still stands still. */
  to: number | null;
}

const MILLISECONDS = 86_400_000;
/** No limit of the law, with any pause of the tests, runs for twenty years: a longer walk is a mistake. */
const FARTHEST = 20 * 366;

/** `2026-11-23` as the number of days since 1970-01-01. */
export function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

export function dayText(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function wallCalendar(edition: CalendarEdition): WallCalendar {
  const off = edition.years.flatMap((year) => year.daysOff.map(({ date }) => dayNumber(date)));
  const worked = edition.years.flatMap((year) => year.workingDays.map(({ date }) => dayNumber(date)));
  return { off: new Set(off), worked: new Set(worked) };
}

/** A swapped Saturday is worked; a holiday, a day given in lieu and every other weekend day is off. */
export function isWorked(day: number, calendar: WallCalendar): boolean {
  if (calendar.worked.has(day)) return true;
  if (calendar.off.has(day)) return false;
  // 1 January 1970 was a Thursday, so a remainder of 0 is a Thursday too.
  const sinceThursday = ((day % 7) + 7) % 7;
  return sinceThursday !== 2 && sinceThursday !== 3;
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

/**
 * How many days the limit allows in all. Luật Khiếu nại art. 28 and 37: longer for a complex matter, for remote
 * areas, and longest for both; where the law has no such variant the finding changes nothing. Luật Tố cáo art. 30
 * and 24.1: so many days more for each extension, as often as the complexity permits. The last finding stands; an
 * extension is judged on the day of its written decision, so a later finding does not take it back.
 */
export function daysAllowed(ledger: readonly LedgerEntry[], rule: LimitRule): number {
  let complexity: 'none' | 'complex' | 'speciallyComplex' = 'none';
  let remote = false;
  let extensions = 0;
  for (const entry of ledger) {
    if (entry.type === 'complexityFound') ({ complexity, remote } = entry);
    if (entry.type === 'extended' && extensions < (rule.extension?.times[complexity] ?? 0)) extensions += 1;
  }
  const fitting = [rule.days.base];
  if (complexity !== 'none') fitting.push(rule.days.complex ?? 0);
  if (complexity === 'speciallyComplex') fitting.push(rule.days.speciallyComplex ?? 0);
  if (remote) fitting.push(rule.days.remote ?? 0);
  if (remote && complexity !== 'none') fitting.push(rule.days.remoteComplex ?? 0);
  return Math.max(...fitting) + extensions * (rule.extension?.days ?? 0);
}

/**
 * When the clock stood still: from suspending to continuing (Nghị định 155/2026 art. 12, Luật Tố cáo art. 34.2), and
 * for a denunciation while an expert was asked (Nghị định 31/2019 art. 15.4). Expertise stops no other procedure.
 * Pauses that overlap are one pause.
 */
function pausesOf(ledger: readonly LedgerEntry[], procedure: Procedure): Pause[] {
  const ends = new Map([['suspended', 'continued']]);
  if (procedure === 'denunciation') ends.set('expertiseRequested', 'expertiseReturned');
  const pauses: Pause[] = [];
  ledger.forEach((entry, index) => {
    const end = ends.get(entry.type);
    if (end === undefined) return;
    const close = ledger.slice(index + 1).find((later) => later.type === end);
    pauses.push({ from: dayNumber(entry.on), to: close ? dayNumber(close.on) : null });
  });
  return pauses;
}

/**
 * The last legal day as `YYYY-MM-DD`, or null while the clock stands still. `ledger` begins with `started`; `rule` is
 * the row that the start names.
 */
export function lastLegalDay(
  ledger: readonly LedgerEntry[],
  rule: LimitRule,
  procedure: Procedure,
  calendar: WallCalendar,
): string | null {
  const start = dayNumber(ledger[0]?.on ?? '');
  const allowed = daysAllowed(ledger, rule);
  const pauses = pausesOf(ledger, procedure);
  if (pauses.some(({ to }) => to === null)) return null;
  let used = 0;
  // Bộ luật Dân sự art. 147.2: the day of the event is not counted, the period runs from the next day.
  for (let day = start + 1; day <= start + FARTHEST; day += 1) {
    const suspended = pauses.some(({ from, to }) => from < day && day <= (to ?? day));
    // A limit in working days counts those only; one in days counts Sundays and Tết like any other day.
    const counts = rule.dayKind === 'calendarDay' || isWorked(day, calendar);
    if (counts && !suspended) used += 1;
    if (used < allowed) continue;
    // Art. 148.5: a last day on a weekend or a day off ends with the next working day.
    if (!isWorked(day, calendar)) continue;
    // Art. 148.6: the limit ends at 24:00, so a clock that stands still at that hour does not end.
    if (pauses.some(({ from, to }) => from <= day && day < (to ?? day + 1))) continue;
    return dayText(day);
  }
  throw new Error(`The limit from ${dayText(start)} does not end within twenty years`);
}
