import { z } from 'zod';
import { CLOCKS, PROCEDURES } from '#domain';
import { date, instant } from './pieces.js';
import { agencyCode, cursor, legalDate, limit, text } from './text.js';

const dayKind = z.enum(['calendarDay', 'workingDay']);
const days = z.int();

const limitChange = z.strictObject({
  id: text(20).describe('Row of the table, such as `K3`.'),
  from: legalDate.describe('`effectiveFrom` of the row.'),
  days: z
    .strictObject({ base: days, complex: days, speciallyComplex: days, remote: days, remoteComplex: days })
    .partial()
    .default({})
    .describe('Other numbers of days; what is left out stays.'),
  dayKind: dayKind.optional(),
});

const calendarChange = z.strictObject({
  date: legalDate,
  day: z.enum(['off', 'working']).describe('What the day is supposed to be.'),
});

const ladderChange = z.strictObject({
  clock: z.enum(CLOCKS),
  steps: z
    .array(
      z.strictObject({
        kind: z.enum(['warn', 'overdue', 'escalate']),
        offset: z.int().min(-366).max(366).describe('Days from the due date; negative before it.'),
        dayKind,
        level: z.int().min(0).max(3),
      }),
    )
    .max(20),
});

/** In what the supposed rules differ from those in force; nothing: the record is examined. */
export const whatIfChanges = z
  .strictObject({
    limits: z.array(limitChange).max(50).default([]),
    calendar: z.array(calendarChange).max(100).default([]),
    ladders: z.array(ladderChange).max(CLOCKS.length).default([]),
  })
  .meta({ id: 'WhatIfChanges' });

/** Body of `POST /what-if`: which cases are replayed, and under what. Nothing is ever stored. */
export const whatIfBody = z
  .strictObject({
    from: legalDate.describe('First day of the period.'),
    to: legalDate.describe('Last day of the period; nothing after it counts.'),
    agencyCode: agencyCode.optional().describe('Only cases that this agency received or holds.'),
    changes: whatIfChanges.prefault({}),
    cursor: cursor.optional().describe('`next` of the answer before, with the same question.'),
    limit,
  })
  .meta({ id: 'WhatIfBody' });
export type WhatIfBody = z.output<typeof whatIfBody>;

const wasWould = <Value extends z.ZodType>(value: Value) => z.object({ was: value, would: value });
const phrase = z.object({ vi: z.string(), en: z.string() });
const count = z.int();

/** How one clock was, or would have been. */
const standing = z.object({ due: date.nullable(), isLate: z.boolean() }).nullable();

/** A case that would have gone otherwise, or that the record no longer reproduces. */
export const whatIfCase = z
  .object({
    id: z.uuid(),
    number: z.string(),
    procedure: z.enum(PROCEDURES),
    agencyCode: z.string(),
    agencyName: z.string().nullable(),
    late: wasWould(z.boolean()).nullable().describe('null in an audit.'),
    level: wasWould(z.int()).nullable().describe('Highest level of escalation, 0 to 3; null in an audit.'),
    clocks: z
      .array(z.object({ clock: z.enum(CLOCKS), startedOn: date, was: standing, would: standing }))
      .describe('Clocks whose last day or lateness differs; null where one did not or would not run.'),
    refused: z
      .array(z.object({ seq: z.int(), command: z.string(), on: date.nullable(), message: phrase }))
      .describe('Acts that were done and that the supposed rules would have refused.'),
    differences: z
      .array(z.object({ clock: z.enum(CLOCKS).nullable(), command: z.string().nullable(), message: phrase }))
      .describe('What an audit found: the record holds one thing, its commands give another.'),
  })
  .meta({ id: 'WhatIfCase' });
export type WhatIfCase = z.output<typeof whatIfCase>;

const figures = { late: wasWould(count), escalated: wasWould(count) };

/** Answer of `POST /what-if`. */
export const whatIfAnswer = z
  .object({
    kind: z
      .enum(['audit', 'whatIf'])
      .describe('audit: nothing was changed, so the record itself was examined.'),
    asOf: instant,
    until: instant.describe('End of the replayed period: of its last day, or now.'),
    found: count.describe('Cases of the period.'),
    replayed: count.describe(
      'Cases that were replayed, the newest first; fewer than found when there are too many.',
    ),
    totals: z
      .object({
        ...figures,
        becomeLate: count,
        stopBeingLate: count,
        differing: count,
        refusedActs: count,
      })
      .nullable()
      .describe('null in an audit and on later pages.'),
    reproduced: count.nullable().describe('Cases of an audit that their commands reproduce exactly.'),
    agencies: z.array(
      z.object({ agencyCode: z.string(), agencyName: z.string().nullable(), cases: count, ...figures }),
    ),
    items: z.array(whatIfCase),
    next: z.string().nullable().describe('Where the list goes on; null on the last page.'),
  })
  .meta({ id: 'WhatIfAnswer' });
export type WhatIfAnswer = z.output<typeof whatIfAnswer>;

const ladderStep = z.object({
  kind: z.enum(['warn', 'overdue', 'escalate']),
  offset: count,
  dayKind,
  level: count,
});

/** Answer of `GET /what-if/rules`: the rows and ladders in force that a supposition may change. */
export const whatIfRules = z
  .object({
    limits: z.array(
      z.object({
        id: z.string(),
        from: date,
        to: date.nullable(),
        clock: z.enum(CLOCKS),
        procedures: z.array(z.enum(PROCEDURES)),
        days: z.object({
          base: count,
          complex: count.optional(),
          speciallyComplex: count.optional(),
          remote: count.optional(),
          remoteComplex: count.optional(),
        }),
        dayKind,
      }),
    ),
    ladders: z.array(z.object({ clock: z.enum(CLOCKS), steps: z.array(ladderStep) })),
    calendar: z.object({ edition: z.string(), firstYear: count, lastYear: count }),
  })
  .meta({ id: 'WhatIfRules' });
export type WhatIfRules = z.output<typeof whatIfRules>;
