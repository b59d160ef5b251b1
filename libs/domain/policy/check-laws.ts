import { addCalendarDays, isLegalDate } from '../calendar/index.js';
import { CASE_COMMANDS, type CommandName } from '../commands.js';
import { LIMITS, PROCEDURES } from '../vocabulary.js';
import { failed, isOneOf, isText, listOf } from './claims.js';
import type { ActRow, LawTransition, LawVersion, LegalAct } from './law.js';
import type { Policy } from './policy.js';

const CERTAINTIES = ['law', 'secondary', 'setting'];
const FATES = ['moves', 'stays', 'person'];
const CHANGES = ['new', 'amended', 'replaced'];

/** Steps of the office itself: they rest on no article, or on that of what they are about. */
export const OFFICE_STEPS: readonly CommandName[] = [
  'refuseAssignment',
  'standDown',
  'setReceivedDate',
  'setPlace',
  'fulfil',
  'archive',
  'succeed',
  'correctDate',
  'deadlinePassed',
  'calendarChanged',
  'lawChanged',
];

/** Commands that the law speaks of, one by one in acts.json. */
export const ACTS_OF_LAW: readonly LegalAct[] = [
  'register',
  ...CASE_COMMANDS.filter((command) => !OFFICE_STEPS.includes(command)),
];

/** Problems of the versions of the law and of the articles of its acts. */
export function checkLaws({ laws, acts, limits }: Pick<Policy, 'laws' | 'acts' | 'limits'>): string[] {
  const versions = listOf(laws);
  const rows = listOf(acts);
  if (versions.length === 0) return ['laws.json holds no version of the law'];
  const problems = [...versions.flatMap(checkVersion), ...rows.flatMap(checkRow)];
  if (problems.length > 0) return problems;
  return [
    ...checkOrder(versions),
    ...checkActs(rows),
    ...checkDates(versions, { 'acts.json': rows, 'limits.json': listOf(limits) }),
  ];
}

function checkVersion(law: LawVersion): string[] {
  const name = `laws.json: ${law.version}`;
  const changed = listOf(law.laws);
  return [
    ...failed(name, [
      [isLegalDate(law.version), 'has no date of effect (version)'],
      [isPhrase(law.title) && isPhrase(law.summary), 'has no title and summary in both languages'],
      [changed.length > 0, 'names no law'],
      [
        changed.every((each) => isText(each.name) && isOneOf(CHANGES, each.change)),
        'names a law without its change',
      ],
      [isSource(law.source), 'has no source in Vietnamese and English, divided by one slash'],
      [isOneOf(CERTAINTIES, law.certainty), `has an unknown certainty "${law.certainty}"`],
    ]),
    ...listOf(law.transitions).flatMap((each, index, all) =>
      checkTransition(name, each, all.slice(0, index)),
    ),
  ];
}

function checkTransition(version: string, rule: LawTransition, before: readonly LawTransition[]): string[] {
  const { matter } = rule;
  const [acts, clocks] = [listOf(matter?.acts), listOf(matter?.clocks)];
  return failed(`${version}: the transition "${rule.id}"`, [
    [isText(rule.id) && !before.some(({ id }) => id === rule.id), 'has no name of its own'],
    [areWords(PROCEDURES, rule.procedures), 'names no or an unknown procedure'],
    [acts.every((act) => isOneOf(ACTS_OF_LAW, act)), 'names an unknown act'],
    [clocks.every((clock) => isOneOf(LIMITS, clock)), 'names an unknown clock'],
    [
      acts.length + clocks.length > 0 || matter?.holder === true || matter?.openRequest === true,
      'is about nothing',
    ],
    [isOneOf(FATES, rule.fate), `has an unknown fate "${rule.fate}"`],
    [isPhrase(rule.note), 'has no note in both languages'],
    [isCited(rule), 'cites no article and is no setting, or is a setting with an article'],
  ]);
}

function checkRow(row: ActRow): string[] {
  const { effectiveFrom: from, effectiveTo: to } = row;
  return failed(nameOf(row), [
    [isOneOf(ACTS_OF_LAW, row.command), 'is about no act of the law'],
    [areWords(PROCEDURES, row.procedures), 'names no or an unknown procedure'],
    [isCited(row), 'cites no article and is no setting, or is a setting with an article'],
    [isOneOf(['case', 'act'], row.follows), 'does not say which day picks it'],
    [isSource(row.source), 'has no source in Vietnamese and English, divided by one slash'],
    [isLegalDate(from), 'has no date of effect (effectiveFrom)'],
    [
      to === null || (isLegalDate(to) && to >= from),
      'ends on no date after its date of effect (effectiveTo)',
    ],
  ]);
}

function nameOf({ command, effectiveFrom }: ActRow): string {
  return `acts.json: ${command} (${effectiveFrom})`;
}

function checkOrder(versions: readonly LawVersion[]): string[] {
  return versions
    .filter(({ version }, index) => index > 0 && version <= (versions[index - 1]?.version ?? ''))
    .map(({ version }) => `laws.json: ${version} does not come after the version before it`);
}

/** Every act of the law has a row, and from its first row on each day has exactly one. */
function checkActs(rows: readonly ActRow[]): string[] {
  const missing = ACTS_OF_LAW.filter((act) => !rows.some(({ command }) => command === act));
  return [
    ...missing.map((act) => `acts.json holds no row for ${act}`),
    ...ACTS_OF_LAW.flatMap((act) => PROCEDURES.flatMap((procedure) => checkTimeline(rows, act, procedure))),
  ];
}

function checkTimeline(rows: readonly ActRow[], act: LegalAct, procedure: string): string[] {
  const editions = rows
    .filter(
      ({ command, procedures }) => command === act && (procedures as readonly string[]).includes(procedure),
    )
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return editions.flatMap((row, index) => {
    const next = editions[index + 1];
    const after = row.effectiveTo === null ? null : addCalendarDays(row.effectiveTo, 1);
    if (after === (next?.effectiveFrom ?? null)) return [];
    const fault = !next
      ? 'ends and nothing follows it'
      : after !== null && after < next.effectiveFrom
        ? 'leaves a gap'
        : 'overlaps';
    return [`${nameOf(row)} ${fault} for ${procedure}`];
  });
}

/** The law's tables change only on days on which a version of the law came; a province sets its own days. */
function checkDates(
  versions: readonly LawVersion[],
  tables: Record<string, readonly { effectiveFrom: string; certainty: string }[]>,
): string[] {
  const days = versions.map(({ version }) => version);
  return Object.entries(tables).flatMap(([table, rows]) =>
    [...new Set(rows.filter((row) => row.certainty !== 'setting').map(({ effectiveFrom }) => effectiveFrom))]
      .filter((day) => isLegalDate(day) && !days.includes(day))
      .map((day) => `${table} changes on ${day}, when laws.json names no version`),
  );
}

function isCited({ article, certainty }: Pick<ActRow, 'article' | 'certainty'>): boolean {
  if (!isOneOf(CERTAINTIES, certainty)) return false;
  return article === null ? certainty === 'setting' : isText(article) && certainty !== 'setting';
}

function isSource(source: unknown): boolean {
  return isText(source) && (source as string).split(' / ').length === 2;
}

function isPhrase(phrase: { vi: string; en: string } | undefined): boolean {
  return isText(phrase?.vi) && isText(phrase?.en);
}

function areWords(words: readonly string[], values: readonly string[] | undefined): boolean {
  return listOf(values).length > 0 && listOf(values).every((value) => isOneOf(words, value));
}
