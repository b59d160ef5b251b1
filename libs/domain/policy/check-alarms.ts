import { failed } from './claims.js';
import type { Audience, Ladder, LadderStep, OfficeHours, Policy } from './policy.js';

/** From this level on the case goes beyond the agency: to its superior and to the council. */
const BEYOND_THE_AGENCY = 2;

/**
 * Holds the ladders to what they say of themselves and to the office: each day they ring is named in their source, in
 * both languages; warnings come in office hours; who was told stays told; the limit reaches the head and the
 * coordination office, the second level the superior and the council.
 */
export function checkAlarms({ ladders, officeHours }: Pick<Policy, 'ladders' | 'officeHours'>): string[] {
  return ladders.flatMap((ladder) => {
    const isDelay = !ladder.clocks.includes('legalForce');
    return failed(`ladders.json: the ladder of ${ladder.clocks.join(', ')}`, [
      [namesItsDays(ladder), 'does not name in its source the days on which it rings'],
      [isWithin(ladder.warnAtHour, officeHours), 'warns outside office hours'],
      [ladder.steps.every(countsAsUsual), 'warns by working days or escalates by calendar days'],
      [keepsTelling(ladder.steps), 'forgets on a higher step whom it told on a lower one'],
      [!isDelay || ladder.steps.every(reachesOffice), 'does not tell who answers for a delay'],
      [ladder.steps.every((step) => reachesHead(ladder, step)), 'escalates past the head of the agency'],
    ]);
  });
}

function namesItsDays({ source, steps }: Ladder): boolean {
  const rung = steps.map(({ offset }) => Math.abs(offset)).filter((days) => days > 0);
  return source.split(' / ').every((half) => {
    const named = (half.match(/\d+/g) ?? []).map(Number);
    return String(named.sort(ascending)) === String(rung.sort(ascending));
  });
}

const ascending = (one: number, other: number) => one - other;

function isWithin(hour: number, { spans }: OfficeHours): boolean {
  const time = `${String(hour).padStart(2, '0')}:00`;
  return spans.some(([from, to]) => from <= time && time < to);
}

function countsAsUsual({ kind, dayKind }: LadderStep): boolean {
  return dayKind === (kind === 'escalate' ? 'workingDay' : 'calendarDay');
}

function keepsTelling(steps: readonly LadderStep[]): boolean {
  return steps.every(({ tells }, index) =>
    (steps[index - 1]?.tells ?? []).every((each) => tells.includes(each)),
  );
}

/** Only while a petition is processed nobody holds it yet, so that there is no head to tell. */
function reachesHead({ clocks }: Ladder, { kind, tells }: LadderStep): boolean {
  return kind !== 'escalate' || clocks.includes('process') || tells.includes('holderHead');
}

function reachesOffice({ kind, level, tells }: LadderStep): boolean {
  if (kind === 'warn') return tells.includes('holder') || tells.includes('desk');
  const told: Audience[] = [
    'coordinationOffice',
    ...(tells.includes('desk') ? [] : (['holder', 'holderHead'] as const)),
  ];
  const beyond: Audience[] = level >= BEYOND_THE_AGENCY ? ['superior', 'supervisor'] : [];
  return [...told, ...beyond].every((each) => tells.includes(each));
}
