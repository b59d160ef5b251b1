/*
 * What an office may do with a case and where that leads, written down a second time from the glossary and the law,
 * by hand and without the engine: nothing here is imported from it. Conditions that hang on days are left to the
 * engine; what may follow what is not.
 */

/** Where a case stands, as far as the model follows it. */
export interface Standing {
  procedure: string;
  /** `received.classified`, `assigned.verifying`, `resolved.answered` and so on; empty before the registration. */
  at: string;
  isEscalated: boolean;
  urgeIsOpen: boolean;
  isStayed: boolean;
  wasAccepted: boolean;
  wasVerified: boolean;
  isReported: boolean;
  isIdentityKnown: boolean;
  returns: number;
  protection: 'none' | 'requested' | 'protected' | 'ended';
}

/** One act as the record tells it. */
export interface Act {
  command: string;
  role: string;
  payload: Record<string, unknown>;
}

export const UNREGISTERED: Standing = {
  procedure: 'unclassified',
  at: '',
  isEscalated: false,
  urgeIsOpen: false,
  isStayed: false,
  wasAccepted: false,
  wasVerified: false,
  isReported: false,
  isIdentityKnown: false,
  returns: 0,
  protection: 'none',
};

/** An act: who may do it, in which cases, and what changes; nothing changed means that the case stays where it is. */
interface Rule {
  by: readonly string[];
  when: (standing: Standing, payload: Act['payload']) => boolean;
  leads?: (standing: Standing, payload: Act['payload']) => Partial<Standing>;
}

const DESK = ['deskOfficer', 'coordinationOffice'];
const AGENCY = ['agencyOfficer', 'agencyHead'];
const HEAD = ['agencyHead'];
const OFFICES = [...DESK, ...AGENCY];
const OVERSIGHT = ['supervisor', 'coordinationOffice'];

const isComplaint = ({ procedure }: Standing) => procedure.startsWith('complaint');
const isDenunciation = ({ procedure }: Standing) => procedure === 'denunciation';
const isAnswered = ({ procedure }: Standing) => procedure === 'feedback' || procedure === 'voterPetition';
const isIn =
  (...places: string[]) =>
  ({ at }: Standing) =>
    places.some((place) => at === place || at.startsWith(`${place}.`));
const isOpen = isIn('received', 'assigned');
const isSorted = isIn('received.classified', 'received.circulating');
const awaitsAcceptance = isIn('assigned.awaitingAcceptance', 'assigned.proposingAcceptance');
const isWorkedOn = (standing: Standing) =>
  !isAnswered(standing) &&
  isIn('assigned.accepted', 'assigned.verifying', 'assigned.deciding', 'assigned.concluding')(standing);
const lastStep = (standing: Standing) =>
  isComplaint(standing) ? 'assigned.deciding' : 'assigned.concluding';
const end = (name: string) => () => ({ at: `resolved.${name}` });
const endOfDesk = (name: string): Rule => ({ by: DESK, when: isIn('received'), leads: end(name) });
const goesOn = (standing: Standing) => {
  if (standing.isReported) return lastStep(standing);
  return standing.wasVerified ? 'assigned.verifying' : 'assigned.accepted';
};
const FIRST_OF: Record<string, string> = {
  feedback: 'assigned.studying',
  voterPetition: 'assigned.sentToLead',
};
const first = ({ procedure }: Standing) => FIRST_OF[procedure] ?? 'assigned.awaitingAcceptance';

