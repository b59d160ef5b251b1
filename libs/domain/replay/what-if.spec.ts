import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { punctualHistories } from '../../../test/support/random-histories.js';
import { NO_FACTS } from '../charts/index.js';
import type { Actor, Command } from '../commands.js';
import type { Deadline } from '../deadlines/index.js';
import { type CaseState, type Decision, decide, REGISTERED } from '../decide/index.js';
import {
  type CaseRecord,
  concernOf,
  type SupposedChanges,
  simulateCase,
  supposePolicy,
  whatIf,
} from './index.js';
import { written } from './written.js';

const policy = loadPolicy();
const NOTHING: SupposedChanges = { limits: [], calendar: [], ladders: [] };
const UNTIL = '2026-12-31T17:00:00Z';

const DESK: Actor = { id: 'desk', role: 'deskOfficer', agencyCode: 'desk' };
const HEAD: Actor = { id: 'head', role: 'agencyHead', agencyCode: 'so-a' };
const CLOCK: Actor = { id: 'clock', role: 'system', agencyCode: null };

/** A case that was given these commands at these instants, rung whenever an alarm was reached before a command. */
function recorded(given: [at: string, actor: Actor, command: Command][], until = UNTIL): CaseRecord {
  let at: { case: CaseState; deadlines: Deadline[] } = { case: blank(), deadlines: [] };
  const steps: CaseRecord['steps'][number][] = [];
  let ids = 0;
  const give = (now: string, actor: Actor, command: Command) => {
    const newId = () => {
      ids += 1;
      return `id-${String(ids).padStart(3, '0')}`;
    };
    const verdict = decide({ ...at, command, actor, now, policy, newId });
    if (!verdict.ok) throw new Error(`${command.type}: ${verdict.refusal.code}`);
    const { decision } = verdict;
    at = { case: decision.case, deadlines: decision.deadlines };
    steps.push(stepOf(decision, command, actor, now));
  };
  const sweep = (end: string) => {
    for (let next = firstAlarm(at.deadlines, end); next; next = firstAlarm(at.deadlines, end)) {
      const { id, clock, nextStep, nextAlarmAt } = next;
      give(nextAlarmAt!, CLOCK, { type: 'deadlinePassed', clock, deadlineId: id, step: nextStep! });
    }
  };
  for (const [now, actor, command] of given) {
    sweep(now);
    give(now, actor, command);
  }
  sweep(until);
  return { ...at, steps, standing: {} as CaseRecord['standing'] };
}

function blank(): CaseState {
  return {
    id: 'case',
    number: 'CM-2026-000001-1',
    procedure: 'unclassified',
    procedureVersion: 1,
    state: REGISTERED,
    facts: NO_FACTS,
    version: 0,
    deskAgencyCode: '',
    agencyCode: null,
  };
}

function stepOf(decision: Decision, command: Command, actor: Actor, at: string): CaseRecord['steps'][number] {
  const { legalOn, handlingFrom, handling: handlingTo, headline } = decision;
  const seq = decision.case.version;
  const policyVersion = policy.version;
  return { seq, command, actor, at, legalOn, handlingFrom, handlingTo, headline, policyVersion };
}

function firstAlarm(deadlines: readonly Deadline[], end: string): Deadline | undefined {
  return deadlines
    .filter(({ nextAlarmAt }) => nextAlarmAt !== null && Date.parse(nextAlarmAt) < Date.parse(end))
    .sort((a, b) => Date.parse(a.nextAlarmAt!) - Date.parse(b.nextAlarmAt!))[0];
}

const REGISTER: Command = {
  type: 'register',
  receivedOn: '2026-08-03',
  channel: 'post',
  declaredKind: null,
  deskAgencyCode: 'desk',
};
const ASSIGN: Command = { type: 'assign', agencyCode: 'so-a', receivedByAgencyOn: '2026-08-03' };

/** A first complaint, accepted on 5 August: 30 days end on Friday 4 September, 20 on Tuesday 25 August. */
const ACCEPTED: Parameters<typeof recorded>[0] = [
  ['2026-08-03T02:00:00Z', DESK, REGISTER],
  ['2026-08-03T02:00:00Z', DESK, { type: 'classify', procedure: 'complaintFirst' }],
  ['2026-08-03T02:00:00Z', DESK, ASSIGN],
  ['2026-08-05T02:00:00Z', HEAD, { type: 'accept', on: '2026-08-05' }],
];

function suppose(record: CaseRecord, changes: Partial<SupposedChanges>, until = UNTIL) {
  const all = { ...NOTHING, ...changes };
  const supposed = supposePolicy(policy, all);
  if ('refusal' in supposed) throw new Error(supposed.refusal.code);
  const concerns = concernOf(all, policy);
  const policyAt = () => policy;
  return whatIf(record, { supposed: supposed.policy, current: policy, policyAt, until, concerns });
}

const K3 = policy.limits.find(({ id }) => id === 'K3')!;
const limit = (base: number, from = K3.effectiveFrom) => ({ limits: [{ id: 'K3', from, days: { base } }] });
const dated = ({ clocks }: ReturnType<typeof whatIf>) =>
  clocks.map(({ clock, was, would }) => [clock, was?.due, would?.due, was?.isLate, would?.isLate]);

