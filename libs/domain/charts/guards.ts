import {
  type Clock,
  DUTIES,
  type FurtherStep,
  type Procedure,
  SETTLING_OUTCOMES,
  type TerminationGround,
} from '../vocabulary.js';
import type { CaseFacts, ChartEvent, EventOf } from './facts.js';

/** How many returns between agencies ring the circulation alarm (project decision). */
const RETURNS_THAT_CIRCULATE = 2;

/** Grounds for refusing a visit that need a notice in writing, form 01/TCD (ND154 art. 4.3). */
const WRITTEN_GROUNDS: readonly string[] = ['settledAlready', 'nothingNew'];

const isDuty = (clock: Clock) => (DUTIES as readonly Clock[]).includes(clock);

interface Asked {
  context: CaseFacts;
  event: ChartEvent;
}

/** Every condition a chart may ask, by name. Pure: facts and event in, yes or no out. */
export const GUARDS = {
  identityIsKnown: ({ context }) => context.identityKnown === true,
  noConflictDeclared: ({ event }) => (event as EventOf<'startVerification'>).noConflict === true,
  dialogueWasHeld: ({ context }) => context.dialogueHeld,
  dialogueWasHeldIfNeeded: ({ context }) => context.dialogueHeld || !context.demandsDiffer,
  receivedDateIsMissing: ({ context }) => context.receivedOn === null,
  urgeIsOpen: ({ context }) => context.urgeIsOpen,
  noUrgeIsOpen: ({ context }) => !context.urgeIsOpen,
  wasAccepted: ({ context }) => context.acceptedOn !== null,
  verificationHasStarted: ({ context }) => context.verificationStarted,
  verificationIsReported: ({ context }) => context.verificationReported,
  isStayed: ({ context }) => context.stayed,
  isNotStayed: ({ context }) => !context.stayed,
  returnRingsCirculation: ({ context }) => context.refusedAssignments + 1 >= RETURNS_THAT_CIRCULATE,
  groundNeedsNotice: ({ event }) => WRITTEN_GROUNDS.includes((event as EventOf<'refuseVisit'>).ground),
  withdrawalEndsCase: ({ event }) => {
    const { scope, settlementMustContinue } = event as EventOf<'withdraw'>;
    return scope === 'whole' && settlementMustContinue !== true;
  },
  protectionIsGranted: ({ event }) => (event as EventOf<'decideProtection'>).granted,
  alarmIsWarning: ({ event }) => (event as EventOf<'deadlinePassed'>).kind === 'warn',
  alarmIsLimit: ({ event }) => isLimitOf(event, (clock) => clock !== 'legalForce'),
  alarmIsEscalation: ({ event }) => (event as EventOf<'deadlinePassed'>).kind === 'escalate',
  forceIsReached: ({ event }) => isLimitOf(event, (clock) => clock === 'legalForce'),
  forceIsNotAwaited: ({ context }) => !context.clocks.includes('legalForce'),
  noClockRings: ({ context }) => Object.keys(context.alarms).length === 0,
  dutyIsOpen: ({ context, event }) => context.clocks.includes((event as EventOf<'fulfil'>).duty),
  nothingIsOwed: ({ context }) => !context.clocks.some(isDuty),
  isOpenOrOwes: ({ context }) => !context.ended || context.clocks.some(isDuty),
  isNotEscalated: ({ context }) => context.level === 0,
  endIsNotNoted: ({ context }) => !context.ended,
  reportsOnDelay: ({ context, event }) =>
    (event as EventOf<'supervise'>).tool === 'demand' && context.alarms.settle === 'overdue',
  isInterpellation: ({ event }) => (event as EventOf<'supervise'>).tool === 'interpellation',
} satisfies Record<string, (asked: Asked) => boolean>;

function isLimitOf(event: ChartEvent, is: (clock: Clock) => boolean): boolean {
  const { kind, clock } = event as EventOf<'deadlinePassed'>;
  return kind === 'overdue' && is(clock);
}

const COMPLAINT_GROUNDS: readonly TerminationGround[] = ['personDied', 'organisationEnded'];

/** Grounds of termination by procedure: KN art. 11a, TC art. 34. */
export const GROUNDS: Partial<Record<Procedure, readonly TerminationGround[]>> = {
  complaintFirst: COMPLAINT_GROUNDS,
  complaintSecond: COMPLAINT_GROUNDS,
  denunciation: ['accusedDied', 'alreadyDecided'],
};

/** How a citizen may go on, by procedure: KN art. 33 and 42, TC art. 37. */
export const STEPS: Partial<Record<Procedure, readonly FurtherStep[]>> = {
  complaintFirst: ['secondComplaint', 'court'],
  complaintSecond: ['court'],
  denunciation: ['furtherDenunciation'],
};

/** Conditions that differ from procedure to procedure. */
export const guardsOf = (procedure: Procedure) => ({
  outcomeFits: ({ event }: Asked) =>
    (SETTLING_OUTCOMES[procedure] as readonly string[]).includes((event as EventOf<'resolve'>).outcome),
  groundFits: ({ event }: Asked) =>
    GROUNDS[procedure]?.includes((event as EventOf<'terminate'>).ground) === true,
  stepFits: ({ event }: Asked) =>
    STEPS[procedure]?.includes((event as EventOf<'recordFurtherStep'>).step) === true,
});
