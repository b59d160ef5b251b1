import type {
  Channel,
  Clock,
  ComplexityCriterion,
  LegalDate,
  Outcome,
  PetitionKind,
  Procedure,
  Role,
} from './vocabulary.js';

/** What each command carries. Dates are legal dates: when the act took effect, not when it was typed. */
export interface CommandPayloads {
  register: {
    receivedOn: LegalDate | null;
    channel: Channel;
    declaredKind: PetitionKind | null;
    deskAgencyCode: string;
    /** Why the received date differs from today; demanded when it does (late registering must show). */
    backdatingReason?: string;
  };
  classify: { procedure: Exclude<Procedure, 'unclassified'>; reason?: string };
  guide: { toBody: string; on: LegalDate; reason: string };
  transfer: { toBody: string; on: LegalDate; reason: string };
  returnToSender: { on: LegalDate; reason: string };
  fileIneligible: { on: LegalDate; reason: string };
  answerVisitor: {
    on: LegalDate;
    answer: 'accepted' | 'needsMoreTime' | 'refused' | 'transferred';
    note?: string;
  };
  assign: { agencyCode: string; receivedByAgencyOn: LegalDate; note?: string };
  refuseAssignment: { reason: string; rightAgencyCode: string | null };
  proposeAcceptance: { note?: string };
  accept: { on: LegalDate; documentNumber?: string };
  refuseAcceptance: { on: LegalDate; reason: string };
  startVerification: { on: LegalDate; verifier?: string };
  holdDialogue: { on: LegalDate };
  recordComplexity: { on: LegalDate; criteria: ComplexityCriterion[]; remote: boolean };
  extend: { on: LegalDate; reason: string; documentNumber?: string };
  suspend: { on: LegalDate; reason: string };
  continue: { on: LegalDate; note?: string };
  resolve: { on: LegalDate; outcome: Outcome; summary: string; documentNumber?: string };
  withdraw: { on: LegalDate; scope: 'whole' | 'part'; note?: string; settlementMustContinue?: boolean };
  setReceivedDate: { receivedOn: LegalDate; reason: string };
  setPlace: { placeCode: string; reason?: string };
  urge: { on: LegalDate; message: string };
  answerUrge: { on: LegalDate; explanation: string };
  escalate: { on: LegalDate; reason: string };
  standDown: { on: LegalDate; reason: string };
  deadlinePassed: { clock: Clock; deadlineId: string; step: number };
}

export type CommandName = keyof CommandPayloads;

/** A command as the door receives it: its name and what it carries. */
export type Command = {
  [Name in CommandName]: { type: Name } & CommandPayloads[Name];
}[CommandName];

/** Who acts. `system` is the sweep and the import; it has no agency and no personal data. */
export interface Actor {
  id: string;
  role: Role | 'system';
  agencyCode: string | null;
}

/** Commands a person can choose on a case page; `register` opens a case and `deadlinePassed` is the clock's. */
export const CASE_COMMANDS = [
  'classify',
  'guide',
  'transfer',
  'returnToSender',
  'fileIneligible',
  'answerVisitor',
  'assign',
  'refuseAssignment',
  'proposeAcceptance',
  'accept',
  'refuseAcceptance',
  'startVerification',
  'holdDialogue',
  'recordComplexity',
  'extend',
  'suspend',
  'continue',
  'resolve',
  'withdraw',
  'setReceivedDate',
  'setPlace',
  'urge',
  'answerUrge',
  'escalate',
  'standDown',
] as const satisfies readonly CommandName[];
export type CaseCommandName = (typeof CASE_COMMANDS)[number];
