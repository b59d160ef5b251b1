import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { LegalDate, Limit, Procedure } from '../vocabulary.js';
import {
  explain,
  explainSteps,
  findLimit,
  type LedgerEntry,
  type PreviewQuestion,
  previewDeadline,
  replay,
} from './index.js';

const policy = loadPolicy();

function derive(clock: Limit, procedure: Procedure, on: LegalDate, later: LedgerEntry[] = []) {
  const rule = findLimit(policy, clock, procedure, on);
  if (!rule) throw new Error('no rule');
  const { id: ruleId, effectiveFrom: ruleFrom } = rule;
  return replay(
    [{ type: 'started', on, ruleId, ruleFrom, calendarEdition: policy.calendar.edition }, ...later],
    policy,
    procedure,
  );
}

const FORECAST_VI = 'lịch nghỉ năm 2027 chưa chính thức, ngày hết hạn có thể thay đổi';
const FORECAST_EN = 'the days off of 2027 are not official yet, the date may change';

describe('the explanation of a due date', () => {
  test('names days, start, article, the day reached and why it moved, in Vietnamese and in English', () => {
    const derivation = derive('settle', 'complaintFirst', '2026-12-03');
    expect(explain(derivation, 'vi')).toBe(
      '30 ngày kể từ ngày thụ lý 03/12/2026 (Luật Khiếu nại Điều 28); ngày thứ 30 là thứ Bảy 02/01/2027; ' +
        `chuyển sang thứ Hai 04/01/2027 (Bộ luật Dân sự Điều 148); ${FORECAST_VI}`,
    );
    expect(explain(derivation, 'en')).toBe(
      '30 days from the day of acceptance 3 December 2026 (Law on Complaints art. 28); day 30 is Saturday ' +
        `2 January 2027; moved to Monday 4 January 2027 (Civil Code art. 148); ${FORECAST_EN}`,
    );
  });

  test('tells a denunciation that was found complex, extended late, stopped and continued', () => {
    const derivation = derive('settle', 'denunciation', '2026-03-02', [
      { type: 'complexityFound', on: '2026-03-10', complexity: 'complex', remote: false },
      { type: 'extended', on: '2026-04-03' },
      { type: 'suspended', on: '2026-04-10' },
      { type: 'continued', on: '2026-05-04' },
    ]);
    expect(explainSteps(derivation, 'vi')).toEqual([
      '30 ngày kể từ ngày thụ lý 02/03/2026 (Luật Tố cáo Điều 30)',
      'ngày 10/03/2026 xác định vụ việc phức tạp: thời hạn 30 ngày (Luật Tố cáo Điều 30)',
      'gia hạn ngày 03/04/2026 thêm 30 ngày, tổng cộng 60 ngày, ra SAU khi đã hết hạn (Luật Tố cáo Điều 30)',
      'tạm đình chỉ ngày 10/04/2026, đã dùng 39 ngày (Luật Tố cáo Điều 34)',
      'tiếp tục từ ngày 04/05/2026, còn 21 ngày (Luật Tố cáo Điều 34)',
      'ngày thứ 60 là thứ Hai 25/05/2026',
      'luật chưa nói rõ, lấy mốc sớm hơn; nếu không tính ngày ra quyết định tạm dừng là ngày đã dùng thì hết hạn thứ Ba 26/05/2026',
    ]);
    expect(explainSteps(derivation, 'en').slice(2, 5)).toEqual([
      'extended on 3 April 2026 by 30 days, 60 days in all, AFTER the limit had passed (Law on Denunciations art. 30)',
      'suspended on 10 April 2026 with 39 days used (Law on Denunciations art. 34)',
      'continued from 4 May 2026 with 21 days left (Law on Denunciations art. 34)',
    ]);
  });

  test('says that a setting is no limit of the law, and that a calendar is not held', () => {
    expect(explain(derive('settle', 'voterPetition', '2017-08-01'), 'vi')).toBe(
      '40 ngày kể từ ngày nhận đơn 01/08/2017 (Mức tạm đặt của tỉnh); ngày thứ 40 là Chủ nhật 10/09/2017; ' +
        'chuyển sang thứ Hai 11/09/2017 (Bộ luật Dân sự Điều 148); không có lịch nghỉ năm 2017, chỉ trừ thứ Bảy và ' +
        'Chủ nhật; mức tạm đặt, không phải thời hạn luật định',
    );
  });

  test('gives both readings where the texts disagree', () => {
    const derivation = derive('accept', 'complaintFirst', '2026-07-10');
    expect(explainSteps(derivation, 'vi').at(-1)).toBe(
      'theo cách đọc 10 ngày thì hết hạn sớm hơn, thứ Hai 20/07/2026; nhắc theo mốc này (Luật Khiếu nại Điều 27 và Điều 36)',
    );
    expect(explainSteps(derivation, 'en')[0]).toBe(
      '7 working days from the day of receipt 10 July 2026 ' +
        '(Decree 124/2020/NĐ-CP art. 16.1 (amended by Decree 155/2026/NĐ-CP art. 10))',
    );
  });

  test('every limit of the policy is cited in English without a Vietnamese word left over', () => {
    for (const { clock, procedures, effectiveFrom: from } of policy.limits) {
      const procedure = procedures[0] as Procedure;
      const question = { procedure, clock, from, at: '08:00', complexity: 'none', remote: false, ledger: [] };
      const answer = previewDeadline(policy, question as PreviewQuestion);
      const [first] = 'refusal' in answer ? [answer.refusal.code] : explainSteps(answer, 'en');
      expect(first).toMatch(/^(\d|at least)/);
      expect(first?.replace(/NĐ-CP|QĐ-TTg|QĐ-UBND Cà Mau/g, '')).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});
