import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import {
  type CalendarEdition,
  type Derivation,
  findLimit,
  type LedgerEntry,
  LIMITS,
  type Policy,
  PROCEDURES,
  replay,
} from '#domain';
import { dayNumber, dayText, lastLegalDay, ruleInForce, wallCalendar } from './day-by-day.js';
import { type Draft, decrees, drafts, ledgerOf, type Row, rowsOf } from './histories.js';

const HISTORIES = Number(process.env.ORACLE_HISTORIES ?? 200_000);
/** Printed with every run; give it again to tell the same histories. A failure is shrunk to the smallest history. */
const SEED = Number(process.env.ORACLE_SEED ?? Math.trunc(Math.random() * 2 ** 31));

const policy = loadPolicy();

const rows = rowsOf(policy.limits);

const courses = LIMITS.flatMap((clock) => PROCEDURES.map((procedure) => ({ clock, procedure })));

/** The calendar in force and four hundred random ones. */
const calendars: CalendarEdition[] = [
  policy.calendar,
  ...fc.sample(decrees(policy.calendar), { numRuns: 400, seed: SEED }),
];
const desks = calendars.map((calendar) => ({
  policy: { ...policy, calendar } satisfies Policy,
  wall: wallCalendar(calendar),
}));

const PARTS = [
  'calendarDay',
  'workingDay',
  'standing still',
  'running',
  'suspended',
  'continued',
  'expertiseRequested',
  'expertiseReturned',
  'complexityFound',
  'extended',
  'extension counted',
  'longer limit',
  'end shifted',
];

interface Answer {
  engine: Derivation;
  clerk: string | null;
  row: Row;
  edition: string;
  ledger: LedgerEntry[];
}

/** Both answers to one history: that of the engine, and that of the clerk with the wall calendar. */
function answersTo(draft: Draft): Answer {
  const row = rows[draft.row];
  const desk = desks[draft.calendar];
  if (row === undefined || desk === undefined) throw new Error('The draft names a row that is not there');
  const { edition } = desk.policy.calendar;
  const ledger = ledgerOf(draft, row.rule, edition);
  return {
    engine: replay(ledger, desk.policy, row.procedure),
    clerk: lastLegalDay(ledger, row.rule, row.procedure, desk.wall),
    row,
    edition,
    ledger,
  };
}

function difference({ engine, clerk, row, edition, ledger }: Answer): string {
  const lines = ledger.map((entry) => JSON.stringify(entry)).join('\n  ');
  return `${row.procedure} ${row.rule.clock}, calendar ${edition}: engine ${engine.due}, clerk ${clerk}\n  ${lines}`;
}

/** What a history holds, so that the run can show that it tried every part of the law. */
function partsOf({ row, ledger, engine }: Answer): string[] {
  const entries = ledger.map(({ type }) => type).filter((type) => type !== 'started');
  const parts = [row.procedure, row.rule.dayKind, engine.due === null ? 'standing still' : 'running'];
  if (engine.extensions > 0) parts.push('extension counted');
  if (engine.limitDays > row.rule.days.base && engine.extensions === 0) parts.push('longer limit');
  if (engine.due !== engine.nominalDue) parts.push('end shifted');
  return [...parts, ...entries];
}

describe('the engine and a clerk with a wall calendar', () => {
  test(`name the same last day for ${HISTORIES} random histories`, () => {
    const seen = new Map<string, number>();
    const told = fc.property(drafts(rows.length, calendars.length), (draft) => {
      const answer = answersTo(draft);
      if (answer.engine.due !== answer.clerk) throw new Error(difference(answer));
      for (const part of new Set(partsOf(answer))) seen.set(part, (seen.get(part) ?? 0) + 1);
    });
    fc.assert(told, { numRuns: HISTORIES, seed: SEED });
    const tally = [...seen].map(([part, count]) => `${part} ${count}`).join(', ');
    console.log(`ORACLE_SEED=${SEED} ORACLE_HISTORIES=${HISTORIES}: 0 differences; ${tally}`);
    for (const part of [...PROCEDURES, ...PARTS]) {
      expect(seen.get(part) ?? 0).toBeGreaterThan(HISTORIES / 100);
    }
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
