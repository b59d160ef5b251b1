import { and, assign, setup, stateIn } from 'xstate';
import type { NoticeTemplate } from '../decide/notices.js';
import type { Audience } from '../policy/policy.js';
import type { Clock, Procedure, Role } from '../vocabulary.js';
import type { CaseFacts, ChartEvent, EventOf } from './facts.js';
import { GUARDS, guardsOf } from './guards.js';
import { MEMORY, without } from './memory.js';

/** What a state tells about itself; check-charts.ts holds every open state to it. */
export interface StateMeta {
  /** Role that must act next. */
  owner: Role;
  /** Clocks of which at least one runs while the case stands here. */
  clocks: readonly Clock[];
}

/** Day a clock starts from. */
export type ClockStart = 'receivedOn' | 'receivedByAgencyOn' | 'on';

/** Effects are data: `transition()` lists them, nothing is run; decide/apply-effects.ts reads them. */
export interface EffectParams {
  /** `when`: only for a case of which this is true. */
  startClock: { clock: Clock; from: ClockStart; when?: 'forwarded' | 'owesCouncil' };
  /** Starts what a petition of this kind runs from the day it came in. */
  startReception: undefined;
  stopClocks: { met: readonly Clock[]; cancelled: readonly Clock[] };
  /** Meets the clock of the duty that the command names. */
  meetDuty: undefined;
  pauseClock: { clock: Clock };
  continueClock: { clock: Clock };
  requestExpertise: { clock: Clock };
  returnExpertise: { clock: Clock };
  reopenClock: { clock: Clock };
  applyComplexity: { clock: Clock };
  extendClock: { clock: Clock };
  notify: { template: NoticeTemplate; audience: readonly Audience[] };
}

const effect = <Name extends keyof EffectParams>(_: unknown, __: EffectParams[Name]): void => {};

interface Asked {
  context: CaseFacts;
  event: ChartEvent;
}

const remember = (change: (facts: CaseFacts, event: ChartEvent) => Partial<CaseFacts>) =>
  assign<CaseFacts, ChartEvent, undefined, ChartEvent, never>(({ context, event }: Asked) =>
    change(context, event),
  );

const memory = Object.fromEntries(
  Object.entries(MEMORY).map(([name, change]) => [name, remember(change)]),
) as { [Name in keyof typeof MEMORY]: ReturnType<typeof remember> };

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
      ...guardsOf(procedure),
      caseHasJustEnded: and([stateIn({ handling: 'resolved' }), 'endIsNotNoted']),
    },
    actions: {
      startClock: effect<'startClock'>,
      startReception: effect<'startReception'>,
      stopClocks: effect<'stopClocks'>,
      meetDuty: effect<'meetDuty'>,
      pauseClock: effect<'pauseClock'>,
      continueClock: effect<'continueClock'>,
      requestExpertise: effect<'requestExpertise'>,
      returnExpertise: effect<'returnExpertise'>,
      reopenClock: effect<'reopenClock'>,
      applyComplexity: effect<'applyComplexity'>,
      extendClock: effect<'extendClock'>,
      notify: effect<'notify'>,
      // XState forbids an event whose transition does nothing: an act that only the history notes does this.
      onlyNoted: () => {},
      ...memory,
      silenceAlarms: assign(({ context }, { clocks }: { clocks: readonly Clock[] }) => ({
        alarms: without(context.alarms, clocks),
      })),
      silenceDuty: assign(({ context, event }) => ({
        alarms: without(context.alarms, [(event as EventOf<'fulfil'>).duty]),
      })),
      rememberComplexity: assign(({ event }) => {
        const { criteria, remote } = event as EventOf<'recordComplexity'>;
        return { complexity: complexityOf(procedure, new Set(criteria).size), remote };
      }),
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
