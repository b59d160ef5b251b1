import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { CLOCKS, findLimit, NOTICE_TEMPLATES, type Procedure, replay } from '#domain';
import { type Counting, renderMail, renderNotice } from './render.js';

const PARAMS = { caseNumber: 'CM-2026-000123', clock: 'settle', due: '2026-11-24', level: 2 };
const policy = loadPolicy();

/** How a limit that began on 3 December 2026 is counted; nothing where the procedure has no such limit. */
function countingsOf(procedure: Procedure): Counting[] {
  return CLOCKS.flatMap((clock) => {
    const rule = findLimit(policy, clock, procedure, '2026-12-03');
    if (!rule) return [];
    const ledger = [
      {
        type: 'started' as const,
        on: '2026-12-03',
        ruleId: rule.id,
        ruleFrom: rule.effectiveFrom,
        calendarEdition: policy.calendar.edition,
      },
    ];
    return [{ derivation: replay(ledger, policy, procedure), procedure }];
  });
}

const settlementOf = (procedure: Procedure) =>
  countingsOf(procedure).find(({ derivation }) => derivation.limitDays === 30) as Counting;
const LINK = 'https://dan-nguyen.example/vu-viec/0';

describe('the text of a message', () => {
  test('names the case, the clock and the last day, in Vietnamese and English', () => {
    const { title, body } = renderNotice('deadlineOverdue', PARAMS, null);
    expect(title.vi).toBe('Vụ việc CM-2026-000123: quá hạn giải quyết');
    expect(body.vi).toContain('Hạn giải quyết: hết ngày 24/11/2026.');
    expect(title.en).toBe('Case CM-2026-000123: limit for settlement passed');
    expect(body.en).toContain('the end of 24 Nov 2026.');
  });

  test('says why the coordination office is told in the place of others', () => {
    const { body } = renderNotice('deadlineNear', { ...PARAMS, fallback: 'unassigned' }, null);
    expect(body.vi).toContain('chưa được giao cho cơ quan nào');
  });

  test.each(NOTICE_TEMPLATES)(
    '%s is whole sentences in both languages, with and without a clock',
    (template) => {
      for (const params of [PARAMS, { caseNumber: 'CM-2026-000123' }]) {
        const { title, body } = renderNotice(template, params, null);
        for (const text of [title.vi, title.en]) expect(text).toMatch(/CM-2026-000123: .+[^.]$/);
        for (const text of [body.vi, body.en]) expect(text).toMatch(/\.$/);
        expect(JSON.stringify([title, body])).not.toMatch(/undefined|null|NaN| {2}/);
      }
    },
  );
});

describe('the e-mail of a message', () => {
  test('is Vietnamese first, English below, with the link to sign in', () => {
    const { subject, text } = renderMail('caseAssigned', PARAMS, LINK, null);
    expect(subject).toBe('[Dân Nguyện] Vụ việc CM-2026-000123: được giao cho cơ quan');
    expect(text.indexOf('Đăng nhập')).toBeLessThan(text.indexOf('Sign in'));
    expect(text.split(LINK)).toHaveLength(3);
  });

  test('tells how its date is counted, with the articles, in both languages', () => {
    const { text } = renderMail('deadlineNear', PARAMS, LINK, settlementOf('complaintFirst'));
    const [vietnamese, english] = text.split('----------') as [string, string];
    expect(vietnamese).toContain(
      'Cách tính thời hạn:\n1. 30 ngày kể từ ngày thụ lý 03/12/2026 (Luật Khiếu nại Điều 28',
    );
    expect(vietnamese).toMatch(
      /\n2\. ngày thứ 30 là thứ Bảy 02\/01\/2027\n3\. chuyển sang thứ Hai 04\/01\/2027 \(Bộ luật Dân sự Điều 148/,
    );
    expect(english).toMatch(/How this limit is counted:\n1\. 30 days from the day of acceptance/);
  });

  test('speaks of no limit to keep when a decision takes force', () => {
    const { text } = renderMail('decisionInForce', { ...PARAMS, clock: 'legalForce' }, LINK, null);
    expect(text).not.toMatch(/Hạn|Limit/);
  });

  const kinds = /khiếu nại|tố cáo|kiến nghị|phản ánh|cử tri|complain|denunci|denounc|feedback|voter/i;

  test('never tells by its own words what kind of petition it is', () => {
    for (const template of NOTICE_TEMPLATES) {
      for (const clock of CLOCKS) {
        const params = { ...PARAMS, clock, fallback: 'nobodyThere' };
        const { subject, text } = renderMail(template, params, LINK, null);
        expect(`${subject}\n${text}`).not.toMatch(kinds);
      }
    }
  });

  test('counts the days of a denunciation without its articles, so that it does not tell what the case is', () => {
    const countings = countingsOf('denunciation');
    expect(countings.length).toBeGreaterThan(10);
    for (const counting of countings) {
      const { text } = renderMail('deadlineNear', PARAMS, LINK, counting);
      expect(text).toContain('03/12/2026');
      expect(text).not.toMatch(kinds);
    }
  });

  test('of a denunciation cites its law in the application, behind the sign-in', () => {
    const { explanation } = renderNotice('deadlineNear', PARAMS, settlementOf('denunciation'));
    expect(explanation.vi.join(' ')).toContain('Luật Tố cáo Điều 30');
  });
});
