import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { type Complexity, type LedgerEntry, PROCEDURES, type Procedure, replay } from '#domain';
import { lastLegalDay, ruleInForce, wallCalendar } from './day-by-day.js';
import { ALL_KINDS } from './vectors-all-kinds.js';
import { COMPLAINTS } from './vectors-complaints.js';
import { DENUNCIATIONS } from './vectors-denunciations.js';

const policy = loadPolicy();
const wall = wallCalendar(policy.calendar);

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

function linesOf(table: string): string[] {
  return table.split('\n').filter((line) => line !== '');
}

function entryOf(act: string): LedgerEntry {
  const [word = '', on = ''] = act.split(' ');
  const finding = FINDINGS[word];
  return (finding ? { type: 'complexityFound', on, ...finding } : { type: word, on }) as LedgerEntry;
}

/** The line as a ledger under the row in force at its start. */
function caseOf(line: string) {
  const { limit = '', procedure = '', from = '', acts = '', due = '' } = LINE.exec(line)?.groups ?? {};
  const rule = ruleInForce(policy.limits, limit, procedure as Procedure, from);
  if (rule === null) throw new Error(`No row of the table fits this line: ${line}`);
  const start: LedgerEntry = {
    type: 'started',
    on: from,
    ruleId: rule.id,
    ruleFrom: rule.effectiveFrom,
    calendarEdition: policy.calendar.edition,
  };
  const entries = acts.split(', ').filter(Boolean).map(entryOf);
  return {
    rule,
    procedure: procedure as Procedure,
    ledger: [start, ...entries],
    due: due === 'none' ? null : due,
  };
}

const tables = Object.entries({ ...ALL_KINDS, ...COMPLAINTS, ...DENUNCIATIONS });

for (const [name, table] of tables) {
  describe(name.toLowerCase().replaceAll('_', ' '), () => {
    for (const line of linesOf(table)) {
      test(line, () => {
        const { rule, procedure, ledger, due } = caseOf(line);
        expect(replay(ledger, policy, procedure).due).toBe(due);
        expect(lastLegalDay(ledger, rule, procedure, wall)).toBe(due);
      });
    }
  });
}

describe('the vectors worked by hand', () => {
  const lines = tables.flatMap(([, table]) => linesOf(table));

  test('are more than sixty, and no line is told twice', () => {
    expect(lines.length).toBeGreaterThan(60);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('cover every procedure and every row of the table, the replaced ones too', () => {
    const covered = lines.map(caseOf);
    expect(new Set(covered.map(({ procedure }) => procedure))).toEqual(new Set(PROCEDURES));
    expect(new Set(covered.map(({ rule }) => rule))).toEqual(new Set(policy.limits));
  });
});
