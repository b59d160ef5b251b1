import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { isClockRule, type Policy, PROCEDURES, replay } from '#domain';
import { deskOf } from './clerk-reading.js';
import { lastLegalDay } from './day-by-day.js';
import { editionsOfVectors, linesOf, vectorOf } from './vector-lines.js';
import { ALL_KINDS } from './vectors-all-kinds.js';
import { CHANGES } from './vectors-changes.js';
import { COMPLAINTS } from './vectors-complaints.js';
import { DENUNCIATIONS } from './vectors-denunciations.js';

const built = loadPolicy();
const policy: Policy = { ...built, editions: [...built.editions, ...editionsOfVectors(built.calendar)] };
const desk = deskOf(policy);

const tables = Object.entries({ ...ALL_KINDS, ...COMPLAINTS, ...DENUNCIATIONS, ...CHANGES });

for (const [name, table] of tables) {
  describe(name.toLowerCase().replaceAll('_', ' '), () => {
    for (const line of linesOf(table)) {
      test(line, () => {
        const { procedure, ledger, due } = vectorOf(line, policy);
        expect(replay(ledger, policy, procedure).due).toBe(due);
        expect(lastLegalDay(ledger, procedure, desk)).toBe(due);
      });
    }
  });
}

describe('the vectors worked by hand', () => {
  const lines = tables.flatMap(([, table]) => linesOf(table));

  test('are more than a hundred and eighty, and no line is told twice', () => {
    expect(lines.length).toBeGreaterThan(180);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('cover every procedure and every row that a clock can run under, the replaced ones too', () => {
    const covered = lines.map((line) => vectorOf(line, policy));
    expect(new Set(covered.map(({ procedure }) => procedure))).toEqual(new Set(PROCEDURES));
    expect(new Set(covered.map(({ rule }) => rule))).toEqual(new Set(policy.limits.filter(isClockRule)));
  });
});
