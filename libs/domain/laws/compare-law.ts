import { findLimit, ruleOfLedger } from '../deadlines/index.js';
import type { ActRow, LawTransition, LegalAct } from '../policy/law.js';
import type { LimitRule, Policy } from '../policy/policy.js';
import { type LegalDate, PROCEDURES, type Procedure } from '../vocabulary.js';
import { actRowOn } from './act-rule.js';
import { actsAhead } from './acts-ahead.js';
import type { CaseFate, LawCase, LawComparison, LawReason } from './law-case.js';
import { actDiffers, actStays, clockDiffers, clockStays, holderGone } from './sentences.js';

/** An act whose article is another one under the new version. */
interface ChangedAct {
  command: LegalAct;
  before: ActRow | undefined;
  after: ActRow;
}

/** The change from one version of the law to a later one. */
interface Change {
  policy: Policy;
  from: LegalDate;
  to: LegalDate;
  transitions: readonly LawTransition[];
  acts: ReadonlyMap<Procedure, readonly ChangedAct[]>;
}

/**
 * What a new version of the law means for open cases. A case keeps the law of its acceptance (before that of its
 * receipt) except where a transition rule says otherwise; what no rule speaks of stays. The gravest reason decides.
 *
 * @param from the version before, @param to the new one: dates of effect. A matter that changed outside of these two
 *   is left to the version that changed it.
 * @returns the comparison for one case; what holds for all of them is worked out once.
 */
export function lawComparer(policy: Policy, from: LegalDate, to: LegalDate): (of: LawCase) => LawComparison {
  const transitions = policy.laws.find(({ version }) => version === to)?.transitions ?? [];
  const acts = new Map(PROCEDURES.map((each) => [each, changedActs(policy, from, to, each)]));
  return (of) => {
    const concerned = transitions.filter((each) => concerns(each, of, to));
    return compare({ policy, from, to, transitions: concerned, acts }, of);
  };
}

/** `lawComparer` for a single case. */
export function compareLaw(policy: Policy, from: LegalDate, to: LegalDate, of: LawCase): LawComparison {
  return lawComparer(policy, from, to)(of);
}

function compare(change: Change, of: LawCase): LawComparison {
  const reasons = [
    ...holderReasons(change, of),
    ...requestReasons(change, of),
    ...clockReasons(change, of),
    ...actReasons(change, of),
  ];
  const [only, ...others] = of.holder?.successors ?? [];
  const isSucceeded = reasons.some(({ matter, fate }) => matter === 'holder' && fate === 'moves');
  const successor = isSucceeded && others.length === 0 ? (only ?? null) : null;
  return { fate: fateOf(reasons), reasons, successor };
}

function changedActs(policy: Policy, from: LegalDate, to: LegalDate, procedure: Procedure): ChangedAct[] {
  const commands = new Set(policy.acts.map(({ command }) => command));
  return [...commands].flatMap((command) => {
    const [before, after] = [from, to].map((on) => actRowOn(policy, command, procedure, on));
    return after && after.effectiveFrom > from ? [{ command, before, after }] : [];
  });
}

function fateOf(reasons: readonly LawReason[]): CaseFate {
  const has = (fate: LawReason['fate']) => reasons.some((reason) => reason.fate === fate);
  if (has('person')) return 'needsPerson';
  if (has('moves')) return 'movesAutomatically';
  return has('stays') ? 'stays' : 'unchanged';
}

function concerns({ procedures, matter }: LawTransition, of: LawCase, to: LegalDate): boolean {
  return procedures.includes(of.procedure) && (!matter.acceptedOnly || (of.isAccepted && isOlder(of, to)));
}

/** True when the case keeps a law from before that day. */
function isOlder({ law }: LawCase, to: LegalDate): boolean {
  return law === null || law < to;
}

function holderReasons({ transitions, to }: Change, { holder }: LawCase): LawReason[] {
  const rule = transitions.find(({ matter }) => matter.holder);
  if (!rule || !holder || holder.validTo === null || holder.validTo >= to) return [];
  const fate = holder.successors.length === 1 ? rule.fate : 'person';
  return [{ matter: 'holder', name: holder.code, fate, article: rule.article, text: holderGone(holder) }];
}

/** A request of a supervising body that no clock counts: the law before knew no limit for its answer. */
function requestReasons({ transitions }: Change, { urgeIsOpen, deadlines }: LawCase): LawReason[] {
  const rule = transitions.find(({ matter }) => matter.openRequest);
  const isCounted = deadlines.some((deadline) => deadline.clock === 'answerUrge' && isOpen(deadline));
  if (!rule || !urgeIsOpen || isCounted) return [];
  return [{ matter: 'request', name: null, fate: rule.fate, article: rule.article, text: rule.note }];
}

function clockReasons(change: Change, { deadlines }: LawCase): LawReason[] {
  return deadlines.flatMap((deadline) => {
    const rows = rowsOfClock(change, deadline);
    if (!rows) return [];
    const { clock } = deadline;
    const { held, next } = rows;
    const rule = change.transitions.find(({ matter }) => matter.clocks.includes(clock));
    const fate = rule?.fate ?? 'stays';
    const text = fate === 'stays' ? clockStays(held, next, change.to) : clockDiffers(held, next, change.to);
    return [{ matter: 'clock' as const, name: clock, fate, article: rule?.article ?? null, text }];
  });
}

/** The row an open clock runs under and the one this change brought; undefined when the change left its row alone. */
function rowsOfClock(
  { policy, from, to }: Change,
  deadline: LawCase['deadlines'][number],
): { held: LimitRule; next: LimitRule } | undefined {
  if (!isOpen(deadline)) return undefined;
  const { clock, procedure, ledger } = deadline;
  const held = ruleOfLedger(ledger, policy);
  const next = findLimit(policy, clock, procedure, to);
  const isChanged = next && next.effectiveFrom > from && held.effectiveFrom < to;
  return isChanged ? { held, next } : undefined;
}

function isOpen({ state }: LawCase['deadlines'][number]): boolean {
  return state === 'running' || state === 'paused';
}

function actReasons({ to, transitions, acts }: Change, of: LawCase): LawReason[] {
  if (!isOlder(of, to)) return [];
  const ahead = actsAhead(of.procedure, of.handling);
  return (acts.get(of.procedure) ?? []).flatMap(({ command, before, after }): LawReason[] => {
    const isOver = command === 'holdDialogue' && of.dialogueHeld;
    const rule = transitions.find(({ matter }) => matter.acts.includes(command));
    // An act that follows its own day needs no rule: the case itself keeps its law.
    if (!ahead.has(command) || isOver || (!rule && after.follows === 'act')) return [];
    const fate = rule?.fate ?? 'stays';
    const text = fate === 'stays' ? actStays(before, after, to) : actDiffers(before, after, to);
    return [{ matter: 'act', name: command, fate, article: rule?.article ?? null, text }];
  });
}