describe('a case of a past period under other rules', () => {
  const open = recorded(ACCEPTED, '2026-09-03T10:00:00Z');

  test('has another last day, and is late and escalated when that day is over', () => {
    const found = suppose(open, limit(20), '2026-09-03T10:00:00Z');
    expect(dated(found)).toEqual([['settle', '2026-09-04', '2026-08-25', false, true]]);
    expect(found).toMatchObject({
      late: { was: false, would: true },
      level: { was: 0, would: 1 },
      differs: true,
    });
    expect(found.lateAgencies).toEqual({ was: [], would: ['so-a'] });
  });

  test('stops being late when the limit had been longer', () => {
    const late = recorded(ACCEPTED, '2026-09-20T10:00:00Z');
    const found = suppose(late, limit(45), '2026-09-20T10:00:00Z');
    expect(dated(found)).toEqual([['settle', '2026-09-04', '2026-09-21', true, false]]);
    expect(found).toMatchObject({ late: { was: true, would: false }, level: { was: 2, would: 0 } });
  });

  test('moves with a day off', () => {
    const calendar = [{ date: '2026-09-04', day: 'off' as const }];
    expect(dated(suppose(open, { calendar }))).toEqual([['settle', '2026-09-04', '2026-09-07', true, true]]);
  });

  test('climbs another ladder at other times, to the same last day', () => {
    const steps = [
      { kind: 'overdue', offset: 0, dayKind: 'calendarDay', level: 0 },
      { kind: 'escalate', offset: 10, dayKind: 'workingDay', level: 1 },
    ] as const;
    const late = recorded(ACCEPTED, '2026-09-08T10:00:00Z');
    const found = suppose(late, { ladders: [{ clock: 'settle', steps }] }, '2026-09-08T10:00:00Z');
    expect(found).toMatchObject({ clocks: [], level: { was: 1, would: 0 }, differs: true });
  });

  test('tells of an act that the other rules refuse', () => {
    const found: Command = {
      type: 'recordComplexity',
      on: '2026-08-10',
      criteria: ['severalPlaces'],
      remote: false,
    };
    const denunciation = recorded([
      ['2026-08-03T02:00:00Z', DESK, REGISTER],
      ['2026-08-03T02:00:00Z', DESK, { type: 'classify', procedure: 'denunciation' }],
      ['2026-08-03T02:00:00Z', DESK, ASSIGN],
      ...identified(),
      ['2026-08-05T02:00:00Z', HEAD, { type: 'accept', on: '2026-08-05' }],
      ['2026-08-10T02:00:00Z', HEAD, found],
      ['2026-08-31T02:00:00Z', HEAD, { type: 'extend', on: '2026-08-31', reason: 'x' }],
    ]);
    const row = policy.limits.findLast(
      ({ clock, procedures, effectiveFrom }) =>
        clock === 'settle' && procedures.includes('denunciation') && effectiveFrom <= '2026-08-05',
    )!;
    const days = { base: 20 };
    const would = suppose(denunciation, { limits: [{ id: row.id, from: row.effectiveFrom, days }] });
    expect(would.refused.map(({ step, refusal }) => [step.command.type, refusal.code])).toEqual([
      ['extend', 'extension.afterLimit'],
    ]);
  });

  test('is not laid to the supposition when reality differs by a sweep that stood still', () => {
    const unswept = { ...open, steps: open.steps.filter(({ command }) => command.type !== 'deadlinePassed') };
    const found = suppose(
      unswept,
      { calendar: [{ date: '2026-03-02', day: 'off' }] },
      '2026-09-20T10:00:00Z',
    );
    expect(found).toMatchObject({ level: { was: 0, would: 0 }, clocks: [], differs: false });
  });

  test('goes exactly as it went when nothing is changed', () => {
    for (const until of ['2026-08-20T10:00:00Z', '2026-09-08T10:00:00Z', UNTIL]) {
      const record = recorded(ACCEPTED, until);
      const run = simulateCase(record, policy, until);
      const written = (course: { case: CaseState; deadlines: readonly Deadline[] }) => [
        course.case,
        course.deadlines.map(({ id: _, ...deadline }) => deadline),
      ];
      expect(written(run)).toEqual(written(record));
    }
  });
});

describe('a simulation under the rules in force', () => {
  test('goes exactly as 1,000 cases at random went whose alarms rang in time: states, facts, dates, alarms, levels', () => {
    const wrong = punctualHistories(1_000, policy).flatMap(({ record, until }, index) => {
      const run = simulateCase(record, policy, until);
      // Clocks come in the order of ids that a simulation draws anew.
      const course = ({ case: { facts, ...rest }, deadlines }: Pick<CaseRecord, 'case' | 'deadlines'>) => ({
        ...rest,
        facts: { ...facts, clocks: [...facts.clocks].sort() },
        deadlines: deadlines.map(({ id: _, ...deadline }) => written(deadline)).sort(),
      });
      const isSame = isDeepStrictEqual(course(run), course(record)) && run.refused.length === 0;
      return isSame
        ? []
        : [[index, course(run), course(record), run.refused.map(({ refusal }) => refusal.code)]];
    });
    expect(wrong.slice(0, 1)).toEqual([]);
  }, 120_000);
});

/** A denunciation is accepted once its author is known (TC art. 29), where the engine asks for it. */
function identified(): Parameters<typeof recorded>[0] {
  return [['2026-08-04T02:00:00Z', HEAD, { type: 'confirmIdentity', on: '2026-08-04', known: true }]];
}
