import type { EffectParams } from '../charts/chart-setup.js';
import {
  continueDeadline,
  type Deadline,
  extendDeadline,
  meetDeadline,
  recordComplexityOn,
  reopenDeadline,
  requestExpertise,
  returnExpertise,
  suspendDeadline,
} from '../deadlines/index.js';
import type { Policy } from '../policy/policy.js';
import type { Clock, LegalDate } from '../vocabulary.js';
import type { CaseState, Situation } from './case-state.js';
import { type Applied, change, changeOne, close, isOpen, type Scope, start } from './clock-acts.js';
import type { NoticeOrder } from './notices.js';
import { park, startReception } from './reception-clocks.js';
import { refuseExtension } from './refuse-extension.js';

/** One effect as `transition()` lists it. */
export interface Effect {
  type: string;
  params: unknown;
}

/** Turns the effects a chart asks for into clocks and messages; the first one the law forbids refuses the command. */
export function applyEffects(
  effects: readonly Effect[],
  situation: Situation,
  next: CaseState,
  legalOn: LegalDate,
): Applied {
  const applied: Applied = { deadlines: [...situation.deadlines], notices: [], refusal: null };
  for (const effect of effects) {
    const apply = EFFECTS[effect.type as keyof EffectParams] as Apply<unknown> | undefined;
    apply?.({ applied, situation, next, legalOn }, effect.params);
    if (applied.refusal) break;
  }
  return applied;
}

type Apply<Params> = (scope: Scope, params: Params) => void;

const EFFECTS: { [Name in keyof EffectParams]: Apply<EffectParams[Name]> } = {
  startClock(scope, { clock, from, when }) {
    if (when && !scope.next.facts[when]) return;
    const on = from === 'receivedOn' ? scope.next.facts.receivedOn : scope.legalOn;
    const isStarted = on !== null && start(scope, clock, on);
    if (!isStarted && clock === 'process') park(scope);
  },
  startReception,
  stopClocks(scope, { met, cancelled }) {
    close(scope, (clock) => (met.includes(clock) ? 'met' : cancelled.includes(clock) ? 'cancelled' : 'kept'));
  },
  meetDuty(scope) {
    const { command, deadlines } = scope.situation;
    const duty = command.type === 'fulfil' ? command.duty : null;
    const oldest = deadlines.find((deadline) => deadline.clock === duty && isOpen(deadline));
    changeOne(scope, oldest, (deadline) => meetDeadline(deadline, scope.legalOn, scope.situation.policy));
  },
  pauseClock: onClock(suspendDeadline),
  continueClock: onClock(continueDeadline),
  requestExpertise: onClock(requestExpertise),
  returnExpertise: onClock(returnExpertise),
  reopenClock(scope, { clock }) {
    const last = scope.applied.deadlines.findLast((deadline) => deadline.clock === clock);
    changeOne(scope, last, (deadline) => reopenDeadline(deadline, scope.legalOn, scope.situation.policy));
  },
  applyComplexity(scope, { clock }) {
    const { complexity, remote } = scope.next.facts;
    const found = { on: scope.legalOn, complexity, remote };
    if (clock !== 'settle' && complexity === 'none' && !remote) return;
    change(scope, clock, (deadline) => recordComplexityOn(deadline, found, scope.situation.policy));
  },
  extendClock(scope, { clock }) {
    change(scope, clock, (deadline) => {
      scope.applied.refusal = refuseExtension(deadline, scope);
      return scope.applied.refusal
        ? deadline
        : extendDeadline(deadline, scope.legalOn, scope.situation.policy);
    });
  },
  notify(scope, { template, audience }) {
    scope.applied.notices.push(noticeOrder(scope.next, template, audience));
  },
};

function onClock(act: (deadline: Deadline, on: LegalDate, policy: Policy) => Deadline) {
  return (scope: Scope, { clock }: { clock: Clock }): void =>
    change(scope, clock, (deadline) => act(deadline, scope.legalOn, scope.situation.policy));
}

/** A message about a case: the offices, and nothing that tells of people or content. */
export function noticeOrder(
  about: CaseState,
  template: NoticeOrder['template'],
  audience: NoticeOrder['audience'],
  params: NoticeOrder['params'] = {},
): NoticeOrder {
  return {
    template,
    audience,
    agencyCode: about.agencyCode,
    deskAgencyCode: about.deskAgencyCode,
    params,
  };
}
