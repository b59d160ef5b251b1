import type { ChartEvent } from '../charts/index.js';
import type { Command } from '../commands.js';
import { alarmsOf, type Deadline, highestStepReached, rung } from '../deadlines/index.js';
import type { Audience, LadderStep } from '../policy/policy.js';
import type { LegalDate } from '../vocabulary.js';
import { noticeOrder } from './apply-effects.js';
import type { Situation } from './case-state.js';
import type { NoticeOrder, NoticeTemplate } from './notices.js';

type DeadlinePassed = Extract<Command, { type: 'deadlinePassed' }>;

/** A ladder step as the chart sees it, as people are told and as the history notes it. */
export interface PassedAlarm {
  event: ChartEvent;
  notice: NoticeOrder;
  noted: { kind: string; level: number; due: string };
  /** Day on which time alone brought it about; absent where the passing of a limit is only told. */
  reachedOn?: LegalDate;
}

const TEMPLATES: Record<LadderStep['kind'], NoticeTemplate> = {
  warn: 'deadlineNear',
  overdue: 'deadlineOverdue',
  escalate: 'deadlineEscalated',
};

/**
 * The step of the ladder that a clock has reached; null when none is due. Steps missed while nobody swept
 * count as one: the highest rings, and everybody whom the missed ones would have told is told.
 */
export function passedAlarm(situation: Situation, command: DeadlinePassed): PassedAlarm | null {
  const deadline = situation.deadlines.find(({ id }) => id === command.deadlineId);
  const step = deadline ? dueStep(deadline, situation) : null;
  if (!deadline || step === null) return null;
  const passed = alarmsOf(deadline, situation.policy).filter(
    (alarm) => alarm.step >= (deadline.nextStep ?? 0) && alarm.step <= step,
  );
  const reached = passed.at(-1);
  if (!reached) return null;
  const { kind, level } = reached;
  const { clock, due } = deadline;
  const isForce = clock === 'legalForce' && due !== null;
  const audience = [...new Set<Audience>(passed.flatMap(({ tells }) => tells))];
  const template = isForce ? 'decisionInForce' : TEMPLATES[kind];
  const noted = { kind, level, due: due ?? '' };
  return {
    event: { type: 'deadlinePassed', clock, kind, level },
    notice: noticeOrder(situation.case, template, audience, { clock, ...noted }),
    noted,
    ...(isForce ? { reachedOn: due } : {}),
  };
}

/** Moves the ladder of the clock that rang on to its next step. */
export function ringPassed(
  deadlines: readonly Deadline[],
  situation: Situation,
  { deadlineId }: DeadlinePassed,
): Deadline[] {
  return deadlines.map((deadline) => {
    const step = deadline.id === deadlineId ? dueStep(deadline, situation) : null;
    return step === null ? deadline : rung(deadline, step, situation.policy);
  });
}

function dueStep(deadline: Deadline, { now, policy }: Situation): number | null {
  if (deadline.state !== 'running' || deadline.nextStep === null) return null;
  const step = highestStepReached(deadline, now, policy);
  return step !== null && step >= deadline.nextStep ? step : null;
}
