import { z } from 'zod';
import { ATTENTIONS, HEADLINES, PROCEDURES, ROLES } from '#domain';
import { agencyCode, cursor, legalDate, limit, text } from './text.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Filters of `GET /cases`. An unknown parameter is refused. */
export const caseQuery = z.strictObject({
  headline: z.enum(HEADLINES).optional(),
  procedure: z.enum(PROCEDURES).optional(),
  agency: agencyCode.or(z.literal('none')).optional().describe('`none`: cases that nobody holds.'),
  late: flag.optional().describe('Open and past the limit, or past it when suspended.'),
  owed: flag.optional().describe('Resolved, and owing a duty past its limit.'),
  open: flag.optional(),
  attention: z.enum(ATTENTIONS).or(z.literal('any')).optional(),
  q: text(200)
    .optional()
    .describe(
      'Words of the subject, in any order, the last perhaps unfinished, marks and đ/d folded; or how a case number begins.',
    ),
  sort: z.enum(['due', 'received', 'newest']).default('due').describe('What `q` finds comes newest first.'),
  cursor: cursor.optional(),
  limit,
});
export type CaseQuery = z.output<typeof caseQuery>;

export const agencyQuery = z.strictObject({ q: text(200).optional(), kind: text(40).optional() });
export const noticeQuery = z.strictObject({ unread: flag.optional(), cursor: cursor.optional(), limit });
export const attentionQuery = z.strictObject({
  kind: z.enum(ATTENTIONS).optional(),
  cursor: cursor.optional(),
  limit,
});
export type AgencyQuery = z.output<typeof agencyQuery>;
export type NoticeQuery = z.output<typeof noticeQuery>;
export type AttentionQuery = z.output<typeof attentionQuery>;

/** Body of `POST /agencies`; the code never changes afterwards. */
export const agencyBody = z
  .strictObject({
    code: agencyCode,
    name: text(200),
    kind: z.enum(['council', 'committee', 'department', 'utility', 'party', 'ward', 'commune', 'other']),
    parentCode: agencyCode.nullable().default(null),
    email: z.email().nullable().default(null),
    validTo: legalDate
      .nullable()
      .default(null)
      .describe('Last day of an agency that was merged or dissolved.'),
    note: text(500).nullable().default(null),
  })
  .meta({ id: 'AgencyBody' });
export const agencyPatch = agencyBody.omit({ code: true }).partial().strict().meta({ id: 'AgencyPatch' });

/** Body of `POST /staff`. */
export const staffBody = z
  .strictObject({
    name: text(200),
    email: z.email(),
    role: z.enum(ROLES),
    agencyCode: agencyCode.nullable().default(null),
    password: z.string().min(12).max(128),
  })
  .meta({ id: 'StaffBody' });
export const staffPatch = z
  .strictObject({
    name: text(200),
    role: z.enum(ROLES),
    agencyCode: agencyCode.nullable(),
    isActive: z.boolean(),
  })
  .partial()
  .meta({ id: 'StaffPatch' });

/** Body of `POST /attention/{id}/settle`: the person says that it is dealt with. */
export const settleAttentionBody = z
  .strictObject({ note: text(500).optional(), placeCode: agencyCode.optional() })
  .meta({ id: 'SettleAttentionBody' });
