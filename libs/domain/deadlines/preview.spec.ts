import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { refusalText } from '../decide/refusal-text.js';
import { LIMITS, PROCEDURES } from '../vocabulary.js';
import { explain } from './explain.js';
import { listLimits } from './list-limits.js';
import { type PreviewQuestion, previewDeadline } from './preview.js';
import type { PreviewEntry } from './preview-faults.js';

const policy = loadPolicy();
const QUESTION: PreviewQuestion = {
  procedure: 'denunciation',
  clock: 'settle',
  from: '2026-12-03',
  complexity: 'none',
  remote: false,
  ledger: [],
};

function ask(change: Partial<PreviewQuestion>) {
  return previewDeadline(policy, { ...QUESTION, ...change });
}

function dueOf(change: Partial<PreviewQuestion>) {
  const answer = ask(change);
  return 'refusal' in answer ? answer.refusal.code : answer.due;
}

const entry = (type: PreviewEntry['type'], on: string): PreviewEntry => ({ type, on });

describe('the calculator', () => {
  test('gives the last day, the row and the reasons of a first complaint', () => {
    const answer = ask({ procedure: 'complaintFirst' });
    if ('refusal' in answer) throw new Error('refused');
    expect(answer).toMatchObject({ due: '2027-01-04', rule: { id: 'K3' } });
    expect(explain(answer, 'vi')).toContain('30 ngày kể từ ngày thụ lý 03/12/2026');
  });

  test('takes the findings from the start on', () => {
    expect(dueOf({ procedure: 'complaintFirst', complexity: 'complex' })).toBe('2027-01-18');
    expect(dueOf({ procedure: 'complaintFirst', complexity: 'complex', remote: true })).toBe('2027-02-01');
  });

  test('extends a complex denunciation once, a specially complex one twice', () => {
    const once = [entry('extended', '2026-12-20')];
    const twice = [...once, entry('extended', '2027-01-20')];
    expect(dueOf({ complexity: 'complex', ledger: once })).toBe('2027-02-01');
    expect(dueOf({ complexity: 'speciallyComplex', ledger: twice })).toBe('2027-03-03');
    expect(dueOf({ complexity: 'complex', ledger: twice })).toBe('extension.extensionsUsedUp');
  });

  test('counts suspension and expertise out, and has no date while one of them lasts', () => {
    const stop = [entry('suspended', '2026-12-14'), entry('continued', '2027-01-11')];
    expect(dueOf({ ledger: stop })).toBe('2027-02-01');
    expect(dueOf({ ledger: [entry('expertiseRequested', '2026-12-14')] })).toBeNull();
  });
});

