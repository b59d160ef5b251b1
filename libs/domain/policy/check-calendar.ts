import { isLegalDate, weekdayOf } from '../calendar/index.js';
import { failed, isText, isWhole, listOf } from './claims.js';
import type { CalendarEdition, CalendarYear } from './policy.js';

/** Problems of the working calendar. */
export function checkCalendar(edition: CalendarEdition): string[] {
  const years = listOf(edition?.years);
  const { edition: name, validFrom, validThrough } = edition ?? {};
  const numbers = years.map(({ year }) => year);
  return [
    ...failed('calendar.json', [
      [isText(name), 'has no edition'],
      [
        isLegalDate(validFrom) && isLegalDate(validThrough) && validFrom < validThrough,
        'has no span of validity',
      ],
      [years.length > 0, 'holds no years'],
      [numbers.every((year, index) => index === 0 || year === (numbers[index - 1] ?? 0) + 1), 'skips a year'],
    ]),
    ...years.flatMap(checkYear),
  ];
}

function checkYear(year: CalendarYear): string[] {
  const off = listOf(year.daysOff);
  const worked = listOf(year.workingDays);
  const dates = [...off, ...worked].map(({ date }) => date);
  const row = `calendar.json: ${year.year}`;
  const strange = dates.filter((date) => !isLegalDate(date) || !date.startsWith(`${year.year}-`));
  if (strange.length > 0) return [`${row} holds dates that are not days of that year: ${strange.join(', ')}`];
  return failed(row, [
    [isWhole(year.year, 1900), 'is no year'],
    [isText(year.decree) && isText(year.source), 'has no decree or source'],
    [typeof year.provisional === 'boolean', 'does not say whether it is provisional'],
    [off.length > 0, 'holds no days off'],
    [Array.isArray(year.workingDays), 'holds no list of made-up working days, not even an empty one'],
    [new Set(dates).size === dates.length, 'holds a date twice'],
    [off.every(({ name }) => isText(name)), 'has a day off without a name'],
    [worked.every(({ reason }) => isText(reason)), 'has a made-up working day without a reason'],
    [worked.every(({ date }) => weekdayOf(date) > 5), 'has a made-up working day that is no weekend day'],
  ]);
}
