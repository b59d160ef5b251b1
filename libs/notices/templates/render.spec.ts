import { describe, expect, test } from '@jest/globals';
import { CLOCKS, NOTICE_TEMPLATES } from '#domain';
import { renderMail, renderNotice } from './render.js';

const PARAMS = { caseNumber: 'CM-2026-000123', clock: 'settle', due: '2026-11-24', level: 2 };
const LINK = 'https://dan-nguyen.example/vu-viec/0';

describe('the text of a message', () => {
  test('names the case, the clock and the last day, in Vietnamese and English', () => {
    const { title, body } = renderNotice('deadlineOverdue', PARAMS);
    expect(title.vi).toBe('Vụ việc CM-2026-000123: quá hạn giải quyết');
    expect(body.vi).toContain('Hạn giải quyết: hết ngày 24/11/2026.');
    expect(title.en).toBe('Case CM-2026-000123: limit for settlement passed');
    expect(body.en).toContain('the end of 24 Nov 2026.');
  });

  test('says why the coordination office is told in the place of others', () => {
    const { body } = renderNotice('deadlineNear', { ...PARAMS, fallback: 'unassigned' });
    expect(body.vi).toContain('chưa được giao cho cơ quan nào');
  });

  test.each(NOTICE_TEMPLATES)(
    '%s is whole sentences in both languages, with and without a clock',
    (template) => {
      for (const params of [PARAMS, { caseNumber: 'CM-2026-000123' }]) {
        const { title, body } = renderNotice(template, params);
        for (const text of [title.vi, title.en]) expect(text).toMatch(/CM-2026-000123: .+[^.]$/);
        for (const text of [body.vi, body.en]) expect(text).toMatch(/\.$/);
        expect(JSON.stringify([title, body])).not.toMatch(/undefined|null|NaN| {2}/);
      }
    },
  );
});

describe('the e-mail of a message', () => {
  test('is Vietnamese first, English below, with the link to sign in', () => {
    const { subject, text } = renderMail('caseAssigned', PARAMS, LINK);
    expect(subject).toBe('[Dân Nguyện] Vụ việc CM-2026-000123: được giao cho cơ quan');
    expect(text.indexOf('Đăng nhập')).toBeLessThan(text.indexOf('Sign in'));
    expect(text.split(LINK)).toHaveLength(3);
  });

  test('never tells what kind of petition it is', () => {
    const kinds = /khiếu nại|tố cáo|kiến nghị|phản ánh|cử tri|complain|denunci|denounc|feedback|voter/i;
    for (const template of NOTICE_TEMPLATES) {
      for (const clock of CLOCKS) {
        const { subject, text } = renderMail(template, { ...PARAMS, clock, fallback: 'nobodyThere' }, LINK);
        expect(`${subject}\n${text}`).not.toMatch(kinds);
      }
    }
  });
});
