import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { CHARTS } from '../charts/index.js';
import type { CommandName } from '../commands.js';
import { ACTS_OF_LAW } from '../policy/check-laws.js';
import { PROCEDURES, type Procedure } from '../vocabulary.js';
import { actRowOn, actRule } from './act-rule.js';

const policy = loadPolicy();

/** The events of a chart that the law speaks of. */
function actsOf(procedure: Procedure): CommandName[] {
  return ACTS_OF_LAW.filter((act) => act === 'register' || CHARTS[procedure].events.includes(act as never));
}

describe('the article of an act', () => {
  test.each(PROCEDURES.map((procedure) => [procedure] as const))(
    'is held today for every act that the chart of %s knows, or said to be a setting',
    (procedure) => {
      const without = actsOf(procedure).filter((act) => !actRowOn(policy, act, procedure, '2026-11-23'));
      expect(without).toEqual([]);
    },
  );

  test.each<[string, CommandName, Procedure, string | null, string, string]>([
    // ND155 art. 22.1: a complaint accepted earlier is withdrawn under the new decree from its first day on.
    ['withdrawal', 'withdraw', 'complaintFirst', '2026-06-10', '2026-06-30', 'Luật Khiếu nại Điều 10'],
    [
      'withdrawal',
      'withdraw',
      'complaintFirst',
      '2026-06-10',
      '2026-07-01',
      'Luật Khiếu nại Điều 10; Nghị định 124/2020/NĐ-CP Điều 7a (bổ sung bởi Nghị định 155/2026/NĐ-CP Điều 5)',
    ],
    ['dialogue', 'holdDialogue', 'complaintSecond', '2026-06-10', '2026-06-30', 'Luật Khiếu nại Điều 39'],
    // The acceptance follows the law of the receipt: the case keeps it until then.
    ['acceptance', 'accept', 'complaintFirst', '2026-06-28', '2026-07-03', 'Luật Khiếu nại Điều 27'],
    [
      'acceptance',
      'accept',
      'complaintFirst',
      '2026-07-01',
      '2026-07-03',
      'Nghị định 124/2020/NĐ-CP Điều 16.1 (sửa bởi Nghị định 155/2026/NĐ-CP Điều 10)',
    ],
    ['acceptance', 'accept', 'complaintSecond', null, '2026-06-30', 'Luật Khiếu nại Điều 36'],
    // ND156 art. 10.1: so are denunciations.
    [
      'withdrawal',
      'withdraw',
      'denunciation',
      '2026-05-04',
      '2026-07-01',
      'Luật Tố cáo Điều 33; Nghị định 31/2019/NĐ-CP Điều 4 (sửa bởi Nghị định 156/2026/NĐ-CP Điều 1)',
    ],
    // Law 121/2025 replaced Law 87/2015 on 2026-03-01.
    [
      'demand',
      'supervise',
      'feedback',
      '2026-01-05',
      '2026-02-28',
      'Luật Hoạt động giám sát của Quốc hội và HĐND 87/2015/QH13',
    ],
    ['demand', 'supervise', 'feedback', '2026-01-05', '2026-03-01', 'Luật 121/2025/QH15'],
  ])('of a %s (%s of %s, law of %s) on %s is %s', (_name, act, procedure, law, on, article) => {
    expect(actRule(policy, act, procedure, law, on)).toMatchObject({ standing: 'held', row: { article } });
  });

  test.each(['suspend', 'continue', 'terminate'] as const)(
    'is still to come for an act that the law of that day does not know: %s of a complaint before 1 July 2026',
    (act) => {
      expect(actRule(policy, act, 'complaintFirst', '2026-06-01', '2026-06-30')).toMatchObject({
        standing: 'notYet',
        row: { effectiveFrom: '2026-07-01', article: expect.stringContaining('Điều 11a') },
      });
      expect(actRule(policy, act, 'complaintFirst', '2026-06-01', '2026-07-01').standing).toBe('held');
      expect(actRule(policy, act, 'denunciation', '2026-06-01', '2026-06-30').standing).toBe('held');
    },
  );

  test('is unknown, not forbidden, where no row is held', () => {
    expect(actRule(policy, 'register', 'feedback', null, '2010-05-05')).toEqual({ standing: 'unknown' });
    expect(actRule(policy, 'extend', 'complaintFirst', '2026-08-01', '2026-08-01')).toEqual({
      standing: 'unknown',
    });
  });
});
