import { addCalendarDays, type CalendarEdition, type CalendarYear } from '#domain';
import { blank, type Draft, lose, type Mutant, policyMutant, REAL } from './mutant.js';

type Year = Draft<CalendarYear>;

/** The working calendar without a year, a day, a decree, a swap; and the office hours that alarms keep to. */
export function calendarMutants(): Mutant[] {
  const { years } = REAL.policy.calendar;
  return [
    ...['edition', 'validFrom', 'validThrough', 'years'].map((field) =>
      policyMutant(`calendar: without ${field}`, ({ calendar }) => lose(calendar, field)),
    ),
    ...years.flatMap((year, index) => yearMutants(year, index)),
    ...officeHourMutants(),
  ];
}

function yearMutants(year: CalendarYear, index: number): Mutant[] {
  const name = `calendar ${year.year}`;
  const at = (id: string, change: (year: Year) => void) =>
    policyMutant(`${name}: ${id}`, ({ calendar }) =>
      change((calendar as Draft<CalendarEdition>).years[index] as Year),
    );
  return [
    policyMutant(`${name}: dropped`, ({ calendar }) => {
      calendar.years.splice(index, 1);
    }),
    ...['year', 'decree', 'source', 'provisional', 'daysOff', 'workingDays'].map((field) =>
      at(`without ${field}`, (each) => lose(each, field)),
    ),
    ...['decree', 'source'].map((field) => at(`with an empty ${field}`, (each) => blank(each, field))),
    at('official although a forecast, or the reverse', (each) => {
      each.provisional = !each.provisional;
    }),
    at('the year after', (each) => {
      each.year += 1;
    }),
    ...year.daysOff.flatMap(({ date, swapped }, day) => [
      at(`${date} worked`, (each) => {
        each.daysOff.splice(day, 1);
      }),
      at(`${date} a day later`, (each) => {
        each.daysOff[day]!.date = addCalendarDays(date, 1);
      }),
      at(`${date} twice`, (each) => {
        each.daysOff.push({ ...each.daysOff[day]! });
      }),
      at(`${date} nameless`, (each) => {
        each.daysOff[day]!.name = '';
      }),
      ...(swapped
        ? [
            at(`${date} no swap`, (each) => {
              delete each.daysOff[day]!.swapped;
            }),
          ]
        : []),
    ]),
    ...year.workingDays.flatMap(({ date }, day) => [
      at(`${date} free`, (each) => {
        each.workingDays.splice(day, 1);
      }),
      at(`${date} worked a week later`, (each) => {
        each.workingDays[day]!.date = addCalendarDays(date, 7);
      }),
      at(`${date} worked for no reason`, (each) => {
        each.workingDays[day]!.reason = '';
      }),
    ]),
  ];
}

function officeHourMutants(): Mutant[] {
  return [
    ...['spans', 'source', 'certainty'].map((field) =>
      policyMutant(`office hours: without ${field}`, ({ officeHours }) => lose(officeHours, field)),
    ),
    policyMutant('office hours: in the wrong order', ({ officeHours }) => {
      (officeHours.spans as unknown[]).reverse();
    }),
  ];
}
