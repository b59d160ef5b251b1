import { z } from 'zod';
import { CASE_COMMANDS, CASE_FATES, LIMITS, PROCEDURES, TRANSITION_FATES } from '#domain';
import { certainty, date, pageOf } from './pieces.js';
import { cursor, limit } from './text.js';

const phrase = z.object({ vi: z.string(), en: z.string() });
const procedures = z.array(z.enum(PROCEDURES));
const act = z.enum(['register', ...CASE_COMMANDS]);

const limitNumber = z.object({
  days: z.int(),
  unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
  countsBack: z.boolean().describe('True when it counts back from the event: the last moment to act.'),
  article: phrase,
  certainty,
});

/** How a new law treats the cases that are open when it comes. */
export const lawTransitionView = z
  .object({
    id: z.string(),
    procedures,
    acts: z.array(act).describe('Commands it speaks of.'),
    clocks: z.array(z.enum(LIMITS)),
    holder: z.boolean().describe('True when it is about the agency that holds a case.'),
    openRequest: z.boolean().describe('True when it is about an open request of a supervising body.'),
    fate: z.enum(TRANSITION_FATES),
    article: phrase.nullable().describe('null: no transition article was read.'),
    certainty,
    note: phrase,
  })
  .meta({ id: 'LawTransitionView' });
export type LawTransitionView = z.output<typeof lawTransitionView>;

/** The law from a day on: what came, what it changed for the clocks and acts, how open cases are treated. */
export const lawVersionView = z
  .object({
    version: date.describe('Date of effect; names the version.'),
    effectiveTo: date.nullable(),
    title: phrase,
    summary: phrase,
    laws: z.array(z.object({ name: phrase, change: z.enum(['new', 'amended', 'replaced']) })),
    source: phrase,
    certainty,
    limits: z
      .array(
        z.object({
          id: z.string().describe('Row of the table of limits, such as `K2`.'),
          clock: z.enum(LIMITS),
          procedures,
          before: limitNumber.nullable().describe('null: there was no such limit.'),
          after: limitNumber,
        }),
      )
      .describe('Limits that changed on that day.'),
    acts: z
      .array(
        z.object({
          act,
          procedures,
          before: phrase.nullable().describe('null: the law did not know the act.'),
          after: phrase.nullable(),
        }),
      )
      .describe('Acts whose article changed on that day.'),
    transitions: z.array(lawTransitionView),
  })
  .meta({ id: 'LawVersionView' });
export type LawVersionView = z.output<typeof lawVersionView>;
export const lawList = z.object({ items: z.array(lawVersionView) }).meta({ id: 'LawList' });
export type LawList = z.output<typeof lawList>;

/** Body of `POST /laws/{version}/preview`. */
export const lawPreviewBody = z
  .strictObject({
    fate: z.enum(CASE_FATES).optional().describe('Only cases of this fate; otherwise all but the unchanged.'),
    cursor: cursor.optional(),
    limit,
  })
  .meta({ id: 'LawPreviewBody' });
export type LawPreviewBody = z.output<typeof lawPreviewBody>;

/** One open case and what the version means for it. */
export const lawPreviewItem = z
  .object({
    caseId: z.uuid(),
    caseNumber: z.string(),
    procedure: z.enum(PROCEDURES),
    agencyCode: z.string().nullable(),
    agencyName: z.string().nullable(),
    fate: z.enum(CASE_FATES),
    successor: z.object({ code: z.string(), name: z.string() }).nullable(),
    reasons: z.array(
      z.object({
        matter: z.enum(['clock', 'act', 'holder', 'request']),
        name: z.string().nullable().describe('The clock or act; the code of an agency.'),
        fate: z.enum(TRANSITION_FATES),
        article: phrase.nullable(),
        text: phrase,
      }),
    ),
  })
  .meta({ id: 'LawPreviewItem' });
export type LawPreviewItem = z.output<typeof lawPreviewItem>;

const fates = z.object({
  needsPerson: z.int(),
  movesAutomatically: z.int(),
  stays: z.int(),
  unchanged: z.int(),
});

/** What a version of the law would do to every open case. Figures come with the first page only. */
export const lawPreview = pageOf(lawPreviewItem)
  .extend({
    version: date,
    totals: fates.nullable(),
    counts: z
      .array(
        fates.extend({
          agencyCode: z.string().nullable(),
          agencyName: z.string().nullable(),
          procedure: z.enum(PROCEDURES),
        }),
      )
      .nullable()
      .describe('By agency and procedure.'),
  })
  .meta({ id: 'LawPreview' });
export type LawPreview = z.output<typeof lawPreview>;

/** Body of `POST /laws/{version}/apply`: goes on where the answer before stopped. */
export const lawApplyBody = z.strictObject({ cursor: cursor.optional() }).meta({ id: 'LawApplyBody' });
export type LawApplyBody = z.output<typeof lawApplyBody>;

/** What one call of apply did; call again with `nextCursor` until it is null. */
export const lawApplied = z
  .object({
    version: date,
    moved: z.int().describe('Cases that now follow the version.'),
    forPerson: z.int().describe('Cases put on the list of what people decide.'),
    refused: z
      .array(z.object({ caseNumber: z.string(), reason: phrase }))
      .describe('Cases that somebody changed meanwhile; apply again.'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'LawApplied' });
export type LawApplied = z.output<typeof lawApplied>;
