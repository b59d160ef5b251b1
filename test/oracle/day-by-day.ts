import type { LedgerEntry, LimitRule, Procedure } from '#domain';
import { type Desk, daysOf, rowNamed, standstillsOf, wallNamed } from './clerk-reading.js';
import { dayText, isWorked } from './wall-calendar.js';

/**
 * The law's clock once more, as a clerk with a wall calendar would run it: one day after the other, a stroke for each
 * day that counts. Slow and plain on purpose, and written from the law's text alone, so that it can be compared with
 * `replay`. The calendar week is the only arithmetic.
 *
 * Four readings that the law leaves open are the ones the engine takes too:
 * - an extension or a longer limit is a ceiling from the start, and only the last day is shifted;
 * - of a pause, the day of suspending is used and the day of continuing is not: what is left is counted after it
 *   (Nghị định 124/2020 art. 28b as amended by Nghị định 155/2026, Luật Tố cáo art. 34.2);
 * - a pause that begins on the last legal day, or in the days off before it, leaves no day: the limit then ends on the
 *   day of continuing, or on the next working day;
 * - the time between the cancelling and the reopening of a clock is a pause like any other.
 */

/** No limit of the law, with any pause of the tests, runs for twenty years: a longer walk is a mistake. */
const FARTHEST = 20 * 366;

/**
 * How many days the limit allows in all. Luật Khiếu nại art. 28 and 37: longer for a complex matter, for remote
 * areas, and longest for both; where the law has no such variant the finding changes nothing. Luật Tố cáo art. 30
 * and 24.1: so many days more for each extension, as often as the complexity permits. The last finding stands; an
 * extension is judged on the day of its written decision, so a later finding does not take it back.
 */
function daysAllowed(ledger: readonly LedgerEntry[], rule: LimitRule): number {
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
 * The last legal day as `YYYY-MM-DD`, or null while the clock stands still. `ledger` begins with `started` and names
 * rows and calendars that are on the desk.
 */
export function lastLegalDay(
  ledger: readonly LedgerEntry[],
  procedure: Procedure,
  desk: Desk,
): string | null {
  const rule = rowNamed(ledger, desk);
  const calendar = wallNamed(ledger, desk);
  const days = daysOf(ledger);
  const start = days[0] ?? 0;
  const allowed = daysAllowed(ledger, rule);
  const standstills = standstillsOf(ledger, days, procedure);
  if (standstills.some(({ to }) => to === null)) return null;
  let used = 0;
  // Bộ luật Dân sự art. 147.2: the day of the event is not counted, the period runs from the next day.
  for (let day = start + 1; day <= start + FARTHEST; day += 1) {
    const stood = standstills.some(({ from, to }) => from < day && day <= (to ?? day));
    // A limit in working days counts those only; one in days counts Sundays and Tết like any other day.
    const counts = rule.dayKind === 'calendarDay' || isWorked(day, calendar);
    if (counts && !stood) used += 1;
    if (used < allowed) continue;
    // Art. 148.5: a last day on a weekend or a day off ends with the next working day.
    if (!isWorked(day, calendar)) continue;
    // Art. 148.6: the limit ends at 24:00, so a clock that stands still at that hour does not end.
    if (standstills.some(({ from, to }) => from <= day && day < (to ?? day + 1))) continue;
    return dayText(day);
  }
  throw new Error(`The limit from ${dayText(start)} does not end within twenty years`);
}
