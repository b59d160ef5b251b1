import type { DeadlinePreview, DeadlinePreviewBody, LimitList, LimitView } from '#contract';
import {
  explainSteps,
  type LegalDate,
  type LimitRow,
  listLimits,
  type Policy,
  type Preview,
  previewDeadline,
} from '#domain';
import { Refused } from '../problems/refused.js';

/** The limits in force on a day, for readers. */
export function limitsOn(policy: Policy, on: LegalDate): LimitList {
  return { on, items: listLimits(policy, on).map(viewOf) };
}

/**
 * When a limit ends that no case has started, and why.
 * @throws Refused for a limit or an event that the law does not know, or events out of order.
 */
export function preview(policy: Policy, question: DeadlinePreviewBody): DeadlinePreview {
  const answer = previewDeadline(policy, question);
  if ('refusal' in answer) throw new Refused(answer.refusal);
  const { due, dueTime, provisional, rule } = answer;
  const { edition, validThrough } = policy.calendar;
  const { items } = limitsOn(policy, question.from);
  return {
    due,
    dueTime,
    rule: items.find((row) => row.id === rule.id && row.procedure === question.procedure) as LimitView,
    calendar: { edition, validThrough },
    provisional,
    steps: stepsOf(answer),
  };
}

function viewOf({ ruleId, limit, days, dayKind, extension, ...row }: LimitRow): LimitView {
  return { id: ruleId, clock: limit, days, unit: dayKind, ...row, extension: extension ?? null };
}

function stepsOf(answer: Preview): DeadlinePreview['steps'] {
  const vi = explainSteps(answer, 'vi');
  const en = explainSteps(answer, 'en');
  return answer.steps.map((step, index) => ({ ...step, vi: vi[index] ?? '', en: en[index] ?? '' }));
}
