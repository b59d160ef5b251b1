import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { LegalDate, Procedure } from '../vocabulary.js';
import {
  correctDeadline,
  type Deadline,
  isStoppedLate,
  requestExpertise,
  startDeadline,
  suspendDeadline,
} from './index.js';

const policy = loadPolicy();

/** Accepted on 3 December 2026: day 30 is Saturday 2 January 2027, so the limit is Monday 4 January. */
const settling = (procedure: Procedure) =>
  startDeadline({ id: 'd1', clock: 'settle', procedure, on: '2026-12-03', policy }) as Deadline;
const suspended = (on: LegalDate) => suspendDeadline(settling('complaintFirst'), on, policy);

describe('a clock that was stopped', () => {
  test('on its last day is not late, a day after is', () => {
    expect(isStoppedLate(suspended('2027-01-04'), policy)).toBe(false);
    expect(isStoppedLate(suspended('2027-01-05'), policy)).toBe(true);
  });

  test('for an expert after the limit is late too', () => {
    const asked = requestExpertise(settling('denunciation'), '2027-01-06', policy);
    expect(isStoppedLate(asked, policy)).toBe(true);
  });

  test('is judged by the day that a correction puts right', () => {
    const correction = { on: '2027-01-07', type: 'suspended', was: '2027-01-05', is: '2027-01-04' } as const;
    const corrected = correctDeadline(suspended('2027-01-05'), { ...correction, reason: 'ghi nhầm' }, policy);
    expect(isStoppedLate(corrected as Deadline, policy)).toBe(false);
  });

  test('while it runs nothing is said here', () => {
    expect(isStoppedLate(settling('complaintFirst'), policy)).toBe(false);
  });
});
