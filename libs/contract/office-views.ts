import { z } from 'zod';
import { CLOCKS, DUTIES, HEADLINES, OUTCOMES, PROCEDURES, ROLES } from '#domain';
import { date, explanation, instant, pageOf, reliance } from './pieces.js';

/** An office of the organisation tree. */
export const agencyView = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    parentCode: z.string().nullable(),
    email: z.string().nullable(),
    verified: z.boolean(),
    formerDistrict: z.string().nullable(),
    validTo: date.nullable().describe('Last day of an agency that was merged or dissolved.'),
    note: z.string().nullable(),
    formerNames: z.array(z.string()),
    staffCount: z.int(),
  })
  .meta({ id: 'AgencyView' });
export type AgencyView = z.output<typeof agencyView>;

/** A member of staff as the administrator and the person themself see them. */
export const staffView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    agencyCode: z.string().nullable(),
    agencyName: z.string().nullable(),
    isActive: z.boolean(),
  })
  .meta({ id: 'StaffView' });
export type StaffView = z.output<typeof staffView>;

/** A message to the signed-in person. */
export const noticeView = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    template: z.string(),
    title: z.object({ vi: z.string(), en: z.string() }),
    body: z.object({ vi: z.string(), en: z.string() }),
    explanation: explanation.describe('Reasons of the date the message names; empty when it names none.'),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'NoticeView' });
export type NoticeView = z.output<typeof noticeView>;
export const noticePage = pageOf(noticeView).extend({ unread: z.int() }).meta({ id: 'NoticePage' });
export type NoticePage = z.output<typeof noticePage>;

/** One agency's row on the board of the HĐND. */
export const boardRow = z
  .object({
    agencyCode: z.string().nullable().describe('null: cases that nobody holds.'),
    agencyName: z.string().nullable(),
    open: z.int(),
    late: z.int().describe('Past the limit, or past it when they were suspended.'),
    escalated: z.int(),
    dueIn7Days: z.int(),
    owed: z.int().describe('Resolved cases that owe a duty past its limit.'),
    oldestDue: date.nullable(),
    mostDaysLate: z.int().nullable(),
  })
  .meta({ id: 'BoardRow' });
export const boardView = z
  .object({
    asOf: instant,
    today: date,
    totals: z.object({
      open: z.int(),
      late: z.int(),
      escalated: z.int(),
      dueIn7Days: z.int(),
      owed: z.int().describe('Resolved cases that owe a duty past its limit.'),
      unassigned: z.int(),
      resolvedInTime: z.int(),
      resolvedLate: z.int(),
    }),
    rows: z.array(boardRow),
  })
  .meta({ id: 'BoardView' });
export type BoardRow = z.output<typeof boardRow>;
export type BoardView = z.output<typeof boardView>;

/** What a citizen sees with the code on the receipt: steps, dates and who holds the case, no names of people. */
export const trackingView = z
  .object({
    number: z.string(),
    procedure: z.enum(PROCEDURES),
    headline: z.enum(HEADLINES),
    handling: z.string(),
    receivedOn: date.nullable(),
    agencyName: z.string().nullable(),
    due: date.nullable(),
    dueClock: z.enum(CLOCKS).nullable(),
    ...reliance,
    isLate: z.boolean(),
    explanation,
    outcome: z.enum(OUTCOMES).nullable(),
    steps: z.array(
      z.object({
        command: z.string(),
        on: date,
        agencyName: z.string().nullable(),
        headline: z.enum(HEADLINES),
        alarm: z
          .object({ clock: z.enum(CLOCKS), kind: z.enum(['overdue', 'escalate']), level: z.int() })
          .nullable()
          .describe('Set when the step is a limit that passed.'),
        duty: z.enum(DUTIES).nullable().describe('Set when the step is a duty that was done.'),
      }),
    ),
  })
  .meta({ id: 'TrackingView' });
export type TrackingView = z.output<typeof trackingView>;

/** The signed-in person. */
export const meView = staffView.extend({ demo: z.boolean() }).meta({ id: 'MeView' });
export type MeView = z.output<typeof meView>;

/** RFC 9457 problem with our extensions. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: z.string(),
    legalSource: z.string().nullable().optional(),
    whoCan: z.array(z.enum(ROLES)).optional(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
    currentVersion: z.int().optional(),
    traceId: z
      .string()
      .optional()
      .describe('Given with a fault of ours: the line of the log that tells more.'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problem>;
