import type { CalendarEdition, Complexity, LedgerEntry, LimitRule, Policy, Procedure } from '#domain';
import { ruleInForce } from './clerk-reading.js';
import { decreed } from './decrees.js';
import { dayNumber } from './wall-calendar.js';

/** One vector: the ledger of the line under the row in force at its start, and the last day that the line gives. */
export interface Vector {
  rule: LimitRule;
  procedure: Procedure;
  ledger: LedgerEntry[];
  due: string | null;
}

/** The words of a line for a signed finding, and what it finds. */
const FINDINGS: Record<string, { complexity: Complexity; remote: boolean }> = {
  simple: { complexity: 'none', remote: false },
  complex: { complexity: 'complex', remote: false },
  speciallyComplex: { complexity: 'speciallyComplex', remote: false },
  remote: { complexity: 'none', remote: true },
  remoteComplex: { complexity: 'complex', remote: true },
};

const LINE =
  /^(?<limit>\w+) (?<procedure>\w+) (?<from>[\d-]+)(?<acts>[^>]*) -> (?<due>none|[\d-]+) : (?<why>.+)$/;

/** The editions that a line may name beside the one in force. */
export function editionsOfVectors(calendar: CalendarEdition): CalendarEdition[] {
  const days = (...dates: string[]) => dates.map(dayNumber);
  return [
    decreed(calendar, { edition: 'tetDecree', off: days('2027-02-04'), lifted: days('2027-02-11') }),
    decreed(calendar, { edition: 'oldCalendar', lifted: days('2026-11-24', '2027-11-24') }),
  ];
}

export function linesOf(table: string): string[] {
  return table.split('\n').filter((line) => line !== '');
}

export function vectorOf(line: string, policy: Policy): Vector {
  const { limit = '', procedure = '', from = '', acts = '', due = '' } = LINE.exec(line)?.groups ?? {};
  const rowOn = (day: string) => {
    const row = ruleInForce(policy.limits, limit, procedure as Procedure, day);
    if (row === null) throw new Error(`No row of the table fits this line: ${line}`);
    return row;
  };
  const rule = rowOn(from);
  const start = {
    type: 'started',
    on: from,
    ...named(rule),
    calendarEdition: policy.calendar.edition,
  } as const;
  const ledger: LedgerEntry[] = [start];
  for (const act of acts.split(', ').filter(Boolean)) ledger.push(entryOf(act, ledger, rowOn, policy));
  return { rule, procedure: procedure as Procedure, ledger, due: due === 'none' ? null : due };
}

function entryOf(
  act: string,
  ledger: readonly LedgerEntry[],
  rowOn: (day: string) => LimitRule,
  policy: Policy,
): LedgerEntry {
  const [word = '', on = '', , is = ''] = act.split(' ');
  const finding = FINDINGS[word];
  if (finding) return { type: 'complexityFound', on, ...finding };
  if (word === 'corrected') return correction(ledger, on, is, rowOn);
  if (word === 'transition') return { type: 'ruleChanged', on, ...named(rowOn(on)), article: null };
  if (word === 'calendarBack') {
    return { type: 'calendarChanged', on, calendarEdition: policy.calendar.edition };
  }
  if (word === 'tetDecree' || word === 'oldCalendar') {
    return { type: 'calendarChanged', on, calendarEdition: word };
  }
  return { type: word, on } as LedgerEntry;
}

/** The last entry recorded or already corrected to the day, set right on the day of the latest entry. */
function correction(
  ledger: readonly LedgerEntry[],
  was: string,
  is: string,
  rowOn: (day: string) => LimitRule,
): LedgerEntry {
  const days = ledger.map(({ on }) => on);
  for (const entry of ledger) if (entry.type === 'corrected') days[entry.entry] = entry.is;
  const entry = days.findLastIndex((day, place) => day === was && ledger[place]?.type !== 'corrected');
  if (entry < 0) throw new Error(`Nothing happened on ${was}`);
  const on = ledger.at(-1)?.on ?? was;
  return {
    type: 'corrected',
    on,
    entry,
    was,
    is,
    reason: 'Ghi nhầm ngày',
    ...(entry === 0 ? named(rowOn(is)) : {}),
  };
}

function named({ id, effectiveFrom }: LimitRule): { ruleId: string; ruleFrom: string } {
  return { ruleId: id, ruleFrom: effectiveFrom };
}
