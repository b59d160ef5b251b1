import { addCalendarDays, weekdayOf } from '../calendar/index.js';
import { failed } from './claims.js';
import type { CalendarEdition, CalendarYear } from './policy.js';

/** A paid holiday: how many days off it brings, and its day where the law or the moon fixes it. */
interface Holiday {
  name: string;
  days: number;
  /** Its day as `MM-DD`, the same each year or one for each year that the moon was asked about. */
  on?: string | Readonly<Record<number, string>>;
  since?: number;
}

/** The holidays of the Labour Code (art. 112), and the day of culture (Resolution 28/2026/QH16). */
const HOLIDAYS: readonly Holiday[] = [
  { name: 'Tết Dương lịch', days: 1, on: '01-01' },
  { name: 'Tết Nguyên đán', days: 5 },
  // The tenth day of the third lunar month.
  { name: 'Giỗ Tổ Hùng Vương', days: 1, on: { 2025: '04-07', 2026: '04-26', 2027: '04-16' } },
  { name: 'Ngày Chiến thắng', days: 1, on: '04-30' },
  { name: 'Ngày Quốc tế lao động', days: 1, on: '05-01' },
  { name: 'Quốc khánh', days: 2, on: '09-02' },
  { name: 'Ngày Văn hoá Việt Nam', days: 1, on: '11-24', since: 2026 },
];

const IN_LIEU = 'Nghỉ bù ';

/**
 * Holds an edition of the calendar to the law: every holiday with all its days and on its day, days in lieu for those
 * that fall on a weekend, each swapped day worked on the Saturday that it names, and a forecast under that name.
 */
export function checkHolidays({ edition, validFrom, validThrough, years }: CalendarEdition): string[] {
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  return [
    ...failed('calendar.json', [
      [/^\d{4}-\d{2}/.test(edition), 'is an edition of no month'],
      [validFrom === `${first}-01-01` && validThrough === `${last}-12-31`, 'does not span its years'],
    ]),
    ...years.flatMap((year) => [
      ...HOLIDAYS.flatMap((holiday) => checkHoliday(year, holiday)),
      ...checkSwaps(year),
    ]),
    ...years.flatMap(checkYearOf),
  ];
}

function checkHoliday({ year, daysOff, provisional }: CalendarYear, { name, days, on, since = 0 }: Holiday) {
  const off = daysOff.filter((day) => day.name === name || day.name === IN_LIEU + name);
  const fixed = typeof on === 'object' ? on[year] : on;
  const onItsDay = fixed === undefined || off.some(({ date }) => date === workdayFrom(`${year}-${fixed}`));
  const isRow = off.every(({ date }, index) => index === 0 || isNextWorkday(off[index - 1]?.date, date));
  // The second day at 2 September is chosen each year: a forecast cannot know it.
  const least = provisional && name === 'Quốc khánh' ? 1 : days;
  return year < since
    ? []
    : failed(`calendar.json: ${year}`, [
        [
          off.length >= least && off.length <= days,
          `has ${off.length} days off for ${name} instead of ${days}`,
        ],
        [off.length === 0 || onItsDay, `has ${name} on another day`],
        [isRow, `has ${name} with a gap`],
      ]);
}

/** True when only days of the weekend lie between the two. */
function isNextWorkday(before: string | undefined, date: string): boolean {
  return workdayFrom(addCalendarDays(before ?? date, 1)) === date;
}

/** The day itself, or the Monday after a day of the weekend: the day off in lieu. */
function workdayFrom(date: string): string {
  return weekdayOf(date) > 5 ? workdayFrom(addCalendarDays(date, 1)) : date;
}

/** A swapped day off and the day worked for it name each other. */
function checkSwaps({ year, daysOff, workingDays }: CalendarYear): string[] {
  const swapped = daysOff.filter((day) => day.swapped);
  const isNamed = (date: string, texts: readonly string[]) => texts.some((text) => dateIn(text) === date);
  const offNames = swapped.map(({ name }) => name);
  const workReasons = workingDays.map(({ reason }) => reason);
  return failed(`calendar.json: ${year}`, [
    [swapped.length === workingDays.length, 'swaps days off and working days that do not match'],
    [swapped.every(({ date }) => isNamed(date, workReasons)), 'swaps a day off that no working day names'],
    [workingDays.every(({ date }) => isNamed(date, offNames)), 'works on a day that no swapped day names'],
  ]);
}

/** The date in a text such as "Hoán đổi với thứ Bảy 10/01/2026", as a legal date. */
function dateIn(text: string): string | null {
  const [, day, month, year] = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  return day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

function checkYearOf({ year, daysOff, decree, source, provisional }: CalendarYear): string[] {
  const known = HOLIDAYS.flatMap(({ name }) => [name, IN_LIEU + name]);
  return failed(`calendar.json: ${year}`, [
    [daysOff.every(({ name, swapped }) => swapped || known.includes(name)), 'has a day off of no holiday'],
    [daysOff.every(({ date }) => weekdayOf(date) <= 5), 'has a day off that is one anyway'],
    [/dự báo/i.test(decree) === provisional, 'is a forecast that is not provisional, or the reverse'],
    [decree.includes(String(year)), 'has a decree of another year'],
    [source.split(' / ').length === 2, 'does not give its source in both languages'],
  ]);
}
