import type { z } from 'zod';
import type { COMMAND_BODIES } from '#contract';
import type { CaseCommandName } from '#domain';

/** How a field of a command is filled in; each kind has one part in field.tsx or choice.tsx. */
export type FieldKind =
  | 'agency'
  | 'answer'
  | 'correctableAct'
  | 'criteria'
  | 'date'
  | 'duty'
  | 'flag'
  | 'furtherStep'
  | 'line'
  | 'outcome'
  | 'paragraph'
  | 'place'
  | 'procedure'
  | 'recordedDate'
  | 'scope'
  | 'terminationGround'
  | 'tool'
  | 'verdict'
  | 'visitGround';

type Body<Command extends CaseCommandName> = z.input<(typeof COMMAND_BODIES)[Command]>;

/** The fields of every command in the order of its dialog; one missing or too many does not compile. */
export const COMMAND_FIELDS = {
  classify: { procedure: 'procedure', reason: 'paragraph' },
  confirmIdentity: { known: 'verdict', on: 'date', note: 'paragraph' },
  refuseVisit: { ground: 'visitGround', reason: 'paragraph', on: 'date' },
  markDuplicate: { ofCase: 'line', reason: 'paragraph', on: 'date' },
  guideToSplit: { reason: 'paragraph', on: 'date' },
  guide: { toBody: 'line', reason: 'paragraph', on: 'date' },
  transfer: { toBody: 'line', reason: 'paragraph', on: 'date' },
  returnToSender: { reason: 'paragraph', on: 'date' },
  fileIneligible: { reason: 'paragraph', on: 'date' },
  answerVisitor: { answer: 'answer', note: 'paragraph', on: 'date' },
  assign: { agencyCode: 'agency', receivedByAgencyOn: 'date', note: 'paragraph' },
  refuseAssignment: { reason: 'paragraph', rightAgencyCode: 'agency' },
  proposeAcceptance: { note: 'paragraph' },
  accept: { on: 'date', documentNumber: 'line' },
  refuseAcceptance: { reason: 'paragraph', on: 'date' },
  startVerification: { verifier: 'line', noConflict: 'flag', on: 'date' },
  requestExpertise: { on: 'date', note: 'paragraph' },
  receiveExpertise: { on: 'date', note: 'paragraph' },
  reportVerification: { demandsDiffer: 'flag', on: 'date' },
  holdDialogue: { on: 'date' },
  recordComplexity: { criteria: 'criteria', remote: 'flag', on: 'date' },
  extend: { reason: 'paragraph', on: 'date', documentNumber: 'line' },
  suspend: { reason: 'paragraph', on: 'date' },
  continue: { on: 'date', note: 'paragraph' },
  stay: { reason: 'paragraph', on: 'date' },
  liftStay: { reason: 'paragraph', on: 'date' },
  terminate: { ground: 'terminationGround', reason: 'paragraph', on: 'date' },
  resolve: { outcome: 'outcome', summary: 'paragraph', on: 'date', documentNumber: 'line' },
  withdraw: { scope: 'scope', settlementMustContinue: 'flag', note: 'paragraph', on: 'date' },
  reopen: { reason: 'paragraph', on: 'date' },
  fulfil: { duty: 'duty', on: 'date', documentNumber: 'line', note: 'paragraph' },
  recordFurtherStep: { step: 'furtherStep', on: 'date', note: 'paragraph' },
  recordExecution: { on: 'date', note: 'paragraph' },
  archive: { on: 'date', note: 'paragraph' },
  setReceivedDate: { receivedOn: 'date', reason: 'paragraph' },
  setPlace: { placeCode: 'place', reason: 'paragraph' },
  correctDate: { act: 'correctableAct', was: 'recordedDate', is: 'date', reason: 'paragraph' },
  reportRisk: { reason: 'paragraph', on: 'date' },
  passCrimeSigns: { toBody: 'line', reason: 'paragraph', on: 'date' },
  liftSeal: { on: 'date', note: 'paragraph' },
  requestProtection: { on: 'date', note: 'paragraph' },
  decideProtection: { granted: 'verdict', on: 'date', documentNumber: 'line' },
  endProtection: { reason: 'paragraph', on: 'date' },
  urge: { message: 'paragraph', on: 'date' },
  answerUrge: { explanation: 'paragraph', on: 'date' },
  escalate: { reason: 'paragraph', on: 'date' },
  standDown: { reason: 'paragraph', on: 'date' },
  supervise: { tool: 'tool', message: 'paragraph', on: 'date' },
  takeOver: { agencyCode: 'agency', reason: 'paragraph', on: 'date' },
  succeed: { agencyCode: 'agency', reason: 'paragraph', on: 'date' },
} as const satisfies { [Command in CaseCommandName]: Record<keyof Body<Command>, FieldKind> };

/** Every name a field can have. */
export type FieldName = {
  [Command in CaseCommandName]: keyof (typeof COMMAND_FIELDS)[Command];
}[CaseCommandName];

/** The fields of one command as pairs, in order. */
export const fieldsOf = (command: CaseCommandName) =>
  Object.entries(COMMAND_FIELDS[command]) as [FieldName, FieldKind][];
