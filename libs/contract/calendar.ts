import { z } from 'zod';
import { CLOCKS } from '#domain';
import { date, instant } from './pieces.js';
import { agencyCode, cursor, legalDate, limit, text } from './text.js';

/** Lines of one list of a decree at most; a year has some twenty days off. */
const MOST = 100;

/** Body of `POST /decrees` and `PUT /decrees/{id}`: what the paper says. */
export const decreeBody = z
  .strictObject({
    number: text(60).describe('Number on the paper, such as `9441/TB-BNV`.'),
    signedOn: legalDate,
    title: text(300),
    source: text(500).describe('Where the paper can be read.'),
    daysOff: z
      .array(
        z.strictObject({
          date: legalDate,
          name: text(200),
          swapped: z.boolean().default(false).describe('Off in exchange for a made-up working day.'),
        }),
      )
      .max(MOST)
      .default([]),
    workingDays: z
      .array(z.strictObject({ date: legalDate, reason: text(200) }))
      .max(MOST)
      .default([])
      .describe('Saturdays or Sundays that are worked.'),
    takenOut: z
      .array(legalDate)
      .max(MOST)
      .default([])
      .describe('Days off, or made-up working days, that the calendar held and the paper does not know.'),
    officialYears: z
      .array(z.int().min(2000).max(2199))
      .max(10)
      .default([])
      .describe('Years whose schedule is official from now on.'),
    validThrough: legalDate
      .nullable()
      .default(null)
      .describe('Last date the calendar is known for; null leaves it as it was.'),
  })
  .meta({ id: 'DecreeBody' });
export type DecreeBody = z.output<typeof decreeBody>;

/** Where a decree stands; `applying` and `retracting` while open cases are counted anew. */
export const DECREE_STATES = ['draft', 'applying', 'applied', 'retracting', 'retracted'] as const;
export type DecreeState = (typeof DECREE_STATES)[number];

/** What a decree does to a clock: its due date moves, only an alarm does, or only what the date rests on. */
export const MOVE_EFFECTS = [
  'becomesLate',
  'stopsBeingLate',
  'dueMoves',
  'alarmMoves',
  'groundsMove',
] as const;
export type MoveEffect = (typeof MOVE_EFFECTS)[number];

const counts = {
  cases: z.int(),
  clocks: z.int(),
  becomesLate: z.int(),
  stopsBeingLate: z.int(),
  dueMoves: z.int().describe('The due date moves, and the clock is late or not as before.'),
  alarmMoves: z.int().describe('The due date stays, the next alarm moves.'),
  groundsMove: z.int().describe('Both stay; a later alarm moves, or the date becomes official.'),
};

/** What applying a draft, or retracting a decree in force, does to the open cases. */
export const decreePreview = z
  .object({
    act: z.enum(['apply', 'retract']),
    edition: z.string().describe('Calendar edition that would be in force.'),
    asOf: instant,
    today: date,
    changedDates: z.array(date).describe('Dates that become days off or working days.'),
    totals: z.object(counts),
    agencies: z.array(z.object({ agencyCode: z.string(), agencyName: z.string().nullable(), ...counts })),
  })
  .meta({ id: 'DecreePreview' });
export type DecreePreview = z.output<typeof decreePreview>;

/** One clock that a decree moves. */
export const decreeMove = z
  .object({
    deadlineId: z.uuid(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    agencyCode: z.string(),
    agencyName: z.string().nullable(),
    clock: z.enum(CLOCKS),
    oldDue: date.nullable(),
    newDue: date.nullable(),
    oldAlarmAt: instant.nullable(),
    newAlarmAt: instant.nullable(),
    effect: z.enum(MOVE_EFFECTS),
  })
  .meta({ id: 'DecreeMove' });
export type DecreeMove = z.output<typeof decreeMove>;

/** Query of `GET /decrees/{id}/moves`. */
export const decreeMoveQuery = z.strictObject({
  effect: z.enum(MOVE_EFFECTS).optional(),
  agency: agencyCode.optional(),
  cursor: cursor.optional(),
  limit,
});
export type DecreeMoveQuery = z.output<typeof decreeMoveQuery>;
export const decreeMovePage = z
  .object({ items: z.array(decreeMove), nextCursor: z.string().nullable() })
  .meta({ id: 'DecreeMovePage' });
export type DecreeMovePage = z.output<typeof decreeMovePage>;

/** A decree as those who work with the calendar see it. */
export const decreeView = z
  .object({
    id: z.uuid(),
    state: z.enum(DECREE_STATES),
    number: z.string(),
    signedOn: date,
    title: z.string(),
    source: z.string(),
    daysOff: z.array(z.object({ date, name: z.string(), swapped: z.boolean() })),
    workingDays: z.array(z.object({ date, reason: z.string() })),
    takenOut: z.array(date),
    officialYears: z.array(z.int()),
    validThrough: date.nullable(),
    draftedAt: instant,
    appliedAt: instant.nullable(),
    retractedAt: instant.nullable(),
    recounted: z.int().describe('Open cases counted anew so far when it was applied or retracted last.'),
    preview: decreePreview
      .nullable()
      .describe('The latest preview; null when there is none, or the calendar has changed since.'),
  })
  .meta({ id: 'DecreeView' });
export type DecreeView = z.output<typeof decreeView>;
export const decreeList = z.object({ items: z.array(decreeView) }).meta({ id: 'DecreeList' });
export type DecreeList = z.output<typeof decreeList>;

/** A day that differs from the plain week, and the paper that says so. */
const calendarDay = z.object({
  date,
  kind: z.enum(['dayOff', 'workingDay']),
  name: z.string(),
  swapped: z.boolean(),
  decree: z
    .string()
    .nullable()
    .describe('Number of the decree that names the day; null: the built-in calendar.'),
});

/** Answer of `GET /calendar`: the working calendar in force, year by year. */
export const calendarView = z
  .object({
    edition: z.string(),
    validFrom: date,
    validThrough: date.describe('A date past this one is provisional.'),
    today: date,
    years: z.array(
      z.object({
        year: z.int(),
        provisional: z.boolean().describe('True while the official schedule is not announced.'),
        decree: z.string(),
        source: z.object({ vi: z.string(), en: z.string() }),
        days: z.array(calendarDay),
      }),
    ),
    decrees: z.array(z.object({ number: z.string(), signedOn: date, title: z.string(), source: z.string() })),
  })
  .meta({ id: 'CalendarView' });
export type CalendarView = z.output<typeof calendarView>;

/** Answer of `GET /agencies/{code}/deadlines-link`: the address a calendar program subscribes to. */
export const deadlineLink = z.object({ url: z.url() }).meta({ id: 'DeadlineLink' });
export type DeadlineLink = z.output<typeof deadlineLink>;

/** Query of `GET /deadline-feeds/{code}/deadlines.ics`: the key of that address. */
export const feedQuery = z.strictObject({ key: z.string().min(1).max(100) });