const RULES: Record<string, Rule> = {
  register: { by: DESK, when: ({ at }) => at === '', leads: () => ({ at: 'received.registered' }) },
  classify: {
    by: DESK,
    when: isIn('received'),
    leads: ({ procedure: before, protection }, { procedure }) => ({
      at: 'received.classified',
      procedure: String(procedure),
      protection: before === procedure ? protection : 'none',
    }),
  },
  assign: { by: DESK, when: isSorted, leads: (standing) => ({ at: first(standing) }) },
  returnToSender: endOfDesk('returnedToSender'),
  fileIneligible: endOfDesk('filedIneligible'),
  guideToSplit: endOfDesk('guidedToSplit'),
  markDuplicate: endOfDesk('duplicate'),
  guide: { by: DESK, when: (standing) => isSorted(standing) && isComplaint(standing), leads: end('guided') },
  transfer: {
    by: DESK,
    when: (standing) => isSorted(standing) && !isComplaint(standing),
    leads: end('transferred'),
  },
  refuseAssignment: {
    by: AGENCY,
    when: (standing) =>
      awaitsAcceptance(standing) || (isAnswered(standing) && standing.at === first(standing)),
    leads: ({ returns }) => ({
      at: returns >= 1 ? 'received.circulating' : 'received.classified',
      returns: returns + 1,
    }),
  },
  proposeAcceptance: {
    by: ['agencyOfficer'],
    when: isIn('assigned.awaitingAcceptance'),
    leads: () => ({ at: 'assigned.proposingAcceptance' }),
  },
  accept: {
    by: HEAD,
    when: (standing) => awaitsAcceptance(standing) && (!isDenunciation(standing) || standing.isIdentityKnown),
    leads: () => ({ at: 'assigned.accepted', wasAccepted: true }),
  },
  refuseAcceptance: { by: HEAD, when: awaitsAcceptance, leads: end('notAccepted') },
  confirmIdentity: {
    by: OFFICES,
    when: (standing) =>
      isDenunciation(standing) && (isIn('received')(standing) || awaitsAcceptance(standing)),
    leads: (_, { known }) => ({ isIdentityKnown: known === true }),
  },
  startVerification: {
    by: AGENCY,
    when: (standing) =>
      isAnswered(standing) ? standing.at === first(standing) : standing.at === 'assigned.accepted',
    leads: ({ procedure }) => ({
      at: procedure === 'voterPetition' ? 'assigned.coordinating' : 'assigned.verifying',
      wasVerified: true,
    }),
  },
  reportVerification: {
    by: AGENCY,
    when: (standing) => !isAnswered(standing) && standing.at === 'assigned.verifying',
    leads: (standing) => ({ at: lastStep(standing), isReported: true }),
  },
  suspend: { by: HEAD, when: isWorkedOn, leads: () => ({ at: 'assigned.suspended' }) },
  continue: { by: HEAD, when: isIn('assigned.suspended'), leads: (standing) => ({ at: goesOn(standing) }) },
  stay: {
    by: HEAD,
    when: (standing) =>
      isComplaint(standing) &&
      (isWorkedOn(standing) || standing.at === 'assigned.suspended') &&
      !standing.isStayed,
    leads: () => ({ isStayed: true }),
  },
  liftStay: { by: HEAD, when: ({ isStayed }) => isStayed, leads: () => ({ isStayed: false }) },
  terminate: {
    by: HEAD,
    when: (standing) => isWorkedOn(standing) || isIn('assigned.suspended')(standing),
    leads: end('terminated'),
  },
  resolve: {
    by: HEAD,
    when: (standing) =>
      isAnswered(standing) ? isIn('assigned')(standing) : standing.at === lastStep(standing),
    leads: (standing) => {
      if (isAnswered(standing)) return { at: 'resolved.answered' };
      return { at: isComplaint(standing) ? 'resolved.decided' : 'resolved.concluded' };
    },
  },
  withdraw: {
    by: OFFICES,
    when: isOpen,
    leads: (_, { scope, settlementMustContinue }) =>
      scope === 'whole' && settlementMustContinue !== true ? { at: 'resolved.withdrawn' } : {},
  },
  reopen: {
    by: [...DESK, ...HEAD],
    when: isIn('resolved.withdrawn'),
    leads: (standing) => {
      if (standing.procedure === 'unclassified') return { at: 'received.registered', isReported: false };
      const at = isAnswered(standing) || !standing.wasAccepted ? 'received.classified' : undefined;
      return { at: at ?? goesOn({ ...standing, isReported: false }), isReported: false };
    },
  },
  setPlace: { by: DESK, when: isOpen },
  reportRisk: { by: OFFICES, when: isOpen },
  answerVisitor: { by: OFFICES, when: isOpen },
  urge: { by: OVERSIGHT, when: ({ at }) => at !== '', leads: () => ({ urgeIsOpen: true }) },
  answerUrge: { by: AGENCY, when: ({ urgeIsOpen }) => urgeIsOpen, leads: () => ({ urgeIsOpen: false }) },
  escalate: { by: OVERSIGHT, when: ({ at }) => at !== '', leads: () => ({ isEscalated: true }) },
  supervise: { by: OVERSIGHT, when: ({ at }) => at !== '', leads: () => ({ isEscalated: true }) },
  standDown: { by: OVERSIGHT, when: ({ isEscalated }) => isEscalated, leads: () => ({ isEscalated: false }) },
  requestProtection: {
    by: OFFICES,
    when: (standing) => isDenunciation(standing) && ['none', 'ended'].includes(standing.protection),
    leads: () => ({ protection: 'requested' }),
  },
  decideProtection: {
    by: HEAD,
    when: ({ protection }) => protection === 'requested',
    leads: (_, { granted }) => ({ protection: granted === true ? 'protected' : 'none' }),
  },
  endProtection: {
    by: HEAD,
    when: ({ protection }) => protection === 'protected',
    leads: () => ({ protection: 'ended' }),
  },
  archive: {
    by: OFFICES,
    when: ({ at, urgeIsOpen, isEscalated }) =>
      at.startsWith('resolved.') && at !== 'resolved.archived' && !urgeIsOpen && !isEscalated,
    leads: end('archived'),
  },
};

/** Commands the model knows. */
export const COMMANDS: readonly string[] = Object.keys(RULES);

/** Whether the model would let anybody give the command there, whatever it carries. */
export function mayFollow(standing: Standing, command: string): boolean {
  return RULES[command]?.when(standing, {}) === true;
}

/** Whether the command can be the last of a case that is open. */
export function endsCase(command: string): boolean {
  const open = { ...UNREGISTERED, at: 'assigned.verifying' };
  return RULES[command]?.leads?.(open, { scope: 'part' }).at?.startsWith('resolved.') === true;
}

/** Roles that the model lets give a command. */
export function rolesOf(command: string): readonly string[] {
  return RULES[command]?.by ?? [];
}

/** Where the act leads; null when the model does not allow it. */
export function follow(standing: Standing, { command, role, payload }: Act): Standing | null {
  const rule = RULES[command];
  if (!rule?.by.includes(role) || !rule.when(standing, payload)) return null;
  // A case that goes round between agencies is the coordination office's.
  if (standing.at === 'received.circulating' && role === 'deskOfficer') return null;
  const after = { ...standing, ...rule.leads?.(standing, payload) };
  const hasEnded = after.at.startsWith('resolved.') && !standing.at.startsWith('resolved.');
  // With its end, what supervisors and clocks have said of a case is laid down.
  return hasEnded ? { ...after, isEscalated: false, urgeIsOpen: false, isStayed: false } : after;
}

/** The state everybody sees. */
export function headlineOf({ at, isEscalated }: Standing): string {
  const [top = ''] = at.split('.');
  return top !== 'resolved' && isEscalated ? 'escalated' : top;
}
