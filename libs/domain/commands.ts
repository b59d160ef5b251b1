import type {
  Channel,
  Clock,
  ComplexityCriterion,
  CorrectableAct,
  Duty,
  FurtherStep,
  LegalDate,
  Outcome,
  PetitionKind,
  Procedure,
  Role,
  SupervisionTool,
  TerminationGround,
  VisitGround,
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
  startVerification: {
    on: LegalDate;
    verifier?: string;
    /** Declared: the verifier is no relative of the accused and has no interest in the matter (ND31 art. 10). */
    noConflict?: boolean;
  };
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
  confirmIdentity: { on: LegalDate; known: boolean; note?: string };
  refuseVisit: { on: LegalDate; ground: VisitGround; reason: string };
  /** `ofCase` is the number of the case that holds the same content. */
  markDuplicate: { on: LegalDate; ofCase: string; reason: string };
  guideToSplit: { on: LegalDate; reason: string };
  reportRisk: { on: LegalDate; reason: string };
  passCrimeSigns: { on: LegalDate; toBody: string; reason: string };
  requestExpertise: { on: LegalDate; note?: string };
  receiveExpertise: { on: LegalDate; note?: string };
  /** `demandsDiffer`: what the complainant asks for and what was found are still apart (KN art. 30.1). */
  reportVerification: { on: LegalDate; demandsDiffer?: boolean };
  stay: { on: LegalDate; reason: string };
  liftStay: { on: LegalDate; reason: string };
  terminate: { on: LegalDate; ground: TerminationGround; reason: string };
  fulfil: { duty: Duty; on: LegalDate; documentNumber?: string; note?: string };
  recordFurtherStep: { on: LegalDate; step: FurtherStep; note?: string };
  recordExecution: { on: LegalDate; note?: string };
  archive: { on: LegalDate; note?: string };
  takeOver: { on: LegalDate; agencyCode: string; reason: string };
  supervise: { tool: SupervisionTool; on: LegalDate; message: string };
  reopen: { on: LegalDate; reason: string };
  liftSeal: { on: LegalDate; note?: string };
  requestProtection: { on: LegalDate; note?: string };
  decideProtection: { on: LegalDate; granted: boolean; documentNumber?: string };
  endProtection: { on: LegalDate; reason: string };
  succeed: { on: LegalDate; agencyCode: string; reason: string };
  /** `was` is the recorded date, `is` the right one. */
  correctDate: { act: CorrectableAct; was: LegalDate; is: LegalDate; reason: string };
  calendarChanged: { edition: string };
  /** `version` is the date of effect of the law that the case runs under from now on. */
  lawChanged: { version: LegalDate };
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

/** Commands a person can choose on a case page; `register` opens a case, the others are the system's own. */
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
  'confirmIdentity',
  'refuseVisit',
  'markDuplicate',
  'guideToSplit',
  'reportRisk',
  'passCrimeSigns',
  'requestExpertise',
  'receiveExpertise',
  'reportVerification',
  'stay',
  'liftStay',
  'terminate',
  'fulfil',
  'recordFurtherStep',
  'recordExecution',
  'archive',
  'takeOver',
  'supervise',
  'reopen',
  'liftSeal',
  'requestProtection',
  'decideProtection',
  'endProtection',
  'succeed',
  'correctDate',
] as const satisfies readonly CommandName[];
export type CaseCommandName = (typeof CASE_COMMANDS)[number];
