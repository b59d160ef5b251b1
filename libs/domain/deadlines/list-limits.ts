import type { Certainty, LimitDays, LimitRule, LimitUnit, Policy } from '../policy/policy.js';
import { type LegalDate, type Limit, PROCEDURES, type Procedure } from '../vocabulary.js';
import { cite } from './citation.js';
import { inForce } from './find-limit.js';
import type { Phrase } from './phrase.js';
import { START_EVENTS } from './start-events.js';

/** One limit of one procedure as a reader sees it in the table of limits. */
export interface LimitRow {
  procedure: Procedure;
  limit: Limit;
  /** Row of the table, such as `K3`; unique together with `effectiveFrom`. */
  ruleId: string;
  /** Days by complexity and remoteness, in `dayKind`; the variants that the law names. */
  days: LimitDays;
  dayKind: LimitUnit;
  /** True when it counts back from the event. */
  countsBack: boolean;
  startEvent: Phrase;
  /** How often the settler may extend, and by how many days each time; null when the law knows no extension. */
  extension: LimitRule['extension'] | null;
  article: Phrase;
  source: Phrase;
  certainty: Certainty;
  effectiveFrom: LegalDate;
  effectiveTo: LegalDate | null;
}

/** Every limit in force on a day, procedure by procedure in the order of the vocabulary, each in the order of the table. */
export function listLimits(policy: Policy, on: LegalDate): LimitRow[] {
  const rules = policy.limits.filter((rule) => inForce(rule, on));
  return PROCEDURES.flatMap((procedure) =>
    rules.filter(({ procedures }) => procedures.includes(procedure)).map((rule) => rowOf(rule, procedure)),
  );
}

function rowOf(rule: LimitRule, procedure: Procedure): LimitRow {
  const { id, clock, days, dayKind, extension, article, certainty, effectiveFrom, effectiveTo } = rule;
  return {
    procedure,
    limit: clock,
    ruleId: id,
    days,
    dayKind,
    countsBack: rule.direction === 'before',
    startEvent: startEventOf(rule),
    extension: extension ?? null,
    article: { vi: article, en: cite(article, 'en') },
    source: sourceOf(rule),
    certainty,
    effectiveFrom,
    effectiveTo,
  };
}

/** What starts a limit, in words. @throws when the word list lacks it: `checkPolicy` refuses such a row. */
export function startEventOf(rule: LimitRule): Phrase {
  const phrase = START_EVENTS[rule.startEvent];
  if (!phrase) throw new Error(`The start "${rule.startEvent}" of the limit ${rule.id} has no words`);
  return phrase;
}

/** The source of a row in both languages: the table writes them as `Vietnamese / English`. */
export function sourceOf({ source }: LimitRule): Phrase {
  const [vi = source, en = vi] = source.split(' / ');
  return { vi, en };
}
