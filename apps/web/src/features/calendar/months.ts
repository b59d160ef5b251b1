import type { LegalDate } from '#domain';

/** Days in the order of the year, put together by month; a month without days is left out. */
export function byMonth<Day extends { date: LegalDate }>(days: readonly Day[]) {
  const months = new Map<number, Day[]>();
  for (const day of days.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
    const month = Number(day.date.slice(5, 7));
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months].map(([month, ofMonth]) => ({ month, days: ofMonth }));
}
