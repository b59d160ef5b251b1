import { z } from 'zod';
import { COMPLEXITIES, LIMITS, PROCEDURES } from '#domain';
import { certainty, date } from './pieces.js';
import { legalDate } from './text.js';

/** Procedures that have limits of their own; an unclassified petition is asked for as what it turns out to be. */
export const CALCULATED_PROCEDURES = PROCEDURES.filter((procedure) => procedure !== 'unclassified');

/** What may happen to a limit after it started. */
export const LEDGER_ACTS = [
  'suspended',
  'continued',
  'extended',
  'expertiseRequested',
  'expertiseReturned',
] as const;
export type LedgerAct = (typeof LEDGER_ACTS)[number];

/** Body of `POST /deadlines/preview`: a limit, its first day, and what happened since, in order of time. */
export const deadlinePreviewBody = z
  .strictObject({
    procedure: z.enum(CALCULATED_PROCEDURES),
    clock: z.enum(LIMITS).describe('A name of `GET /deadlines/clocks`.'),
    from: legalDate.describe('Day of the event that starts the limit; it is not counted itself.'),
    at: z.string().max(5).optional().describe('Time of the event, `HH:MM`; only for a limit in hours.'),
    complexity: z.enum(COMPLEXITIES).default('none'),
    remote: z.boolean().default(false).describe('A remote area that is hard to reach.'),
    ledger: z
      .array(z.strictObject({ type: z.enum(LEDGER_ACTS), on: legalDate }))
      .max(50)
      .default([]),
  })
  .meta({ id: 'DeadlinePreviewBody' });
export type DeadlinePreviewBody = z.output<typeof deadlinePreviewBody>;

const phrase = z.object({ vi: z.string(), en: z.string() });
const days = z.int();

/** One limit of one procedure, as it is in force on a day. */
export const limitView = z
  .object({
    id: z.string().describe('Row of the table, such as `K3`.'),
    clock: z.enum(LIMITS),
    procedure: z.enum(PROCEDURES),
    days: z.object({
      base: days,
      complex: days.optional(),
      speciallyComplex: days.optional(),
      remote: days.optional(),
      remoteComplex: days.optional(),
    }),
    unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
    countsBack: z.boolean().describe('True when it counts back from the event: the last moment to act.'),
    startEvent: phrase.describe('What starts the limit.'),
    extension: z
      .object({
        days,
        times: z.object({ none: z.int(), complex: z.int(), speciallyComplex: z.int() }),
      })
      .nullable()
      .describe('How often the settler may extend, by complexity, and by how many days each time.'),
    article: phrase,
    source: phrase,
    certainty: certainty.describe('setting: no law found, the province decides.'),
    effectiveFrom: date,
    effectiveTo: date.nullable(),
  })
  .meta({ id: 'LimitView' });
export type LimitView = z.output<typeof limitView>;

/** Query of `GET /deadlines/clocks`; today in Viet Nam unless a day is given. */
export const limitQuery = z.strictObject({ on: legalDate.optional() });
export const limitList = z.object({ on: date, items: z.array(limitView) }).meta({ id: 'LimitList' });
export type LimitList = z.output<typeof limitList>;

/** Answer of `POST /deadlines/preview`: the last legal day and the reasons, line by line. */
export const deadlinePreview = z
  .object({
    due: date.nullable().describe('It ends at 24:00 of this day; null while it stands still.'),
    dueTime: z.string().nullable().describe('`HH:MM` for a limit in hours, then it ends at this time.'),
    rule: limitView,
    calendar: z.object({ edition: z.string(), validThrough: date }),
    provisional: z.boolean().describe('True when the date rests on a calendar that is not official.'),
    steps: z.array(
      z.object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        source: z.string().nullable().describe('Article that the step rests on.'),
        vi: z.string(),
        en: z.string(),
      }),
    ),
  })
  .meta({ id: 'DeadlinePreview' });
export type DeadlinePreview = z.output<typeof deadlinePreview>;
