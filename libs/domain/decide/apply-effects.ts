import { legalDateOf } from '../calendar/index.js';
import type { EffectParams } from '../charts/chart-setup.js';
import {
  cancelDeadline,
  continueDeadline,
  type Deadline,
  extendDeadline,
  extensionRefusal,
  findLimit,
  foundComplexity,
  meetDeadline,
  recordComplexityOn,
  startDeadline,
  suspendDeadline,
} from '../deadlines/index.js';
import type { Clock, LegalDate } from '../vocabulary.js';
import type { CaseState, Situation } from './case-state.js';
import type { NoticeOrder } from './notices.js';
import type { Refusal } from './refusal.js';

/** Clocks that start when a petition comes in. */
export const RECEPTION_CLOCKS = ['answerVisitor', 'process'] as const;

/** One effect as `transition()` lists it. */
export interface Effect {
  type: string;
  params: unknown;
}

/** What the effects of one command come to. */
export interface Applied {
  deadlines: Deadline[];
  notices: NoticeOrder[];
  refusal: Refusal | null;
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

interface Scope {
  applied: Applied;
  situation: Situation;
  next: CaseState;
  legalOn: LegalDate;
}
type Apply<Params> = (scope: Scope, params: Params) => void;

const EFFECTS: { [Name in keyof EffectParams]: Apply<EffectParams[Name]> } = {
  startClock(scope, { clock, from }) {
    const on = from === 'receivedOn' ? scope.next.facts.receivedOn : scope.legalOn;
    const isStarted = on !== null && start(scope, clock, on);
    if (!isStarted && clock === 'process') park(scope);
  },
  stopClocks(scope, { met, cancelled }) {
    close(scope, (clock) => (met.includes(clock) ? 'met' : cancelled.includes(clock) ? 'cancelled' : 'kept'));
  },
  stopEveryClock(scope, { met }) {
    close(scope, (clock) => (met.includes(clock) ? 'met' : 'cancelled'));
  },
  pauseClock(scope, { clock }) {
    change(scope, clock, (deadline) => suspendDeadline(deadline, scope.legalOn, scope.situation.policy));
  },
  continueClock(scope, { clock }) {
    change(scope, clock, (deadline) => continueDeadline(deadline, scope.legalOn, scope.situation.policy));
  },
  applyComplexity(scope, { clock }) {
    const { complexity, remote } = scope.next.facts;
    const found = { on: scope.legalOn, complexity, remote };
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

/** Clocks of the reception under a kind just decided: one the law does not know for it ends, a missing one starts. */
export function clocksOfKind(deadlines: Deadline[], situation: Situation, next: CaseState): Deadline[] {
  const on = next.facts.receivedOn;
  if (on === null) return deadlines;
  const { policy, newId } = situation;
  const isKnown = (clock: Clock) => findLimit(policy, clock, next.procedure, on) !== undefined;
  const isReception = (clock: Clock) => (RECEPTION_CLOCKS as readonly Clock[]).includes(clock);
  const kept = deadlines.map((deadline) =>
    isReception(deadline.clock) && !isKnown(deadline.clock) ? cancelDeadline(deadline, on) : deadline,
  );
  const missing = RECEPTION_CLOCKS.filter(
    (clock) => !kept.some((deadline) => deadline.clock === clock && deadline.state !== 'cancelled'),
  );
  const started = missing.map((clock) =>
    startDeadline({ id: newId(), clock, procedure: next.procedure, on, policy }),
  );
  return [...kept, ...started.filter((deadline) => deadline !== undefined)];
}

/** A case that no reception clock can run for, its date unknown or before the law, is parked and looked at again. */
function park(scope: Scope): void {
  const isParked = scope.applied.deadlines.some(
    ({ clock, state }) => clock === 'review' && state === 'running',
  );
  if (!isParked) start(scope, 'review', legalDateOf(scope.situation.now));
}

/** @returns false when the law knows no such clock on that day. */
function start({ applied, situation, next }: Scope, clock: Clock, on: LegalDate): boolean {
  const { policy, newId } = situation;
  const deadline = startDeadline({ id: newId(), clock, procedure: next.procedure, on, policy });
  if (deadline) applied.deadlines.push(deadline);
  return deadline !== undefined;
}

function change({ applied }: Scope, clock: Clock, act: (deadline: Deadline) => Deadline): void {
  applied.deadlines = applied.deadlines.map((deadline) => {
    const isOpen = deadline.state === 'running' || deadline.state === 'paused';
    return deadline.clock === clock && isOpen ? act(deadline) : deadline;
  });
}

function close(scope: Scope, fate: (clock: Clock) => 'met' | 'cancelled' | 'kept'): void {
  const { applied, situation, legalOn } = scope;
  applied.deadlines = applied.deadlines.map((deadline) => {
    const how = fate(deadline.clock);
    if (how === 'met') return meetDeadline(deadline, legalOn, situation.policy);
    return how === 'cancelled' ? cancelDeadline(deadline, legalOn) : deadline;
  });
}

/** An extension after the limit would hide lateness; otherwise the law's own conditions hold. */
function refuseExtension(deadline: Deadline, { situation, legalOn }: Scope): Refusal | null {
  const refusal = extensionRefusal(deadline, foundComplexity(deadline), situation.policy);
  if (refusal) {
    const { code, granted, allowed, article } = refusal;
    return {
      code: `extension.${code}`,
      kind: 'illegal',
      params: { granted, allowed },
      source: article,
      whoCan: [],
    };
  }
  if (deadline.due !== null && legalOn > deadline.due) {
    const params = { on: legalOn, due: deadline.due };
    return {
      code: 'extension.afterLimit',
      kind: 'illegal',
      params,
      source: null,
      whoCan: [],
      pointer: '/on',
    };
  }
  return null;
}
