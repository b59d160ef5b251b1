import type { Actor, CommandName } from '../commands.js';
import type { Role } from '../vocabulary.js';

/** How a person stands to a case: their office took it in, holds it, or they answer for all of them. */
export type Relation = 'desk' | 'holder' | 'any';

type Rights = Partial<Record<Role | 'system', Relation>>;

const DESK: Rights = { deskOfficer: 'desk', coordinationOffice: 'any' };
const DESK_OR_IMPORT: Rights = { ...DESK, system: 'any' };
const HEAD: Rights = { agencyHead: 'holder' };
const AGENCY: Rights = { agencyOfficer: 'holder', agencyHead: 'holder' };
const OVERSIGHT: Rights = { supervisor: 'any', coordinationOffice: 'any' };
const OFFICES: Rights = { ...DESK, ...AGENCY };
const COORDINATION: Rights = { coordinationOffice: 'any' };
const CLOCK: Rights = { system: 'any' };

/**
 * Who may give which command. The desk receives and sorts and never decides the merits;
 * the head accepts, extends, suspends and settles in person; the HĐND urges and never settles.
 */
export const COMMAND_RIGHTS: Record<CommandName, Rights> = {
  register: DESK_OR_IMPORT,
  classify: DESK_OR_IMPORT,
  guide: DESK,
  transfer: DESK,
  returnToSender: DESK,
  fileIneligible: DESK,
  answerVisitor: OFFICES,
  assign: DESK_OR_IMPORT,
  refuseAssignment: AGENCY,
  proposeAcceptance: { agencyOfficer: 'holder' },
  accept: HEAD,
  refuseAcceptance: HEAD,
  startVerification: AGENCY,
  holdDialogue: AGENCY,
  recordComplexity: HEAD,
  extend: HEAD,
  suspend: HEAD,
  continue: HEAD,
  resolve: { ...HEAD, system: 'any' },
  withdraw: OFFICES,
  setReceivedDate: DESK,
  setPlace: DESK,
  urge: OVERSIGHT,
  answerUrge: AGENCY,
  escalate: OVERSIGHT,
  standDown: OVERSIGHT,
  confirmIdentity: OFFICES,
  refuseVisit: DESK,
  markDuplicate: DESK,
  guideToSplit: DESK,
  reportRisk: OFFICES,
  passCrimeSigns: { ...DESK, ...HEAD },
  requestExpertise: HEAD,
  receiveExpertise: AGENCY,
  reportVerification: AGENCY,
  stay: HEAD,
  liftStay: HEAD,
  terminate: HEAD,
  fulfil: OFFICES,
  recordFurtherStep: OFFICES,
  recordExecution: OFFICES,
  archive: OFFICES,
  takeOver: COORDINATION,
  supervise: OVERSIGHT,
  reopen: { ...DESK, ...HEAD },
  liftSeal: { deskOfficer: 'desk', agencyHead: 'holder' },
  requestProtection: OFFICES,
  decideProtection: HEAD,
  endProtection: HEAD,
  succeed: { ...COORDINATION, ...CLOCK },
  correctDate: { ...DESK, ...HEAD },
  calendarChanged: CLOCK,
  lawChanged: CLOCK,
  deadlinePassed: CLOCK,
};

/** The offices of a case, as far as rights depend on them. */
export interface CaseOffices {
  deskAgencyCode: string;
  agencyCode: string | null;
}

/** True when the person stands to the case as the right demands. */
export function stands(actor: Actor, relation: Relation, offices: CaseOffices): boolean {
  if (relation === 'any') return true;
  const office = relation === 'desk' ? offices.deskAgencyCode : offices.agencyCode;
  return office !== null && actor.agencyCode === office;
}

/** True when the person may give the command for a case of these offices. */
export function mayCommand(actor: Actor, command: CommandName, offices: CaseOffices): boolean {
  const relation = COMMAND_RIGHTS[command][actor.role];
  return relation !== undefined && stands(actor, relation, offices);
}

/** Roles that may give the command when they stand to the case as it demands. */
export function rolesFor(command: CommandName): Role[] {
  return Object.keys(COMMAND_RIGHTS[command]).filter((role): role is Role => role !== 'system');
}
