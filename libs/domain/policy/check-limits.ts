import { addCalendarDays, isLegalDate } from '../calendar/index.js';
import { START_EVENTS } from '../deadlines/start-events.js';
import { CLOCKS, PROCEDURES } from '../vocabulary.js';
import { DAY_KINDS, failed, isOneOf, isText, isWhole, listOf } from './claims.js';
import type { LimitDays, LimitRule } from './policy.js';

const CERTAINTIES = ['law', 'secondary', 'setting'];
const VARIANTS = ['base', 'complex', 'speciallyComplex', 'remote', 'remoteComplex'];

/** Problems of the table of limits. */
export function checkLimits(limits: readonly LimitRule[]): string[] {
  const rows = listOf(limits);
  if (rows.length === 0) return ['limits.json holds no limits'];
  const problems = rows.flatMap(checkRow);
  return problems.length > 0 ? problems : [...checkIdentity(rows), ...checkTimeline(rows)];
}

function nameOf(rule: LimitRule): string {
  return `limits.json: ${rule.id} (${rule.effectiveFrom})`;
}

function checkRow(rule: LimitRule): string[] {
  const { effectiveFrom: from, effectiveTo: to } = rule;
  return failed(nameOf(rule), [
    [isText(rule.id), 'has no id'],
    [isOneOf(CLOCKS, rule.clock), `has an unknown clock "${rule.clock}"`],
    [listOf(rule.procedures).length > 0, 'names no procedure'],
    [listOf(rule.procedures).every((each) => isOneOf(PROCEDURES, each)), 'names an unknown procedure'],
    [isOneOf(DAY_KINDS, rule.dayKind), `has an unknown kind of day "${rule.dayKind}"`],
    [Object.hasOwn(START_EVENTS, rule.startEvent ?? ''), `has an unknown start "${rule.startEvent}"`],
    [isText(rule.article), 'has no article'],
    [isText(rule.source), 'has no source'],
    [isOneOf(CERTAINTIES, rule.certainty), `has an unknown certainty "${rule.certainty}"`],
    [isLegalDate(from), 'has no date of effect (effectiveFrom)'],
    [
      to === null || (isLegalDate(to) && to >= from),
      'ends on no date after its date of effect (effectiveTo)',
    ],
    [areDays(rule.days), 'has days that are not whole numbers from 1, or shorter than the base'],
    [isExtension(rule.extension), 'has an extension without whole numbers'],
    [isEarlierReading(rule.warnEarlier), 'has an earlier reading without days, kind of day or article'],
  ]);
}

function areDays(days: LimitDays | undefined): boolean {
  if (!days) return false;
  return Object.entries(days).every(
    ([name, value]) => isOneOf(VARIANTS, name) && isWhole(value, days.base || 1),
  );
}

function isExtension(extension: LimitRule['extension']): boolean {
  if (extension === undefined) return true;
  const { days, times } = extension;
  return (
    isWhole(days, 1) && [times?.none, times?.complex, times?.speciallyComplex].every((n) => isWhole(n, 0))
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

/** From the first row on, each day has exactly one row for a clock and procedure, until the last row ends. */
function checkTimeline(rows: readonly LimitRule[]): string[] {
  return CLOCKS.flatMap((clock) => PROCEDURES.map((procedure) => ({ clock, procedure }))).flatMap(
    ({ clock, procedure }) => {
      const editions = rows
        .filter((rule) => rule.clock === clock && rule.procedures.includes(procedure))
        .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
      return editions.slice(1).flatMap((later, index) => {
        const earlier = editions[index] as LimitRule;
        const end = earlier.effectiveTo === null ? null : addCalendarDays(earlier.effectiveTo, 1);
        if (end === later.effectiveFrom) return [];
        const fault = end === null || end > later.effectiveFrom ? 'overlaps' : 'leaves a gap before';
        return [`${nameOf(earlier)} ${fault} ${nameOf(later)} for ${clock} of ${procedure}`];
      });
    },
  );
}