describe('nonsense is refused with the reason', () => {
  test.each<[string, Partial<PreviewQuestion>, string, string]>([
    [
      'a limit of denunciations for feedback',
      { procedure: 'feedback', clock: 'sendConclusion' },
      'limit.unknown',
      '/clock',
    ],
    ['a denunciation of 2018', { from: '2018-12-31' }, 'limit.notInForce', '/from'],
    ['30 February', { from: '2026-02-30' }, 'date.doesNotExist', '/from'],
    [
      'an event on 31 November',
      { ledger: [entry('extended', '2026-11-31')] },
      'date.doesNotExist',
      '/ledger/0',
    ],
    [
      'an event before the start',
      { ledger: [entry('suspended', '2026-12-02')] },
      'ledger.notInOrder',
      '/ledger/0',
    ],
    [
      'a pause that ends before it starts',
      { ledger: [entry('suspended', '2026-12-14'), entry('continued', '2026-12-13')] },
      'ledger.notInOrder',
      '/ledger/1',
    ],
    [
      'a second suspension within the first',
      { ledger: [entry('suspended', '2026-12-14'), entry('suspended', '2026-12-15')] },
      'ledger.alreadySuspended',
      '/ledger/1',
    ],
    [
      'going on without a suspension',
      { ledger: [entry('continued', '2026-12-14')] },
      'ledger.notSuspended',
      '/ledger/0',
    ],
    [
      'an expertise while one is out',
      { ledger: [entry('expertiseRequested', '2026-12-14'), entry('expertiseRequested', '2026-12-15')] },
      'ledger.expertiseOpen',
      '/ledger/1',
    ],
    [
      'a result nobody asked for',
      { ledger: [entry('expertiseReturned', '2026-12-14')] },
      'ledger.noExpertise',
      '/ledger/0',
    ],
    [
      'expertise before the denunciation is accepted',
      { clock: 'accept', ledger: [entry('expertiseRequested', '2026-12-04')] },
      'expertise.otherLimit',
      '/ledger/0',
    ],
    [
      'an extension of a complaint',
      { procedure: 'complaintFirst', ledger: [entry('extended', '2026-12-20')] },
      'extension.noExtensionInLaw',
      '/ledger/0',
    ],
    [
      'an extension without a finding',
      { ledger: [entry('extended', '2026-12-20')] },
      'extension.complexityNotFound',
      '/ledger/0',
    ],
    [
      'an extension after the limit',
      { complexity: 'complex', ledger: [entry('extended', '2027-01-05')] },
      'extension.afterLimit',
      '/ledger/0',
    ],
  ])('%s', (_, change, code, pointer) => {
    const answer = ask(change);
    if (!('refusal' in answer)) throw new Error(`answered ${answer.due}`);
    expect(answer.refusal).toMatchObject({ code, pointer, kind: 'invalid' });
    const { vi, en } = refusalText(answer.refusal);
    expect(vi).not.toMatch(/undefined/);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  });

  test('and with the article, where one says so', () => {
    const articleOf = (change: Partial<PreviewQuestion>) => {
      const answer = ask(change);
      return 'refusal' in answer ? answer.refusal.source : 'answered';
    };
    expect(articleOf({ ledger: [entry('extended', '2026-12-20')] })).toBe('Luật Tố cáo Điều 30');
    expect(articleOf({ ledger: [entry('continued', '2026-12-20')] })).toBe('Luật Tố cáo Điều 34');
    expect(articleOf({ ledger: [entry('expertiseReturned', '2026-12-20')] })).toContain('Điều 15.4');
    expect(articleOf({ from: '2018-12-31' })).toBe('Luật Tố cáo Điều 30');
  });
});

describe('the list of limits', () => {
  const rows = listLimits(policy, '2026-11-23');

  test('names every limit of the law that the policy knows, procedure by procedure', () => {
    expect(new Set(rows.map(({ limit }) => limit))).toEqual(new Set(LIMITS));
    const places = rows.map(({ procedure }) => PROCEDURES.indexOf(procedure));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('holds one row for a limit and a procedure, each of which the calculator answers', () => {
    const names = rows.map(({ limit, procedure }) => `${limit} ${procedure}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { limit, procedure, ruleId } of rows) {
      const answer = ask({ procedure, clock: limit, from: '2026-11-23', at: '08:00' });
      expect('refusal' in answer ? answer.refusal.code : answer.rule.id).toBe(ruleId);
    }
  });

  test('gives start, article and source in both languages', () => {
    for (const { startEvent, article, source } of rows) {
      expect(startEvent.vi).toMatch(/^(ngày|buổi|lúc) /);
      for (const text of [startEvent.en, article.en, source.en]) {
        expect(text.replace(/NĐ-CP|QĐ-TTg|QĐ-UBND|Cà Mau|Tết/g, '')).toMatch(/^[\x20-\x7e]+$/);
      }
      expect(source.vi).not.toContain(' / ');
    }
  });

  test('follows the dates of effect', () => {
    const accept = (on: string) =>
      listLimits(policy, on).find(
        ({ limit, procedure }) => limit === 'accept' && procedure === 'complaintFirst',
      );
    expect(accept('2026-06-30')).toMatchObject({ ruleId: 'K2', days: { base: 10 }, dayKind: 'calendarDay' });
    expect(accept('2026-07-01')).toMatchObject({ ruleId: 'K2', days: { base: 7 }, dayKind: 'workingDay' });
    expect(accept('2012-06-30')).toBeUndefined();
  });
});
