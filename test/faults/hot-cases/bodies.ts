import type { Random } from './random.js';

/** Agencies between which the cases go. */
export const AGENCIES = ['so-a', 'so-b'] as const;

const KINDS = ['complaintFirst', 'complaintSecond', 'denunciation', 'feedback', 'voterPetition'];
const OUTCOMES: Record<string, string> = {
  complaintFirst: 'decidedRight',
  complaintSecond: 'upheld',
  denunciation: 'concludedTrue',
};

interface Wish {
  today: string;
  procedure: string;
  /** Words found nowhere else, by which the judge finds the act in the record. */
  mark: string;
  random: Random;
}

const dated = ({ today: on, mark: reason }: Wish) => ({ on, reason });
const noted = ({ today: on, mark: note }: Wish) => ({ on, note });
const passedOn = (wish: Wish) => ({ ...dated(wish), toBody: 'Cơ quan khác' });
const onlyDated = ({ today: on }: Wish) => ({ on });

/** What a person sends with each command. */
const BODIES: Record<string, (wish: Wish) => object> = {
  classify: ({ random, mark: reason }) => ({ procedure: random.pick(KINDS), reason }),
  assign: ({ today, mark: note, random }) => ({
    agencyCode: random.pick(AGENCIES),
    receivedByAgencyOn: today,
    note,
  }),
  returnToSender: dated,
  fileIneligible: dated,
  guideToSplit: dated,
  markDuplicate: (wish) => ({ ...dated(wish), ofCase: 'CM-2026-000001-0' }),
  guide: passedOn,
  transfer: passedOn,
  refuseAssignment: ({ mark: reason }) => ({ reason, rightAgencyCode: null }),
  proposeAcceptance: ({ mark: note }) => ({ note }),
  accept: ({ today: on, mark: documentNumber }) => ({ on, documentNumber }),
  refuseAcceptance: dated,
  confirmIdentity: (wish) => ({ ...noted(wish), known: wish.random.chance(0.8) }),
  startVerification: ({ today: on, mark: verifier }) => ({ on, verifier, noConflict: true }),
  reportVerification: onlyDated,
  suspend: dated,
  continue: noted,
  stay: dated,
  liftStay: dated,
  terminate: (wish) => ({
    ...dated(wish),
    ground: wish.procedure === 'denunciation' ? 'accusedDied' : 'personDied',
  }),
  resolve: ({ today: on, mark: summary, procedure }) => ({
    on,
    summary,
    outcome: OUTCOMES[procedure] ?? 'answeredResolved',
  }),
  withdraw: (wish) => ({ ...noted(wish), scope: wish.random.chance(0.2) ? 'whole' : 'part' }),
  reopen: dated,
  setPlace: ({ mark: reason, random }) => ({ placeCode: random.pick(AGENCIES), reason }),
  reportRisk: dated,
  answerVisitor: (wish) => ({ ...noted(wish), answer: 'needsMoreTime' }),
  urge: ({ today: on, mark: message }) => ({ on, message }),
  answerUrge: ({ today: on, mark: explanation }) => ({ on, explanation }),
  escalate: dated,
  supervise: ({ today: on, mark: message }) => ({ on, message, tool: 'explanation' }),
  standDown: dated,
  requestProtection: noted,
  decideProtection: ({ today: on, mark: documentNumber, random }) => ({
    on,
    documentNumber,
    granted: random.chance(0.6),
  }),
  endProtection: dated,
  archive: noted,
};

/** The body of a command, as the person's screen would send it. */
export function bodyOf(command: string, wish: Wish): object {
  return BODIES[command]?.(wish) ?? {};
}

/** What the desk types when a petition comes in; sometimes it sorts and assigns it at once. */
export function registration({ today, mark, random }: Omit<Wish, 'procedure'>): object {
  const sorted = random.chance(0.6) ? { procedure: random.pick(KINDS) } : {};
  const assigned = 'procedure' in sorted && random.chance(0.7) ? { agencyCode: random.pick(AGENCIES) } : {};
  return { subject: mark, channel: 'inPerson', receivedOn: today, ...sorted, ...assigned };
}
