import type { LawList, LawTransitionView, LawVersionView } from '#contract';
import {
  actChanges,
  addCalendarDays,
  cite,
  type LawTransition,
  type LawVersion,
  type LimitRule,
  limitChanges,
  type Phrase,
  type Policy,
} from '#domain';

/** Every version of the law for its readers, the newest first. */
export function lawsOf(policy: Policy): LawList {
  const { laws } = policy;
  return { items: laws.map((law, index) => viewOf(policy, law, laws[index + 1])).reverse() };
}

function viewOf(policy: Policy, law: LawVersion, next: LawVersion | undefined): LawVersionView {
  const { version, title, summary, certainty } = law;
  return {
    version,
    effectiveTo: next ? addCalendarDays(next.version, -1) : null,
    title,
    summary,
    laws: law.laws.map(({ name, change }) => ({ name: cited(name), change })),
    source: sourceOf(law.source),
    certainty,
    limits: limitChanges(policy, version).map(({ procedures, before, after }) => ({
      id: after.id,
      clock: after.clock,
      procedures,
      before: before && numberOf(before),
      after: numberOf(after),
    })),
    acts: actChanges(policy, version).map(({ procedures, before, after }) => ({
      act: after.command,
      procedures,
      before: cited(before?.article ?? null),
      after: cited(after.article),
    })),
    transitions: law.transitions.map(transitionView),
  };
}

function transitionView({ matter, article, procedures, ...rule }: LawTransition): LawTransitionView {
  const { id, fate, certainty, note } = rule;
  const { acts, clocks, holder = false, openRequest = false } = matter;
  return {
    ...{ id, fate, certainty, note, holder, openRequest },
    procedures: [...procedures],
    acts: [...acts],
    clocks: [...clocks],
    article: cited(article),
  };
}

function numberOf({ days, dayKind, direction, article, certainty }: LimitRule) {
  const countsBack = direction === 'before';
  return { days: days.base, unit: dayKind, countsBack, article: cited(article), certainty };
}

function cited(article: string): Phrase;
function cited(article: string | null): Phrase | null;
function cited(article: string | null): Phrase | null {
  return article === null ? null : { vi: article, en: cite(article, 'en') };
}

function sourceOf(source: string): Phrase {
  const [vi = source, en = vi] = source.split(' / ');
  return { vi, en };
}
