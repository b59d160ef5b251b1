import type { Command } from '../commands.js';
import { actRule, lawOfCase } from '../laws/index.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate, Procedure } from '../vocabulary.js';
import type { CaseState } from './case-state.js';
import type { Refusal } from './refusal.js';

/** An act on a case, as far as the article behind it goes. */
interface Act {
  command: Command;
  case: Pick<CaseState, 'procedure' | 'facts'>;
  policy: Policy;
}

/** Article behind an act under the law that holds for it on that day; null where none was found in the texts read. */
export function legalBasis(
  { command, case: { procedure, facts }, policy }: Act,
  on: LegalDate,
): string | null {
  if (command.type === 'calendarChanged') return 'Bộ luật Dân sự Điều 148';
  if (command.type === 'lawChanged') return transitionArticles(policy, command.version, procedure);
  const rule = actRule(policy, command.type, procedure, lawOfCase(facts), on);
  return rule.standing === 'unknown' ? null : rule.row.article;
}

/** Refuses an act that the law of its day did not know yet, such as the suspension of a complaint before 2026-07-01. */
export function refuseUnknownAct({ command, case: before, policy }: Act, on: LegalDate): Refusal | null {
  const rule = actRule(policy, command.type, before.procedure, lawOfCase(before.facts), on);
  if (rule.standing !== 'notYet') return null;
  const { article, effectiveFrom } = rule.row;
  return {
    code: 'law.actNotYet',
    kind: 'illegal',
    params: { on, from: effectiveFrom },
    source: article,
    whoCan: [],
    pointer: '/on',
  };
}

/** Articles of the transition rules by which a version of the law moves cases of a procedure. */
function transitionArticles({ laws }: Policy, version: LegalDate, procedure: Procedure): string | null {
  const rules = laws.find((law) => law.version === version)?.transitions ?? [];
  const articles = rules
    .filter(({ fate, procedures }) => fate === 'moves' && procedures.includes(procedure))
    .flatMap(({ article }) => article ?? []);
  return articles.length === 0 ? null : articles.join('; ');
}
