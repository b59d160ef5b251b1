import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { type PolicyFrom, randomHistories } from '../../../test/support/random-histories.js';
import { CASE_COMMANDS } from '../commands.js';
import type { CalendarEdition, Policy } from '../policy/policy.js';
import { PROCEDURES } from '../vocabulary.js';
import { type CaseRecord, compareReplay, differenceText, replayCase } from './index.js';

const HISTORIES = 10_000;

const built = loadPolicy();

/** Three policies in force one after the other: as built, under a decree, and with another limit besides. */
function policiesInTurn(): PolicyFrom[] {
  const off = ['2026-07-15', '2026-10-08', '2026-12-18'].map((date) => ({ date, name: 'sample' }));
  const decreed: CalendarEdition = {
    ...built.calendar,
    edition: 'decreed',
    years: built.calendar.years.map((year) =>
      year.year === 2026 ? { ...year, daysOff: [...year.daysOff, ...off] } : year,
    ),
  };
  const editions = [...built.editions, decreed];
  const under = { ...built, version: 'decreed', calendar: decreed, editions };
  return [
    { policy: { ...built, editions }, from: '2026-01-01' },
    { policy: under, from: '2026-06-20' },
    { policy: { ...withLimit(under, 25), version: 'shorter' }, from: '2026-09-10' },
  ];
}

function withLimit(policy: Policy, base: number): Policy {
  const limits = policy.limits.map((rule) =>
    rule.id === 'K3' ? { ...rule, days: { ...rule.days, base } } : rule,
  );
  return { ...policy, limits };
}

const POLICIES = policiesInTurn();

function policyAt(version: string): Policy {
  const held = POLICIES.find(({ policy }) => policy.version === version);
  if (!held) throw new Error(`no policy ${version}`);
  return held.policy;
}

function differencesOf(record: CaseRecord, at = policyAt): string[] {
  return compareReplay(record, replayCase(record, at)).map((difference) => differenceText(difference).en);
}

describe(`${HISTORIES} cases that went through the engine at random`, () => {
  let records: CaseRecord[];
  beforeAll(() => {
    records = randomHistories(HISTORIES, POLICIES);
  }, 300_000);

  test('went far: every command of every procedure, under three policies, with alarms up to the highest level', () => {
    const steps = records.flatMap((record) => record.steps);
    const given = new Set(steps.map(({ command }) => command.type));
    const known = [...CASE_COMMANDS, 'register', 'deadlinePassed', 'calendarChanged', 'lawChanged'] as const;
    expect(known.filter((name) => !given.has(name))).toEqual([]);
    expect(new Set(records.map((record) => record.case.procedure))).toEqual(new Set(PROCEDURES));
    expect(new Set(steps.map(({ policyVersion }) => policyVersion)).size).toBe(3);
    expect(records.some((record) => record.case.facts.level === 3)).toBe(true);
    expect(steps.length).toBeGreaterThan(HISTORIES * 5);
  });

  test('are reproduced by their commands alone: every state, fact, date, ledger, alarm and verdict', () => {
    const wrong = records.flatMap((record, index) => {
      const differences = differencesOf(record);
      return differences.length > 0 ? [[index, differences]] : [];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 300_000);

  test.each<[what: string, change: (policy: Policy) => Policy, told: RegExp]>([
    ['a limit of one day more', (policy) => withLimit(policy, 31), /^Clock of .* due date is/],
    [
      'a ladder that warns at another hour',
      (policy) => ({ ...policy, ladders: policy.ladders.map((ladder) => ({ ...ladder, warnAtHour: 9 })) }),
      /next alarm is/,
    ],
    [
      'a ladder without its highest step',
      (policy) => ({
        ...policy,
        ladders: policy.ladders.map((ladder) => ({ ...ladder, steps: ladder.steps.slice(0, -1) })),
      }),
      /next step of the ladder is|is no longer accepted/,
    ],
  ])('are not reproduced under %s', (_, change, told) => {
    const found = records.slice(0, 500).flatMap((record) => {
      return differencesOf(record, (version) => change(policyAt(version)));
    });
    expect(found.filter((sentence) => told.test(sentence)).length).toBeGreaterThan(10);
  });

  test('are not reproduced when one of their steps is missing, wherever it stood', () => {
    const unseen = records.slice(0, 500).filter(({ steps, ...rest }, index) => {
      const record = { ...rest, steps: steps.toSpliced(index % steps.length, 1) };
      return differencesOf(record).length === 0;
    });
    expect(unseen).toEqual([]);
  });

  test('say so in both languages, without the words of a reason', () => {
    const changed = records.slice(0, 300).flatMap((record) => {
      const deadlines = record.deadlines.map((deadline) => ({
        ...deadline,
        due: '2030-01-01',
        ledger: deadline.ledger.map((entry) => ({ ...entry, reason: 'the neighbour wrote it' })),
      }));
      const altered = { ...record, deadlines };
      return compareReplay(altered, replayCase(altered, policyAt)).map(differenceText);
    });
    expect(changed.some(({ vi }) => vi.includes('ngày hết hạn trong hồ sơ là 01/01/2030'))).toBe(true);
    expect(changed.some(({ en }) => en.includes('due date is 2030-01-01 in the record'))).toBe(true);
    expect(changed.filter(({ vi, en }) => /undefined|neighbour/.test(vi + en))).toEqual([]);
  });
});

test('a step whose policy nobody holds is a finding, not a failure of the examination', () => {
  const [record] = randomHistories(1, POLICIES);
  const differences = compareReplay(
    record!,
    replayCase(record!, () => {
      throw new Error('The record holds no policy 1a2b3c');
    }),
  );
  expect(differenceText(differences.find(({ seq }) => seq === 1)!).en).toBe(
    'Step 1 is no longer accepted when it is decided again: The record holds no policy 1a2b3c.',
  );
});
