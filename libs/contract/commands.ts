import { z } from 'zod';
import {
  type CaseCommandName,
  CHANNELS,
  COMPLEXITY_CRITERIA,
  CORRECTABLE_ACTS,
  DUTIES,
  FURTHER_STEPS,
  OUTCOMES,
  PETITION_KINDS,
  PROCEDURES,
  SUPERVISION_TOOLS,
  TERMINATION_GROUNDS,
  VISIT_GROUNDS,
} from '#domain';
import { agencyCode, legalDate, text } from './text.js';

const on = legalDate.describe('Legal date of the act; not later than today.');
const reason = text(2000);
const note = text(2000).optional();
const documentNumber = text(60).optional();

/** Who hands in the petition. Kept apart from the case; a denouncer's identity is sealed after intake. */
export const petitionerBody = z
  .strictObject({
    fullName: text(200),
    address: text(400).optional(),
    phone: text(30).optional(),
    idNumber: text(30).optional().describe('Number of căn cước, định danh cá nhân or passport.'),
  })
  .meta({ id: 'PetitionerBody' });

/** Body of `POST /cases`: what the desk types while the citizen waits. */
export const registerBody = z
  .strictObject({
    subject: text(500).describe('One line: what is asked for.'),
    content: text(20_000).optional(),
    channel: z.enum(CHANNELS),
    receivedOn: legalDate,
    backdatingReason: text(500)
      .optional()
      .describe('Demanded when receivedOn is not today, so that late registering stays visible.'),
    declaredKind: z.enum(PETITION_KINDS).nullable().default(null),
    procedure: z
      .enum(PROCEDURES)
      .exclude(['unclassified'])
      .optional()
      .describe('Set when the desk classifies at once.'),
    agencyCode: agencyCode.optional().describe('Set when the desk assigns at once; needs procedure.'),
    topic: text(60).optional(),
    placeText: text(300).optional().describe('Commune or place as the citizen says it; old names are fine.'),
    placeCode: agencyCode.optional(),
    petitioner: petitionerBody.nullable().default(null).describe('null for an anonymous petition.'),
  })
  .meta({ id: 'RegisterBody' });
export type RegisterBody = z.input<typeof registerBody>;

/** Body of `POST /cases/{id}/{command}`, one per command a person can give. */
export const COMMAND_BODIES = {
  classify: z.strictObject({ procedure: z.enum(PROCEDURES).exclude(['unclassified']), reason: note }),
  guide: z.strictObject({ toBody: text(300), on, reason }),
  transfer: z.strictObject({ toBody: text(300), on, reason }),
  returnToSender: z.strictObject({ on, reason }),
  fileIneligible: z.strictObject({ on, reason }),
  answerVisitor: z.strictObject({
    on,
    answer: z.enum(['accepted', 'needsMoreTime', 'refused', 'transferred']),
    note,
  }),
  assign: z.strictObject({ agencyCode, receivedByAgencyOn: on, note }),
  refuseAssignment: z.strictObject({ reason, rightAgencyCode: agencyCode.nullable() }),
  proposeAcceptance: z.strictObject({ note }),
  accept: z.strictObject({ on, documentNumber }),
  refuseAcceptance: z.strictObject({ on, reason }),
  startVerification: z.strictObject({
    on,
    verifier: text(200).optional(),
    noConflict: z
      .boolean()
      .optional()
      .describe('Declared: the verifier is no relative of the accused. Must be true for a denunciation.'),
  }),
  holdDialogue: z.strictObject({ on }),
  recordComplexity: z.strictObject({
    on,
    criteria: z.array(z.enum(COMPLEXITY_CRITERIA)).max(COMPLEXITY_CRITERIA.length),
    remote: z.boolean(),
  }),
  extend: z.strictObject({ on, reason, documentNumber }),
  suspend: z.strictObject({ on, reason }),
  continue: z.strictObject({ on, note }),
  resolve: z.strictObject({ on, outcome: z.enum(OUTCOMES), summary: text(4000), documentNumber }),
  withdraw: z.strictObject({
    on,
    scope: z.enum(['whole', 'part']),
    note,
    settlementMustContinue: z.boolean().optional(),
  }),
  setReceivedDate: z.strictObject({ receivedOn: on, reason }),
  setPlace: z.strictObject({ placeCode: agencyCode, reason: note }),
  urge: z.strictObject({ on, message: reason }),
  answerUrge: z.strictObject({ on, explanation: reason }),
  escalate: z.strictObject({ on, reason }),
  standDown: z.strictObject({ on, reason }),
  confirmIdentity: z.strictObject({ on, known: z.boolean(), note }),
  refuseVisit: z.strictObject({ on, ground: z.enum(VISIT_GROUNDS), reason }),
  markDuplicate: z.strictObject({
    on,
    ofCase: text(40).describe('Number of the case that holds the same content.'),
    reason,
  }),
  guideToSplit: z.strictObject({ on, reason }),
  reportRisk: z.strictObject({ on, reason }),
  passCrimeSigns: z.strictObject({ on, toBody: text(300), reason }),
  requestExpertise: z.strictObject({ on, note }),
  receiveExpertise: z.strictObject({ on, note }),
  reportVerification: z.strictObject({
    on,
    demandsDiffer: z
      .boolean()
      .optional()
      .describe(
        'What is asked for and what was found are still apart: a first complaint then needs a dialogue.',
      ),
  }),
  stay: z.strictObject({ on, reason }),
  liftStay: z.strictObject({ on, reason }),
  terminate: z.strictObject({ on, ground: z.enum(TERMINATION_GROUNDS), reason }),
  fulfil: z.strictObject({ duty: z.enum(DUTIES), on, documentNumber, note }),
  recordFurtherStep: z.strictObject({ on, step: z.enum(FURTHER_STEPS), note }),
  recordExecution: z.strictObject({ on, note }),
  archive: z.strictObject({ on, note }),
  takeOver: z.strictObject({ on, agencyCode, reason }),
  supervise: z.strictObject({ tool: z.enum(SUPERVISION_TOOLS), on, message: reason }),
  reopen: z.strictObject({ on, reason }),
  liftSeal: z.strictObject({ on, note }),
  requestProtection: z.strictObject({ on, note }),
  decideProtection: z.strictObject({ on, granted: z.boolean(), documentNumber }),
  endProtection: z.strictObject({ on, reason }),
  succeed: z.strictObject({ on, agencyCode, reason }),
  correctDate: z.strictObject({
    act: z.enum(CORRECTABLE_ACTS),
    was: legalDate.describe('Date as it is recorded.'),
    is: legalDate.describe('Date on which the act happened.'),
    reason,
  }),
} satisfies Record<CaseCommandName, z.ZodType>;

/** What the engine answers to a command; the same bytes again when the Idempotency-Key is repeated. */
export const commandResult = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    version: z.int(),
    headline: z.string(),
    handling: z.string(),
  })
  .meta({ id: 'CommandResult' });
export type CommandResult = z.output<typeof commandResult>;

/** Answer of `POST /cases`: the receipt the citizen takes home. */
export const receipt = commandResult
  .extend({
    trackingCode: z.string().describe('26 letters and digits; whoever holds it can follow the case.'),
    trackingUrl: z.string(),
    qrSvg: z.string(),
    receivedOn: z.string().nullable(),
    due: z.string().nullable().describe('Earliest legal due date now running.'),
    dueClock: z.string().nullable(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.output<typeof receipt>;
