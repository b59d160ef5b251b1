import { addCalendarDays, isLegalDate } from '../calendar/index.js';
import { START_EVENTS } from '../deadlines/start-events.js';
import { CLOCKS, LIMITS, PROCEDURES } from '../vocabulary.js';
import { checkCoverage } from './check-coverage.js';
import { DAY_KINDS, failed, isOneOf, isText, isWhole, listOf } from './claims.js';
import { EXTENSION_STARTS, type LimitDays, type LimitRule, STOP_DAYS } from './policy.js';

const CERTAINTIES = ['law', 'secondary', 'setting'];
const UNITS = [...DAY_KINDS, 'workingHour', 'hour'];
const VARIANTS = ['base', 'complex', 'speciallyComplex', 'remote', 'remoteComplex'];

/** Problems of the table of limits. */
export function checkLimits(limits: readonly LimitRule[]): string[] {
  const rows = listOf(limits);
  if (rows.length === 0) return ['limits.json holds no limits'];
  const problems = rows.flatMap(checkRow);
  if (problems.length > 0) return problems;
  return [...checkIdentity(rows), ...checkTimeline(rows), ...checkCoverage(rows)];
}

function nameOf(rule: LimitRule): string {
  return `limits.json: ${rule.id} (${rule.effectiveFrom})`;
}

function checkRow(rule: LimitRule): string[] {
  const { effectiveFrom: from, effectiveTo: to } = rule;
  return failed(nameOf(rule), [
    [isText(rule.id), 'has no id'],
    [isOneOf(LIMITS, rule.clock), `has an unknown clock "${rule.clock}"`],
    [listOf(rule.procedures).length > 0, 'names no procedure'],
    [listOf(rule.procedures).every((each) => isOneOf(PROCEDURES, each)), 'names an unknown procedure'],
    [isOneOf(UNITS, rule.dayKind), `has an unknown kind of day "${rule.dayKind}"`],
    [isDirection(rule), 'counts in a direction that its clock or its unit does not know'],
    [Object.hasOwn(START_EVENTS, rule.startEvent ?? ''), `has an unknown start "${rule.startEvent}"`],
    [isText(rule.article), 'has no article'],
    [isText(rule.source), 'has no source'],
    [
      !isText(rule.source) || rule.source.split(' / ').length === 2,
      'does not give its source in Vietnamese and English, divided by one slash',
    ],
    [isSetting(rule), 'is a setting under the name of a law, or a law under the name of a setting'],
    [isOneOf(CERTAINTIES, rule.certainty), `has an unknown certainty "${rule.certainty}"`],
    [isLegalDate(from), 'has no date of effect (effectiveFrom)'],
    [
      to === null || (isLegalDate(to) && to >= from),
      'ends on no date after its date of effect (effectiveTo)',
    ],
    [areDays(rule.days), 'has days that are not whole numbers from 1, or shorter than the base'],
    [
      isExtension(rule.extension),
      'has an extension without whole numbers, or that does not say where it begins',
    ],
    [
      rule.stopDay === undefined || isOneOf(STOP_DAYS, rule.stopDay),
      `has an unknown stopDay "${rule.stopDay}"`,
    ],
    [isEarlierReading(rule.warnEarlier), 'has an earlier reading without days, kind of day or article'],
  ]);
}

/** Clocks of cases run forward in days; working hours are counted forward only. */
function isDirection({ clock, direction, dayKind }: LimitRule): boolean {
  const isForward = direction === undefined;
  if (isOneOf(CLOCKS, clock)) return isForward && isOneOf(DAY_KINDS, dayKind);
  return isForward || (direction === 'before' && dayKind !== 'workingHour');
}

/** What no law was found for is never cited as law (domain P2). */
function isSetting({ article, certainty }: LimitRule): boolean {
  return !isText(article) || article.startsWith('Mức tạm đặt') === (certainty === 'setting');
}

function areDays(days: LimitDays | undefined): boolean {
  if (!isWhole(days?.base, 1)) return false;
  return Object.entries(days as LimitDays).every(
    ([name, value]) => isOneOf(VARIANTS, name) && isWhole(value, days?.base ?? 1),
  );
}

function isExtension(extension: LimitRule['extension']): boolean {
  if (extension === undefined) return true;
  const { days, times, countedFrom } = extension;
  return (
    isWhole(days, 1) &&
    isOneOf(EXTENSION_STARTS, countedFrom) &&
    [times?.none, times?.complex, times?.speciallyComplex].every((n) => isWhole(n, 0))
  );
}

function isEarlierReading(reading: LimitRule['warnEarlier']): boolean {
  if (reading === undefined) return true;
  return isWhole(reading.days, 1) && isOneOf(DAY_KINDS, reading.dayKind) && isText(reading.article);
}

/** A ledger finds its row by id and date of effect, so the pair is unique. */
function checkIdentity(rows: readonly LimitRule[]): string[] {
  const names = rows.map(nameOf);
  return names
    .filter((name, index) => names.indexOf(name) < index)
    .map((name) => `${name} stands there twice`);
}

/**
 * From the first row on, each day has exactly one row for a limit and procedure, and the last row is open-ended: an
 * end with nothing after it is a lost row. Before the first row a limit is honestly unknown: the table holds no rule
 * older than the laws that it was read from.
 */
function checkTimeline(rows: readonly LimitRule[]): string[] {
  return LIMITS.flatMap((clock) => PROCEDURES.map((procedure) => ({ clock, procedure }))).flatMap(
    ({ clock, procedure }) => {
      const editions = rows
        .filter((rule) => rule.clock === clock && rule.procedures.includes(procedure))
        .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
      return editions.flatMap((earlier, index) => {
        const fault = checkFollower(earlier, editions[index + 1]);
        return fault === null ? [] : [`${nameOf(earlier)} ${fault} for ${clock} of ${procedure}`];
      });
    },
  );
}

function checkFollower({ effectiveTo }: LimitRule, later: LimitRule | undefined): string | null {
  const end = effectiveTo === null ? null : addCalendarDays(effectiveTo, 1);
  if (!later) return end === null ? null : 'ends and nothing follows it';
  if (end === later.effectiveFrom) return null;
  const fault = end === null || end > later.effectiveFrom ? 'overlaps' : 'leaves a gap before';
  return `${fault} ${nameOf(later)}`;
}
