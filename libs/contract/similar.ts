import { z } from 'zod';
import { HEADLINES, PETITION_KINDS, PROCEDURES } from '#domain';
import { date } from './pieces.js';
import { agencyCode, text } from './text.js';

/** What makes two petitions look alike. */
export const SIMILARITIES = ['phone', 'nameAndPlace', 'placeAndSubject'] as const;
export type Similarity = (typeof SIMILARITIES)[number];

/** Body of `POST /cases/similar`: a petition as far as it is typed. A body, because addresses are kept in logs. */
export const similarBody = z
  .strictObject({
    subject: text(500).nullable().default(null),
    phone: text(30).nullable().default(null),
    fullName: text(200).nullable().default(null),
    placeText: text(300).nullable().default(null),
    placeCode: agencyCode.nullable().default(null),
    declaredKind: z.enum(PETITION_KINDS).nullable().default(null),
    procedure: z.enum(PROCEDURES).exclude(['unclassified']).nullable().default(null),
  })
  .meta({ id: 'SimilarBody' });
export type SimilarBody = z.output<typeof similarBody>;

/** A case that may be about the same, and why it is thought so. */
export const similarCase = z
  .object({
    id: z.uuid(),
    number: z.string(),
    procedure: z.enum(PROCEDURES),
    headline: z.enum(HEADLINES),
    subject: z.string(),
    agencyName: z.string().nullable(),
    receivedOn: date.nullable(),
    reasons: z.array(z.enum(SIMILARITIES)),
  })
  .meta({ id: 'SimilarCase' });
export type SimilarCase = z.output<typeof similarCase>;

export const similarList = z.object({ items: z.array(similarCase) }).meta({ id: 'SimilarList' });
