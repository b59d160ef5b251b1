import type { z } from 'zod';
import type { COMMAND_BODIES } from '#contract';
import type { CaseCommandName } from '#domain';

/** How a field of a command is filled in; each kind has one part in field.tsx. */
export type FieldKind =
  | 'agency'
  | 'answer'
  | 'criteria'
  | 'date'
  | 'flag'
  | 'line'
  | 'outcome'
  | 'paragraph'
  | 'place'
  | 'procedure'
  | 'scope';

type Body<Command extends CaseCommandName> = z.input<(typeof COMMAND_BODIES)[Command]>;

/** The fields of every command in the order of its dialog; one missing or too many does not compile. */
export const COMMAND_FIELDS = {
  classify: { procedure: 'procedure', reason: 'paragraph' },
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
  startVerification: { verifier: 'line', on: 'date' },
  holdDialogue: { on: 'date' },
  recordComplexity: { criteria: 'criteria', remote: 'flag', on: 'date' },
  extend: { reason: 'paragraph', on: 'date', documentNumber: 'line' },
  suspend: { reason: 'paragraph', on: 'date' },
  continue: { on: 'date', note: 'paragraph' },
  resolve: { outcome: 'outcome', summary: 'paragraph', on: 'date', documentNumber: 'line' },
  withdraw: { scope: 'scope', settlementMustContinue: 'flag', note: 'paragraph', on: 'date' },
  setReceivedDate: { receivedOn: 'date', reason: 'paragraph' },
  setPlace: { placeCode: 'place', reason: 'paragraph' },
  urge: { message: 'paragraph', on: 'date' },
  answerUrge: { explanation: 'paragraph', on: 'date' },
  escalate: { reason: 'paragraph', on: 'date' },
  standDown: { reason: 'paragraph', on: 'date' },
} as const satisfies { [Command in CaseCommandName]: Record<keyof Body<Command>, FieldKind> };

/** Every name a field can have. */
export type FieldName = {
  [Command in CaseCommandName]: keyof (typeof COMMAND_FIELDS)[Command];
}[CaseCommandName];

/** Commands that move a case on its ordinary way; the others stand under "other actions". */
export const PRIMARY: readonly CaseCommandName[] = [
  'classify',
  'answerVisitor',
  'proposeAcceptance',
  'assign',
  'accept',
  'startVerification',
  'continue',
  'resolve',
  'answerUrge',
  'urge',
  'escalate',
];

/** The fields of one command as pairs, in order. */
export const fieldsOf = (command: CaseCommandName) =>
  Object.entries(COMMAND_FIELDS[command]) as [FieldName, FieldKind][];
