import { z } from 'zod';
import { instant, pageOf } from './pieces.js';
import { cursor, limit, text } from './text.js';

/** Why a message was parked: what stands in its way. */
export const PARK_REASONS = [
  'nobodyThere',
  'unknownWords',
  'fault',
  'neverEnds',
  'mailRefused',
  'mailServerAway',
] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

/** Who must act on a parked message. */
export const MESSAGE_OWNERS = ['coordinationOffice', 'administrator'] as const;
export type MessageOwner = (typeof MESSAGE_OWNERS)[number];

/** A message that is tried no more until a person decides. It names a case by its number, and no petitioner. */
export const parkedMessage = z
  .object({
    id: z.uuid(),
    caseId: z.uuid().nullable().describe('null for a reader who sees no cases.'),
    caseNumber: z.string(),
    title: z.object({ vi: z.string(), en: z.string() }),
    reason: z.enum(PARK_REASONS),
    owner: z.enum(MESSAGE_OWNERS).describe('Who must act.'),
    detail: z.string().nullable().describe('Codes of the fault, without names and values.'),
    addresses: z.array(z.string()).describe('Official addresses that were not reached.'),
    tries: z.int(),
    retries: z.int().describe('How often a person has had it tried again.'),
    createdAt: instant,
    parkedAt: instant,
  })
  .meta({ id: 'ParkedMessage' });
export type ParkedMessage = z.output<typeof parkedMessage>;
export const parkedPage = pageOf(parkedMessage).meta({ id: 'ParkedPage' });
export type ParkedPage = z.output<typeof parkedPage>;

export const parkedQuery = z.strictObject({
  owner: z.enum(MESSAGE_OWNERS).optional(),
  cursor: cursor.optional(),
  limit,
});

/** Body of `POST /messages/parked/{id}/give-up`. */
export const giveUpBody = z
  .strictObject({ reason: text(500).describe('How the people concerned are told instead, or why not.') })
  .meta({ id: 'GiveUpBody' });
