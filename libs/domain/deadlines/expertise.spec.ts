import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '#config/policy/load-policy';
import { addCalendarDays } from '../calendar/index.js';
import type { LegalDate, Procedure } from '../vocabulary.js';
import { findLimit } from './find-limit.js';
import { explainSteps, type LedgerEntry, replay } from './index.js';

const policy = loadPolicy();
const ACCEPTED = '2026-12-03';
const ARTICLE = 'Nghị định 31/2019/NĐ-CP Điều 15.4';

const asked = (on: LegalDate): LedgerEntry => ({ type: 'expertiseRequested', on });
const returned = (on: LegalDate): LedgerEntry => ({ type: 'expertiseReturned', on });
const suspended = (on: LegalDate): LedgerEntry => ({ type: 'suspended', on });
const continued = (on: LegalDate): LedgerEntry => ({ type: 'continued', on });

function settle(procedure: Procedure, later: LedgerEntry[], on = ACCEPTED) {
  const rule = findLimit(policy, 'settle', procedure, on);
  if (!rule) throw new Error('no rule');
  const { id: ruleId, effectiveFrom: ruleFrom } = rule;
  return replay(
    [{ type: 'started', on, ruleId, ruleFrom, calendarEdition: policy.calendar.edition }, ...later],
    policy,
    procedure,
  );
}

describe('expertise in a denunciation accepted on 3 December 2026', () => {
  test('asked for after 11 days and back on 11 January leaves 19 days: Saturday 30 January, so Monday', () => {
    const derivation = settle('denunciation', [asked('2026-12-14'), returned('2027-01-11')]);
    expect(derivation).toMatchObject({ nominalDue: '2027-01-30', due: '2027-02-01', usedDays: 11 });
  });

  test('that is still out lets the clock stand still', () => {
    expect(settle('denunciation', [asked('2026-12-14')])).toMatchObject({ due: null, usedDays: 11 });
  });

  test('twice: 5 days, then 5 more, leave 20 after 28 December: Sunday 17 January, so Monday', () => {
    const entries = [
      asked('2026-12-08'),
      returned('2026-12-13'),
      asked('2026-12-18'),
      returned('2026-12-28'),
    ];
    expect(settle('denunciation', entries)).toMatchObject({ due: '2027-01-18', usedDays: 10 });
  });

  test.each<[string, LedgerEntry[]]>([
    ['alone', [suspended('2026-12-10'), continued('2026-12-30')]],
    [
      'with expertise inside it',
      [suspended('2026-12-10'), asked('2026-12-15'), returned('2026-12-20'), continued('2026-12-30')],
    ],
    [
      'that ends before the expertise is back',
      [suspended('2026-12-10'), asked('2026-12-15'), continued('2026-12-20'), returned('2026-12-30')],
    ],
    [
      'that begins while the expertise is out',
      [asked('2026-12-10'), suspended('2026-12-15'), returned('2026-12-20'), continued('2026-12-30')],
    ],
  ])(
    'a suspension from 10 to 30 December %s counts once: 7 used, 23 left, Friday 22 January',
    (_, entries) => {
      expect(settle('denunciation', entries)).toMatchObject({ due: '2027-01-22', usedDays: 7 });
    },
  );

  test('keeps the clock still after the suspension has ended', () => {
    const entries = [suspended('2026-12-10'), asked('2026-12-15'), continued('2026-12-20')];
    expect(settle('denunciation', entries).due).toBeNull();
  });

  test('does not touch the ceiling: 60 days after an extension, 49 left on 11 January, Monday 1 March', () => {
    const entries: LedgerEntry[] = [
      { type: 'complexityFound', on: '2026-12-10', complexity: 'complex', remote: false },
      asked('2026-12-14'),
      { type: 'extended', on: '2026-12-20' },
      returned('2027-01-11'),
    ];
    expect(settle('denunciation', entries)).toMatchObject({ due: '2027-03-01', limitDays: 60 });
  });

  test('asked for on the last day ends on the day it is back, by the decree', () => {
    const { due, steps } = settle('denunciation', [asked('2027-01-04'), returned('2027-01-11')]);
    expect(due).toBe('2027-01-11');
    expect(steps.find(({ code }) => code === 'shifted')?.source).toBe(ARTICLE);
  });

  test('that comes back without being asked for changes nothing', () => {
    expect(settle('denunciation', [returned('2026-12-20')])).toEqual(settle('denunciation', []));
  });
});

