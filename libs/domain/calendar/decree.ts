import type { CalendarEdition, CalendarYear } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { yearOf } from './plain-dates.js';
import { workingCalendar } from './working-calendar.js';

/**
 * A paper that decides days off: the yearly schedule, a swap, a new holiday. What it says of a date replaces what the
 * calendar said of it before.
 */
export interface Decree {
  /** Number on the paper, such as `9441/TB-BNV`. */
  number: string;
  signedOn: LegalDate;
  title: string;
  /** Where the paper can be read. */
  source: string;
  daysOff: readonly { date: LegalDate; name: string; swapped?: boolean }[];
  workingDays: readonly { date: LegalDate; reason: string }[];
  /** Days off, or made-up working days, that the calendar held and this paper does not know. */
  takenOut: readonly LegalDate[];
  /** Years whose schedule is official from this paper on. */
  officialYears: readonly number[];
  /** Last date the calendar is known for; null leaves it as it was. */
  validThrough: LegalDate | null;
}

/**
 * The calendar under the decrees in force: the base, changed by each decree in the order of signing, so that the order
 * in which they were entered or applied makes no difference. Its name is the base's with their numbers, joined by `+`.
 * Without decrees it is the base itself.
 */
export function composeEdition(base: CalendarEdition, decrees: readonly Decree[]): CalendarEdition {
  if (decrees.length === 0) return base;
  const inOrder = decrees.toSorted(bySigning);
  const edition = [base.edition, ...inOrder.map(({ number }) => number)].join('+');
  return { ...inOrder.reduce(enact, base), edition };
}

/** Decrees in the order in which they hold: by signing date, those of one day by number. */
export function bySigning(one: Decree, other: Decree): number {
  const [before, after] = [one, other].map(({ signedOn, number }) => `${signedOn} ${number}`) as [
    string,
    string,
  ];
  return before < after ? -1 : before > after ? 1 : 0;
}

/** Every date a decree names, in the order of its lists. */
export function datesOf({ daysOff, workingDays, takenOut }: Decree): LegalDate[] {
  return [...daysOff.map(({ date }) => date), ...workingDays.map(({ date }) => date), ...takenOut];
}

/** The dates that one calendar works and the other does not, in order. */
export function changedDates(before: CalendarEdition, after: CalendarEdition): LegalDate[] {
  const [old, next] = [workingCalendar(before), workingCalendar(after)];
  const named = new Set([before, after].flatMap(({ years }) => years.flatMap(daysOfYear)));
  return [...named].filter((date) => old.isWorkingDay(date) !== next.isWorkingDay(date)).sort();
}

function daysOfYear({ daysOff, workingDays }: CalendarYear): LegalDate[] {
  return [...daysOff, ...workingDays].map(({ date }) => date);
}

function enact(edition: CalendarEdition, decree: Decree): CalendarEdition {
  const numbers = new Set([...datesOf(decree).map(yearOf), ...decree.officialYears]);
  const held = new Map(edition.years.map((year) => [year.year, year]));
  for (const year of numbers) held.set(year, enactIn(held.get(year) ?? unheld(year), decree));
  return {
    ...edition,
    validThrough: decree.validThrough ?? edition.validThrough,
    years: [...held.values()].sort((one, other) => one.year - other.year),
  };
}

/** A year the calendar did not hold: a forecast until a paper says that it is the official schedule. */
function unheld(year: number): CalendarYear {
  return { year, decree: '', source: '', provisional: true, daysOff: [], workingDays: [] };
}

function enactIn(year: CalendarYear, decree: Decree): CalendarYear {
  const named = new Set(datesOf(decree));
  const isOfYear = ({ date }: { date: LegalDate }) => yearOf(date) === year.year;
  const isKept = ({ date }: { date: LegalDate }) => !named.has(date);
  return {
    ...wordsOf(year, decree),
    daysOff: [...year.daysOff.filter(isKept), ...decree.daysOff.filter(isOfYear)].sort(byDate),
    workingDays: [...year.workingDays.filter(isKept), ...decree.workingDays.filter(isOfYear)].sort(byDate),
  };
}

/** The official schedule takes the place of a forecast; any other paper stands beside what was decided before. */
function wordsOf(year: CalendarYear, { officialYears, number, title, source }: Decree): CalendarYear {
  const makesOfficial = officialYears.includes(year.year);
  const named = `${title} (${number})`;
  const isReplaced = year.decree === '' || (makesOfficial && year.provisional);
  return {
    ...year,
    decree: isReplaced ? named : `${year.decree}; ${named}`,
    source: isReplaced ? source : joined(year.source, source),
    provisional: makesOfficial ? false : year.provisional,
  };
}

/** Two sources as one; each is Vietnamese, or Vietnamese and English with ` / ` between. */
function joined(one: string, other: string): string {
  const [[vi = '', en = vi], [otherVi = '', otherEn = otherVi]] = [one.split(' / '), other.split(' / ')];
  const after = (text: string, more: string) => `${text.replace(/\.$/, '')}; ${more}`;
  return vi === en && otherVi === otherEn
    ? after(vi, otherVi)
    : `${after(vi, otherVi)} / ${after(en, otherEn)}`;
}

function byDate(one: { date: LegalDate }, other: { date: LegalDate }): number {
  return one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
}
