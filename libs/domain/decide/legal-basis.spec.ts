import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { NO_FACTS } from '../charts/index.js';
import type { Command } from '../commands.js';
import type { LegalDate, Procedure } from '../vocabulary.js';
import { legalBasis, refuseUnknownAct } from './legal-basis.js';

const policy = loadPolicy();

function act(command: Command, procedure: Procedure, law: LegalDate | null = '2026-06-10') {
  return { command, case: { procedure, facts: { ...NO_FACTS, law } }, policy };
}
const suspend = (on: LegalDate): Command => ({ type: 'suspend', on, reason: 'mẫu' });

describe('the article behind an act', () => {
  test('is that of the day of the act where a transition rule says so', () => {
    const withdraw: Command = { type: 'withdraw', on: '2026-06-30', scope: 'whole' };
    expect(legalBasis(act(withdraw, 'complaintFirst'), '2026-06-30')).toBe('Luật Khiếu nại Điều 10');
    expect(legalBasis(act(withdraw, 'complaintFirst'), '2026-07-01')).toContain('Nghị định 155/2026');
  });

  test('is that of the law the case keeps where none does', () => {
    const accept: Command = { type: 'accept', on: '2026-07-02' };
    expect(legalBasis(act(accept, 'complaintFirst'), '2026-07-02')).toBe('Luật Khiếu nại Điều 27');
  });

  test('of a change of law is that of its transition rule, and none where none was read', () => {
    const changed = (version: LegalDate): Command => ({ type: 'lawChanged', version });
    expect(legalBasis(act(changed('2026-07-01'), 'complaintFirst'), '2026-11-23')).toBe(
      'Nghị định 155/2026/NĐ-CP Điều 22.1',
    );
    expect(legalBasis(act(changed('2026-07-01'), 'denunciation'), '2026-11-23')).toBe(
      'Nghị định 156/2026/NĐ-CP Điều 10.1',
    );
    expect(legalBasis(act(changed('2025-07-01'), 'complaintFirst'), '2026-11-23')).toBeNull();
  });

  test('of a step of the office is none', () => {
    expect(legalBasis(act({ type: 'setPlace', placeCode: 'xa' }, 'feedback'), '2026-11-23')).toBeNull();
  });
});

describe('an act that the law of its day did not know', () => {
  test('is refused with the article that brought it and the day from which it is possible', () => {
    expect(refuseUnknownAct(act(suspend('2026-06-30'), 'complaintFirst'), '2026-06-30')).toEqual({
      code: 'law.actNotYet',
      kind: 'illegal',
      params: { on: '2026-06-30', from: '2026-07-01' },
      source: expect.stringContaining('Luật Khiếu nại Điều 11a'),
      whoCan: [],
      pointer: '/on',
    });
  });

  test('is possible from that day on, also for a complaint accepted before', () => {
    expect(refuseUnknownAct(act(suspend('2026-07-01'), 'complaintFirst'), '2026-07-01')).toBeNull();
  });

  test('is possible in a denunciation, whose law has long known it', () => {
    expect(refuseUnknownAct(act(suspend('2026-06-30'), 'denunciation'), '2026-06-30')).toBeNull();
  });
});
