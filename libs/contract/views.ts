import { z } from 'zod';
import {
  ATTENTIONS,
  CASE_COMMANDS,
  CHANNELS,
  CLOCKS,
  DEADLINE_STATES,
  HEADLINES,
  OUTCOMES,
  PETITION_KINDS,
  PROCEDURES,
  ROLES,
} from '#domain';

const date = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });

/** One line of a list of cases. */
export const caseSummary = z
  .object({
    id: z.uuid(),
    number: z.string(),
    procedure: z.enum(PROCEDURES),
    headline: z.enum(HEADLINES),
    handling: z.string().describe('Path in the handling region, such as assigned.verifying.'),
    supervision: z.string(),
    level: z.int().describe('Level of escalation reached, 0 to 3.'),
    subject: z.string().nullable().describe('null where the reader may not see it (denunciations).'),
    channel: z.enum(CHANNELS),
    placeText: z.string().nullable(),
    agencyCode: z.string().nullable(),
    agencyName: z.string().nullable(),
    receivedOn: date.nullable(),
    due: date.nullable(),
    dueClock: z.enum(CLOCKS).nullable(),
    daysLeft: z.int().nullable().describe('Calendar days from today to the due date; negative when late.'),
    isLate: z.boolean(),
    resolvedOn: date.nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    attentionCount: z.int(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.output<typeof caseSummary>;

/** A page of a list. `nextCursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export const casePage = pageOf(caseSummary).meta({ id: 'CasePage' });
export type CasePage = z.output<typeof casePage>;

/** One clock of a case with the derivation of its due date, in both languages. */
export const deadlineView = z
  .object({
    id: z.uuid(),
    clock: z.enum(CLOCKS),
    state: z.enum(DEADLINE_STATES),
    due: date.nullable(),
    daysLeft: z.int().nullable(),
    isLate: z.boolean(),
    metInTime: z.boolean().nullable(),
    provisional: z.boolean().describe('True when the date rests on a calendar that is not official.'),
    certainty: z.enum(['law', 'secondary', 'setting']),
    article: z.string(),
    source: z.string(),
    explanation: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
  })
  .meta({ id: 'DeadlineView' });
export type DeadlineView = z.output<typeof deadlineView>;

/** Why a command is refused: a stable code, the law behind it and who could do it. */
export const refusalView = z
  .object({
    code: z.string(),
    message: z.object({ vi: z.string(), en: z.string() }),
    source: z.string().nullable(),
    whoCan: z.array(z.enum(ROLES)),
  })
  .meta({ id: 'Refusal' });
export type RefusalView = z.output<typeof refusalView>;

/** One command of a case: allowed, or refused with the reason. */
export const allowedCommand = z
  .object({
    command: z.enum(CASE_COMMANDS),
    allowed: z.boolean(),
    refusal: refusalView.nullable(),
  })
  .meta({ id: 'AllowedCommand' });
export type AllowedCommand = z.output<typeof allowedCommand>;

/** What the reader may know of the petitioner. */
export const petitionerView = z
  .object({
    shown: z.enum(['identity', 'pseudonym', 'hidden', 'unknown']),
    label: z.string().describe('Name, pseudonym, or a plain statement that it is hidden or not recorded.'),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    idNumber: z.string().nullable(),
    isSample: z.boolean().describe('True for invented people of the demo.'),
  })
  .meta({ id: 'PetitionerView' });
export type PetitionerView = z.output<typeof petitionerView>;

/** Something about a case that a person must decide or supply. */
export const attentionView = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    kind: z.enum(ATTENTIONS),
    column: z.string().nullable(),
    value: z.string().nullable(),
    candidates: z.array(z.object({ code: z.string(), name: z.string() })),
    createdAt: instant,
  })
  .meta({ id: 'Attention' });
export type AttentionView = z.output<typeof attentionView>;

/** The whole case as the reader may see it. */
export const caseView = caseSummary
  .extend({
    version: z.int(),
    declaredKind: z.enum(PETITION_KINDS).nullable(),
    content: z.string().nullable(),
    topic: z.string().nullable(),
    placeCode: z.string().nullable(),
    agencyNamed: z.string().nullable().describe('Agency as the imported register names it.'),
    deskAgencyCode: z.string(),
    deskAgencyName: z.string(),
    ownerRole: z.enum(ROLES).nullable().describe('Role that must act next; null once resolved.'),
    outcomeSummary: z.string().nullable(),
    settledInTime: z.boolean().nullable(),
    sourceUrl: z.string().nullable(),
    petitioner: petitionerView,
    deadlines: z.array(deadlineView),
    commands: z.array(allowedCommand),
    attention: z.array(attentionView),
    createdAt: instant,
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.output<typeof caseView>;

/** One line of the timeline. */
export const historyEntry = z
  .object({
    seq: z.int(),
    command: z.string(),
    at: instant,
    legalOn: date.nullable(),
    actorRole: z.string(),
    actorName: z.string().nullable(),
    agencyCode: z.string().nullable(),
    agencyName: z.string().nullable(),
    handlingFrom: z.string().nullable(),
    handlingTo: z.string(),
    headline: z.enum(HEADLINES),
    payload: z.record(z.string(), z.unknown()),
    source: z.string().nullable().describe('Article of law the step rests on.'),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.output<typeof historyEntry>;

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
    late: z.int(),
    escalated: z.int(),
    dueIn7Days: z.int(),
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
    isLate: z.boolean(),
    explanation: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
    outcome: z.enum(OUTCOMES).nullable(),
    steps: z.array(
      z.object({
        command: z.string(),
        on: date,
        agencyName: z.string().nullable(),
        headline: z.enum(HEADLINES),
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
