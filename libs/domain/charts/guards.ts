import { type Procedure, type Role, SETTLING_OUTCOMES } from '../vocabulary.js';
import type { CaseFacts, ChartEvent } from './facts.js';

type EventOf<Type extends ChartEvent['type']> = Extract<ChartEvent, { type: Type }>;

/** How many returns between agencies ring the circulation alarm (project decision). */
const RETURNS_THAT_CIRCULATE = 2;

/** Every condition a chart may ask, by name. Pure: facts and event in, yes or no out. */
export const GUARDS = {
  dialogueWasHeld: ({ context }) => context.dialogueHeld,
  receivedDateIsMissing: ({ context }) => context.receivedOn === null,
  urgeIsOpen: ({ context }) => context.urgeIsOpen,
  verificationHasStarted: ({ context }) => context.verificationStarted,
  returnRingsCirculation: ({ context }) => context.refusedAssignments + 1 >= RETURNS_THAT_CIRCULATE,
  withdrawalEndsCase: ({ event }) => {
    const { scope, settlementMustContinue } = event as EventOf<'withdraw'>;
    return scope === 'whole' && settlementMustContinue !== true;
  },
  alarmIsWarning: ({ event }) => (event as EventOf<'deadlinePassed'>).kind === 'warn',
  alarmIsLimit: ({ event }) => (event as EventOf<'deadlinePassed'>).kind === 'overdue',
  noClockRings: ({ context }) => Object.keys(context.alarms).length === 0,
} satisfies Record<string, (input: { context: CaseFacts; event: ChartEvent }) => boolean>;

/** Guard of `resolve`: the outcome is one that this procedure knows. */
export const outcomeFits =
  (procedure: Procedure) =>
  ({ event }: { event: ChartEvent }): boolean =>
    (SETTLING_OUTCOMES[procedure] as readonly string[]).includes((event as EventOf<'resolve'>).outcome);

/** What to tell the person when a guard says no: stable code, source of the rule, who can help. */
export const GUARD_REFUSALS: Record<
  string,
  { code: string; source: string | null; whoCan: readonly Role[] }
> = {
  dialogueWasHeld: { code: 'dialogue.missing', source: 'NĐ 155/2026 Điều 11', whoCan: ['agencyHead'] },
  receivedDateIsMissing: { code: 'receivedDate.alreadyKnown', source: null, whoCan: [] },
  urgeIsOpen: { code: 'urge.noneOpen', source: null, whoCan: ['supervisor', 'coordinationOffice'] },
  outcomeFits: { code: 'outcome.notOfThisProcedure', source: null, whoCan: [] },
};
