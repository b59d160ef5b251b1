import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import {
  type CalendarEdition,
  type Derivation,
  findLimit,
  isClockRule,
  type LedgerEntry,
  LIMITS,
  PROCEDURES,
  replay,
} from '#domain';
import { deskOf, ruleInForce } from './clerk-reading.js';
import { lastLegalDay } from './day-by-day.js';
import { decrees } from './decrees.js';
import { type Draft, drafts, type Row, rowsOf } from './histories.js';
import { ledgerOf } from './history-pen.js';
import { dayNumber, dayText } from './wall-calendar.js';

const HISTORIES = Number(process.env.ORACLE_HISTORIES ?? 200_000);
/** Printed with every run; give it again to tell the same histories. A failure is shrunk to the smallest history. */
const SEED = Number(process.env.ORACLE_SEED ?? Math.trunc(Math.random() * 2 ** 31));

const policy = loadPolicy();

/** The rows that a clock can run under. */
const limits = policy.limits.filter(isClockRule);
const rows = rowsOf(limits);

const courses = LIMITS.flatMap((clock) => PROCEDURES.map((procedure) => ({ clock, procedure })));

/** The office under the calendar in force, and two hundred whose calendar was decreed anew up to four times. */
const offices = [[policy.calendar], ...fc.sample(officesEditions(), { numRuns: 200, seed: SEED })].map(
  (editions) => {
    const under = { ...policy, editions, calendar: editions.at(-1) ?? policy.calendar };
    return { policy: under, desk: deskOf(under), editions: editions.map(({ edition }) => edition) };
  },
);

function officesEditions(): fc.Arbitrary<CalendarEdition[]> {
  const decreed = decrees(policy.calendar, fc.constant(''));
  const named = (editions: CalendarEdition[]) =>
    editions.map((edition, index) => ({ ...edition, edition: `decree ${index + 1}` }));
  return fc.array(decreed, { minLength: 2, maxLength: 4 }).map(named);
}

const PARTS = [
  ...[
    'calendarDay',
    'workingDay',
    'standing still',
    'running',
    'suspended',
    'continued',
    'expertiseRequested',
  ],
  ...['expertiseReturned', 'complexityFound', 'extended', 'calendarChanged', 'ruleChanged', 'corrected'],
  ...['cancelled', 'reopened', 'met', 'extension counted', 'longer limit', 'end shifted'],
  ...['date moved by calendarChanged', 'date moved by ruleChanged', 'date moved by corrected'],
];

interface Answer {
  engine: Derivation;
  clerk: string | null;
  row: Row;
  office: (typeof offices)[number];
  ledger: LedgerEntry[];
}

/** Both answers to one history: that of the engine, and that of the clerk with the wall calendar. */
function answersTo(draft: Draft): Answer {
  const row = rows[draft.row];
  const office = offices[draft.desk];
  if (row === undefined || office === undefined) throw new Error('The draft names a row that is not there');
  const ledger = ledgerOf(draft, { ...row, limits, editions: office.editions });
  return {
    engine: replay(ledger, office.policy, row.procedure),
    clerk: lastLegalDay(ledger, row.procedure, office.desk),
    row,
    office,
    ledger,
  };
}

/** The smallest history that the two disagree on, with the decrees that it names. */
function difference({ engine, clerk, row, office, ledger }: Answer): string {
  const lines = ledger.map((entry) => JSON.stringify(entry));
  const named = office.policy.editions.filter(({ edition }) => JSON.stringify(ledger).includes(edition));
  const decreed = named.flatMap(({ edition, years }) => [
    `${edition} off: ${years.flatMap(({ daysOff }) => daysOff.map(({ date }) => date)).join(' ')}`,
    `${edition} worked: ${years.flatMap(({ workingDays }) => workingDays.map(({ date }) => date)).join(' ')}`,
  ]);
  const answers = `${row.procedure} ${row.rule.clock}: engine ${engine.due}, clerk ${clerk}`;
  return [`ORACLE_SEED=${SEED} ${answers}`, ...lines, ...decreed].join('\n  ');
}

/** What a history holds, so that the run can show that it tried every part of the law. */
function partsOf({ row, ledger, engine, clerk, office }: Answer): string[] {
  const entries = new Set(ledger.map(({ type }) => type).filter((type) => type !== 'started'));
  const parts = [
    row.procedure,
    row.rule.clock,
    row.rule.dayKind,
    engine.due === null ? 'standing still' : 'running',
  ];
  if (engine.extensions > 0) parts.push('extension counted');
  if (engine.limitDays > row.rule.days.base && engine.extensions === 0) parts.push('longer limit');
  if (engine.due !== engine.nominalDue) parts.push('end shifted');
  const moving = (['calendarChanged', 'ruleChanged', 'corrected'] as const).filter((type) => {
    const without = entries.has(type) ? withoutEntries(ledger, type) : null;
    return without && lastLegalDay(without, row.procedure, office.desk) !== clerk;
  });
  return [...parts, ...entries, ...moving.map((type) => `date moved by ${type}`)];
}

/** The ledger as it would read if nobody had written such an entry; corrections still name the right one. */
function withoutEntries(
  ledger: readonly LedgerEntry[],
  type: 'calendarChanged' | 'ruleChanged' | 'corrected',
): LedgerEntry[] {
  return ledger.map((entry) => (entry.type === type ? { type: 'met', on: entry.on } : entry));
}

describe('the engine and a clerk with a wall calendar', () => {
  test(`name the same last day for ${HISTORIES} random histories`, () => {
    const seen = new Map<string, number>();
    const told = fc.property(drafts(rows.length, offices.length), (draft) => {
      const answer = answersTo(draft);
      if (answer.engine.due !== answer.clerk) throw new Error(difference(answer));
      for (const part of new Set(partsOf(answer))) seen.set(part, (seen.get(part) ?? 0) + 1);
    });
    fc.assert(told, { numRuns: HISTORIES, seed: SEED });
    const tally = [...seen].map(([part, count]) => `${part} ${count}`).join(', ');
    console.log(`ORACLE_SEED=${SEED} ORACLE_HISTORIES=${HISTORIES}: 0 differences; ${tally}`);
    for (const part of [...PROCEDURES, ...PARTS]) {
      expect({ part, often: (seen.get(part) ?? 0) > HISTORIES / 100 }).toEqual({ part, often: true });
    }
    const clocks = new Set(limits.map(({ clock }) => clock));
    expect([...clocks].filter((clock) => !seen.has(clock))).toEqual([]);
  }, 300_000);

  test('find the same row of the table on every day of 2024 to 2028', () => {
    for (let day = dayNumber('2024-01-01'); day <= dayNumber('2028-12-31'); day += 1) {
      for (const { clock, procedure } of courses) {
        const engine = findLimit(policy, clock, procedure, dayText(day)) ?? null;
        if (engine !== ruleInForce(policy.limits, clock, procedure, dayText(day))) {
          throw new Error(`${clock} ${procedure} on ${dayText(day)}: the engine finds ${engine?.id}`);
        }
      }
    }
  });
});
