import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { actChanges, limitChanges } from './law-changes.js';
import { lawBefore, lawOfCase, lawOn } from './law-on.js';

const policy = loadPolicy();

describe('the versions of the law', () => {
  test.each([
    ['2026-11-23', '2026-07-01'],
    ['2026-07-01', '2026-07-01'],
    ['2026-06-30', '2026-03-01'],
    ['2026-02-28', '2025-07-01'],
    ['2025-06-30', '2021-11-15'],
  ])('on %s that of %s holds', (on, version) => {
    expect(lawOn(policy, on)?.version).toBe(version);
  });

  test('before the oldest none is held', () => {
    expect(lawOn(policy, '2011-01-01')).toBeUndefined();
    expect(lawBefore(policy, policy.laws[0]!.version)).toBeUndefined();
    expect(lawBefore(policy, '2026-07-01')?.version).toBe('2026-03-01');
  });

  test('a case keeps the law of its acceptance, before it that of its receipt', () => {
    const received = { acceptedOn: null, receivedOn: '2026-06-01' };
    expect(lawOfCase(received)).toBe('2026-06-01');
    expect(lawOfCase({ ...received, acceptedOn: '2026-06-10' })).toBe('2026-06-10');
    expect(lawOfCase({ ...received, acceptedOn: '2026-06-10', law: '2026-07-01' })).toBe('2026-07-01');
    expect(lawOfCase({ acceptedOn: null, receivedOn: null })).toBeNull();
  });
});

describe('what a version changed', () => {
  const limits = (version: string) =>
    limitChanges(policy, version).map(({ before, after, procedures }) => [
      after.clock,
      before && `${before.days.base} ${before.dayKind}`,
      `${after.days.base} ${after.dayKind}`,
      procedures.length,
    ]);

  test('on 1 July 2026: the written refusal and the suspension are new, complaints are accepted in 7 working days', () => {
    expect(limits('2026-07-01')).toEqual(
      expect.arrayContaining([
        ['refuseVisit', null, '3 workingDay', 5],
        ['process', '45 calendarDay', '45 calendarDay', 6],
        ['accept', '10 calendarDay', '7 workingDay', 2],
        ['sendSuspension', null, '3 workingDay', 2],
      ]),
    );
  });

  test('on 1 March 2026: the figures of the old law on supervision become settings, an urge has its limit', () => {
    expect(limits('2026-03-01').map(([clock]) => clock)).toEqual(
      expect.arrayContaining(['reportToCouncil', 'reportToCommittee', 'answerInterpellation', 'answerUrge']),
    );
    const report = limitChanges(policy, '2026-03-01').find(({ after }) => after.clock === 'reportToCouncil');
    expect(report).toMatchObject({ before: { certainty: 'law' }, after: { certainty: 'setting' } });
  });

  test('on 1 July 2025: no time limit of a case', () => {
    expect(limits('2025-07-01')).toEqual([]);
  });

  test('a setting that fills a gap is no change of the law', () => {
    expect(limits('2012-07-01').map(([clock]) => clock)).not.toContain('review');
  });

  test('in the acts of 1 July 2026: suspending a complaint is new, its withdrawal has another article', () => {
    const acts = actChanges(policy, '2026-07-01');
    const of = (command: string) => acts.filter(({ after }) => after.command === command);
    expect(of('suspend')).toMatchObject([
      { procedures: ['complaintFirst', 'complaintSecond'], before: null },
    ]);
    expect(of('withdraw').map(({ procedures }) => procedures.length)).toEqual([2, 1]);
    expect(of('register')).toEqual([]);
  });
});
