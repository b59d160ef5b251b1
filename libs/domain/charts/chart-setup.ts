import { assign, setup, stateIn } from 'xstate';
import type { NoticeTemplate } from '../decide/notices.js';
import type { Audience } from '../policy/policy.js';
import type { Clock, Procedure, Role } from '../vocabulary.js';
import type { CaseFacts, ChartEvent } from './facts.js';
import { GUARDS, outcomeFits } from './guards.js';

/** What a state tells about itself; the walk in charts.spec.ts holds every open state to it. */
export interface StateMeta {
  /** Role that must act next. */
  owner: Role;
  /** Clocks of which at least one runs while the case stands here. */
  clocks: readonly Clock[];
}

/** Day a clock starts from. */
export type ClockStart = 'receivedOn' | 'receivedByAgencyOn' | 'on';

/** Effects are data: `transition()` lists them, nothing is run. store-effects and decide read them. */
export interface EffectParams {
  startClock: { clock: Clock; from: ClockStart };
  stopClocks: { met: readonly Clock[]; cancelled: readonly Clock[] };
  stopEveryClock: { met: readonly Clock[] };
  pauseClock: { clock: Clock };
  continueClock: { clock: Clock };
  applyComplexity: { clock: Clock };
  extendClock: { clock: Clock };
  notify: { template: NoticeTemplate; audience: readonly Audience[] };
}

const effect = <Name extends keyof EffectParams>(_: unknown, __: EffectParams[Name]): void => {};

type EventOf<Type extends ChartEvent['type']> = Extract<ChartEvent, { type: Type }>;

/**
 * The pieces every chart is made of. A chart is pure: no invoke, no `after`, no history state, no
 * clock and no random number (a long `after` fires at once, a history state is lost on storage).
 */
export const chartSetup = (procedure: Procedure) =>
  setup({
    types: {
      context: {} as CaseFacts,
      events: {} as ChartEvent,
      meta: {} as StateMeta,
      input: {} as CaseFacts,
    },
    guards: {
      ...GUARDS,
      outcomeFits: outcomeFits(procedure),
      caseIsResolved: stateIn({ handling: 'resolved' }),
    },
    actions: {
      startClock: effect<'startClock'>,
      stopClocks: effect<'stopClocks'>,
      stopEveryClock: effect<'stopEveryClock'>,
      pauseClock: effect<'pauseClock'>,
      continueClock: effect<'continueClock'>,
      applyComplexity: effect<'applyComplexity'>,
      extendClock: effect<'extendClock'>,
      notify: effect<'notify'>,
      // XState forbids an event whose transition does nothing: an act that only the history notes does this.
      onlyNoted: () => {},
      silenceAlarms: assign(({ context }, { clocks }: { clocks: readonly Clock[] }) => ({
        alarms: Object.fromEntries(
          Object.entries(context.alarms).filter(([clock]) => !clocks.includes(clock as Clock)),
        ),
      })),
      rememberAlarm: assign(({ context, event }) => {
        const { clock, kind } = event as EventOf<'deadlinePassed'>;
        return { alarms: { ...context.alarms, [clock]: kind === 'warn' ? 'warned' : 'overdue' } };
      }),
      rememberLevel: assign(({ context, event }) => ({
        level:
          event.type === 'deadlinePassed'
            ? Math.max(context.level, event.level)
            : Math.min(context.level + 1, 3),
      })),
      forgetLevel: assign({ level: 0 }),
      rememberReceivedDate: assign(({ event }) => ({
        receivedOn: (event as EventOf<'setReceivedDate'>).receivedOn,
      })),
      rememberAcceptance: assign(({ event }) => ({ acceptedOn: (event as EventOf<'accept'>).on })),
      rememberVerification: assign({ verificationStarted: true }),
      rememberDialogue: assign({ dialogueHeld: true }),
      rememberComplexity: assign(({ event }) => {
        const { criteria, remote } = event as EventOf<'recordComplexity'>;
        return { complexity: complexityOf(procedure, new Set(criteria).size), remote };
      }),
      rememberRefusal: assign(({ context }) => ({ refusedAssignments: context.refusedAssignments + 1 })),
      rememberUrge: assign(({ context }) => ({ urges: context.urges + 1, urgeIsOpen: true })),
      rememberUrgeAnswer: assign({ urgeIsOpen: false }),
    },
  });

/**
 * One criterion makes a case complex; two make a denunciation specially complex
 * (ND155 art. 2 for complaints, ND31 art. 3 for denunciations).
 */
function complexityOf(procedure: Procedure, criteria: number): CaseFacts['complexity'] {
  if (criteria === 0) return 'none';
  return criteria >= 2 && procedure === 'denunciation' ? 'speciallyComplex' : 'complex';
}
