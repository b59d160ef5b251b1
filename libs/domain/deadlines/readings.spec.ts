import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { LimitRule, Policy } from '../policy/policy.js';
import { explain, type LedgerEntry, replay } from './index.js';

const policy = loadPolicy();

/** The policy with another reading of one row of the table. */
function reading(id: string, change: (rule: LimitRule) => LimitRule): Policy {
  return { ...policy, limits: policy.limits.map((rule) => (rule.id === id ? change(rule) : rule)) };
}

function begun(ruleId: string, ruleFrom: string, ...later: LedgerEntry[]): LedgerEntry[] {
  const calendarEdition = policy.calendar.edition;
  return [{ type: 'started', on: '2026-12-03', ruleId, ruleFrom, calendarEdition }, ...later];
}

/** A denunciation accepted on Thursday 3 Dec 2026: day 30 is Saturday 2 Jan 2027, moved to Monday 4 Jan. */
const EXTENDED = begun(
  'D5',
  '2019-01-01',
  { type: 'complexityFound', on: '2026-12-10', complexity: 'complex', remote: false },
  { type: 'extended', on: '2026-12-28' },
);

describe('an extension, of which the law does not say where it begins', () => {
  test('is counted from the acceptance: day 60 is Monday 1 Feb 2027, and the other reading is named', () => {
    const derivation = replay(EXTENDED, policy, 'denunciation');
    expect(derivation.due).toBe('2027-02-01');
    expect(explain(derivation, 'vi')).toContain(
      'nếu tính gia hạn từ ngày hết hạn đã chuyển thì hết hạn thứ Tư 03/02/2027',
    );
    expect(explain(derivation, 'en')).toContain('it would end on Wednesday 3 February 2027');
  });

  test('begins at the shifted end when the province sets it so: 4 Jan and 30 days are Wednesday 3 February 2027', () => {
    const set = reading('D5', ({ extension, ...rule }) => ({
      ...rule,
      extension: { ...extension!, countedFrom: 'shiftedEnd' },
    }));
    const derivation = replay(EXTENDED, set, 'denunciation');
    expect(derivation.due).toBe('2027-02-03');
    expect(explain(derivation, 'vi')).not.toContain('luật chưa nói rõ');
  });
});

/** A complaint accepted on 3 Dec 2026, suspended on 14 Dec, continued on 11 Jan 2027. */
const SUSPENDED = begun(
  'K3',
  '2012-07-01',
  { type: 'suspended', on: '2026-12-14' },
  { type: 'continued', on: '2027-01-11' },
);

describe('the day of a suspension, of which the law does not say whether it is used up', () => {
  test('counts: 19 days are left and end on Saturday 30 Jan, so Monday 1 Feb', () => {
    expect(replay(SUSPENDED, policy, 'complaintFirst').due).toBe('2027-02-01');
  });

  test('is free when the province sets it so: 20 days are left and end on Sunday 31 Jan, so Monday 1 Feb', () => {
    const set = reading('K3', (rule) => ({ ...rule, stopDay: 'free' }));
    const derivation = replay(SUSPENDED, set, 'complaintFirst');
    expect([derivation.nominalDue, derivation.due]).toEqual(['2027-01-31', '2027-02-01']);
  });

  test('is named as the other reading when that would move the date', () => {
    const ledger = begun(
      'K3',
      '2012-07-01',
      { type: 'suspended', on: '2026-12-14' },
      { type: 'continued', on: '2027-01-13' },
    );
    const derivation = replay(ledger, policy, 'complaintFirst');
    // 19 days after 13 Jan are Monday 1 Feb; with 20 left it would be Tuesday 2 Feb.
    expect(derivation.due).toBe('2027-02-01');
    expect(explain(derivation, 'vi')).toContain('thì hết hạn thứ Ba 02/02/2027');
  });
});
