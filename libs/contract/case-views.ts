import { z } from 'zod';
import {
  ATTENTIONS,
  CASE_COMMANDS,
  CHANNELS,
  CLOCKS,
  CORRECTABLE_ACTS,
  DEADLINE_STATES,
  HEADLINES,
  OUTCOMES,
  PETITION_KINDS,
  PROCEDURES,
  ROLES,
  SUPERVISION_TOOLS,
} from '#domain';

import { certainty, date, explanation, instant, pageOf, reliance } from './pieces.js';

/** Where the secret of a denouncer's identity stands; other petitions are open. */
const CONFIDENTIALITIES = ['open', 'sealed', 'lifted'] as const;

/** Where the protection of a denouncer stands (TC art. 50-51). */
const PROTECTIONS = ['none', 'requested', 'protected', 'ended'] as const;

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
    ...reliance,
    daysLeft: z.int().nullable().describe('Calendar days from today to the due date; negative when late.'),
    isLate: z.boolean().describe('Open and past the limit.'),
    wasLate: z.boolean().describe('Suspended, and past the limit when it was.'),
    isOwing: z.boolean().describe('Resolved, and owing a duty past its limit.'),
    isUrgent: z.boolean().describe('Serious damage threatens (TC art. 27.2).'),
    resolvedOn: date.nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    attentionCount: z.int(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.output<typeof caseSummary>;

export const casePage = pageOf(caseSummary)
  .extend({
    partial: z
      .boolean()
      .describe('True when the search stopped before the page was full; nextCursor goes on from there.'),
  })
  .meta({ id: 'CasePage' });
export type CasePage = z.output<typeof casePage>;

/** One clock of a case with the derivation of its due date, in both languages. */
export const deadlineView = z
  .object({
    id: z.uuid(),
    clock: z.enum(CLOCKS),
    state: z.enum(DEADLINE_STATES),
    due: date.nullable(),
    daysLeft: z.int().nullable(),
    isLate: z.boolean().describe('Runs past its due date, or stood past it when it was paused.'),
    metInTime: z.boolean().nullable(),
    provisional: z.boolean().describe('True when the date rests on a calendar that is not official.'),
    certainty,
    article: z.string(),
    source: z.string(),
    explanation,
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
    label: z.string().nullable().describe('Name or pseudonym; null when hidden or not recorded.'),
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
    confidentiality: z.enum(CONFIDENTIALITIES).describe('Whether the identity of a denouncer is sealed.'),
    protection: z.enum(PROTECTIONS).describe('Where the protection of a denouncer stands.'),
    isStayed: z.boolean().describe('The challenged decision is not carried out for now (KN art. 35).'),
    tool: z.enum(SUPERVISION_TOOLS).nullable().describe('Strongest tool of supervision used so far.'),
    deadlines: z.array(deadlineView),
    correctable: z
      .array(z.object({ act: z.enum(CORRECTABLE_ACTS), on: date }))
      .describe('Recorded dates that `correctDate` can correct.'),
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