describe('expertise in another procedure', () => {
  test.each<Procedure>(['complaintFirst', 'complaintSecond', 'feedback', 'voterPetition'])(
    'counts towards the limit of %s, and the reasons say so',
    (procedure) => {
      const derivation = settle(procedure, [asked('2026-12-14'), returned('2027-01-11')]);
      expect(derivation.due).toBe(settle(procedure, []).due);
      expect(explainSteps(derivation, 'vi')).toContain(
        'trưng cầu giám định ngày 14/12/2026: thời gian giám định vẫn tính vào thời hạn này',
      );
    },
  );
});

describe('the reasons', () => {
  test('cite the decree, and say what the clock still waits for', () => {
    const derivation = settle('denunciation', [
      suspended('2026-12-10'),
      asked('2026-12-15'),
      continued('2026-12-20'),
      returned('2026-12-30'),
    ]);
    expect(explainSteps(derivation, 'vi').slice(1, 5)).toEqual([
      'tạm đình chỉ ngày 10/12/2026, đã dùng 7 ngày (Luật Tố cáo Điều 34)',
      `trưng cầu giám định ngày 15/12/2026, đã dùng 7 ngày; thời gian giám định không tính vào thời hạn (${ARTICLE})`,
      'tiếp tục từ ngày 20/12/2026, còn 23 ngày; chưa tính tiếp vì đang chờ kết quả giám định (Luật Tố cáo Điều 34)',
      `nhận kết quả giám định ngày 30/12/2026, còn 23 ngày (${ARTICLE})`,
    ]);
    expect(explainSteps(derivation, 'en').slice(2, 5)).toEqual([
      'expertise asked for on 15 December 2026 with 7 days used; its time does not count (Decree 31/2019/NĐ-CP art. 15.4)',
      'continued from 20 December 2026 with 23 days left; the count waits for the expertise (Law on Denunciations art. 34)',
      'expertise received on 30 December 2026 with 23 days left (Decree 31/2019/NĐ-CP art. 15.4)',
    ]);
  });
});

describe('whatever the days', () => {
  const span = fc
    .tuple(fc.nat(120), fc.nat(90))
    .map(([after, length]) => ({ from: after, through: after + length }));
  const start = fc.nat(900).map((days) => addCalendarDays('2024-06-01', days));
  const dueOf = (on: LegalDate, entries: LedgerEntry[]) => settle('denunciation', entries, on).due;
  const inOrder = (entries: LedgerEntry[]) => [...entries].sort((a, b) => a.on.localeCompare(b.on));

  test('expertise is counted exactly like a suspension of the same days', () => {
    fc.assert(
      fc.property(start, span, (on, { from, through }) => {
        const [first, last] = [addCalendarDays(on, from), addCalendarDays(on, through)];
        expect(dueOf(on, [asked(first), returned(last)])).toBe(
          dueOf(on, [suspended(first), continued(last)]),
        );
      }),
    );
  });

  test('expertise and a suspension that meet or overlap are one pause, apart they are two', () => {
    fc.assert(
      fc.property(start, span, span, (on, expertise, pause) => {
        const day = (days: number) => addCalendarDays(on, days);
        const both = inOrder([
          asked(day(expertise.from)),
          returned(day(expertise.through)),
          suspended(day(pause.from)),
          continued(day(pause.through)),
        ]);
        const [first, second] =
          expertise.from <= pause.from ? ([expertise, pause] as const) : ([pause, expertise] as const);
        const spans =
          second.from <= first.through
            ? [{ from: first.from, through: Math.max(first.through, second.through) }]
            : [first, second];
        const alone = spans.flatMap(({ from, through }) => [suspended(day(from)), continued(day(through))]);
        expect(dueOf(on, both)).toBe(dueOf(on, alone));
      }),
    );
  });
});
