import { Temporal } from 'temporal-polyfill';
import type { InstantText, LegalDate } from '../vocabulary.js';
import { addCalendarDays } from './plain-dates.js';

/** Asia/Ho_Chi_Minh has had this offset and no summer time since 1975; a fixed offset spares the zone tables. */
const HO_CHI_MINH = '+07:00';

/**
 * The instant of a full hour on a legal date in Asia/Ho_Chi_Minh. Hour 24 is 00:00 of the next day: the
 * end of the last day of a limit (Bộ luật Dân sự art. 148.6). Throws a RangeError for another hour.
 */
export function instantAt(date: LegalDate, hour: number): InstantText {
  if (!Number.isInteger(hour) || hour < 0 || hour > 24)
    throw new RangeError(`${hour} is not an hour of a day`);
  if (hour === 24) return instantAt(addCalendarDays(date, 1), 0);
  return `${date}T${String(hour).padStart(2, '0')}:00:00${HO_CHI_MINH}`;
}

/** The last answer: every command of a batch asks about the same instant, and reading one is dear. */
let latest: { instant: InstantText; wallClock: string } = { instant: '', wallClock: '' };

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** The legal date in Asia/Ho_Chi_Minh of an RFC 3339 instant in any offset. Throws a RangeError for other text. */
export function legalDateOf(instant: InstantText): LegalDate {
  return wallClockOf(instant).slice(0, DATE_LENGTH);
}

/**
 * What the clock on the wall in Ho Chi Minh City shows at an RFC 3339 instant, as `YYYY-MM-DDTHH:MM:SS` with a
 * fraction where there is one. Two of these compare as texts in the order of time.
 */
export function wallClockOf(instant: InstantText): string {
  if (instant !== latest.instant) {
    const there = Temporal.Instant.from(instant).toZonedDateTimeISO(HO_CHI_MINH);
    latest = { instant, wallClock: there.toPlainDateTime().toString() };
  }
  return latest.wallClock;
}
