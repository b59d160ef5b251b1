import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { Clock, Complexity, LegalDate, Procedure } from '../vocabulary.js';
import { findLimit } from './find-limit.js';
import type { LedgerEntry } from './ledger.js';
import { replay } from './replay.js';

const policy = loadPolicy();

function derive(clock: Clock, procedure: Procedure, on: LegalDate, later: LedgerEntry[] = []) {
  const rule = findLimit(policy, clock, procedure, on);
  if (!rule) throw new Error(`no rule for ${clock} of ${procedure} on ${on}`);
  const started: LedgerEntry = {
    type: 'started',
    on,
    ruleId: rule.id,
    ruleFrom: rule.effectiveFrom,
    calendarEdition: policy.calendar.edition,
  };
  return replay([started, ...later], policy, procedure);
}

function found(complexity: Complexity, remote = false): LedgerEntry {
  return { type: 'complexityFound', on: '2026-12-10', complexity, remote };
}

const ACCEPTED = '2026-12-03';
const extended = (on: LegalDate): LedgerEntry => ({ type: 'extended', on });

describe('limits in working days skip weekends and days off on every day', () => {
  test('a petition of Monday 23 November 2026 is answered by Tuesday 8 December: 10 days, 24/11 is off', () => {
    expect(derive('answerVisitor', 'unclassified', '2026-11-23').due).toBe('2026-12-08');
    expect(derive('answerVisitor', 'feedback', '2026-11-23').due).toBe('2026-12-08');
  });

  test('it is accepted or refused by Thursday 3 December: 7 days, complaint and denunciation alike', () => {
    expect(derive('accept', 'complaintFirst', '2026-11-23').due).toBe('2026-12-03');
    expect(derive('accept', 'complaintSecond', '2026-11-23').due).toBe('2026-12-03');
    expect(derive('accept', 'denunciation', '2026-11-23').due).toBe('2026-12-03');
  });

  test('seven days from Thursday 12 February 2026 run over Tết to Monday 2 March', () => {
    expect(derive('accept', 'denunciation', '2026-02-12').due).toBe('2026-03-02');
  });

  test('seven days from Thursday 20 August 2026 count the worked Saturday and end on Friday 28 August', () => {
    expect(derive('accept', 'complaintFirst', '2026-08-20').due).toBe('2026-08-28');
  });

  test('acceptance of a denunciation is extended once, to ten working days in all', () => {
    const twice = derive('accept', 'denunciation', '2026-11-23', [
      extended('2026-12-01'),
      extended('2026-12-02'),
    ]);
    expect(twice).toMatchObject({ due: '2026-12-08', extensions: 1, limitDays: 10 });
  });
});

describe('limits in calendar days skip nothing and shift only the last day', () => {
  test('first complaint: day 30 is Saturday 2 January 2027, so Monday 4 January', () => {
    const derivation = derive('settle', 'complaintFirst', ACCEPTED);
    expect(derivation).toMatchObject({ nominalDue: '2027-01-02', due: '2027-01-04', limitDays: 30 });
  });

  test.each<[string, Procedure, LedgerEntry, LegalDate, LegalDate]>([
    ['complex, day 45 a Sunday', 'complaintFirst', found('complex'), '2027-01-17', '2027-01-18'],
    ['remote, 45 days too', 'complaintFirst', found('none', true), '2027-01-17', '2027-01-18'],
    ['remote and complex, day 60', 'complaintFirst', found('complex', true), '2027-02-01', '2027-02-01'],
    ['second, complex, day 60', 'complaintSecond', found('complex'), '2027-02-01', '2027-02-01'],
    ['second, day 70 within Tết', 'complaintSecond', found('complex', true), '2027-02-11', '2027-02-12'],
  ])('complaint accepted on 3 December 2026, %s (%s)', (_, procedure, finding, nominalDue, due) => {
    expect(derive('settle', procedure, ACCEPTED, [finding])).toMatchObject({ nominalDue, due });
  });

  test('seven criteria ticked give a complaint no more than the complex limit', () => {
    expect(derive('settle', 'complaintFirst', ACCEPTED, [found('speciallyComplex')]).limitDays).toBe(45);
  });

  test('second complaint without findings: 45 days', () => {
    expect(derive('settle', 'complaintSecond', ACCEPTED).due).toBe('2027-01-18');
  });

  test('denunciation: ceilings of 30, 60 and 90 days run from acceptance, never from a shifted date', () => {
    const special = found('speciallyComplex');
    const ceilings = [0, 1, 2, 3].map(
      (times) =>
        derive('settle', 'denunciation', ACCEPTED, [special, ...Array(times).fill(extended('2026-12-20'))])
          .due,
    );
    expect(ceilings).toEqual(['2027-01-04', '2027-02-01', '2027-03-03', '2027-03-03']);
  });

  test('denunciation: the finding alone moves nothing, a complex one may be extended once only', () => {
    expect(derive('settle', 'denunciation', ACCEPTED, [found('complex', true)]).due).toBe('2027-01-04');
    const entries = [found('complex'), extended('2026-12-20'), extended('2026-12-21')];
    expect(derive('settle', 'denunciation', ACCEPTED, entries)).toMatchObject({
      due: '2027-02-01',
      extensions: 1,
    });
    expect(derive('settle', 'denunciation', ACCEPTED, [extended('2026-12-20')]).extensions).toBe(0);
  });

  test('an extension decided after the limit is marked as late', () => {
    const { steps } = derive('settle', 'denunciation', ACCEPTED, [found('complex'), extended('2027-01-05')]);
    expect(steps.find(({ code }) => code === 'extended')?.params.late).toBe(1);
    const inTime = derive('settle', 'denunciation', ACCEPTED, [found('complex'), extended('2027-01-04')]);
    expect(inTime.steps.find(({ code }) => code === 'extended')?.params.late).toBe(0);
  });
});

describe('a clock that stood still', () => {
  const suspended: LedgerEntry = { type: 'suspended', on: '2026-12-14' };
  const continued: LedgerEntry = { type: 'continued', on: '2027-01-11' };

  test('has no due date, and knows the 11 days it has used', () => {
    expect(derive('settle', 'complaintFirst', ACCEPTED, [suspended])).toMatchObject({
      due: null,
      usedDays: 11,
    });
  });

  test('continued on 11 January 2027 with 19 days left ends on Saturday 30 January, so Monday 1 February', () => {
    const derivation = derive('settle', 'complaintFirst', ACCEPTED, [suspended, continued]);
    expect(derivation).toMatchObject({ nominalDue: '2027-01-30', due: '2027-02-01', usedDays: 11 });
    expect(derivation.steps.find(({ code }) => code === 'continued')?.params.leftDays).toBe(19);
  });

  test('gets a longer limit while it stands still and uses it when it goes on', () => {
    expect(derive('settle', 'complaintFirst', ACCEPTED, [suspended, found('complex'), continued]).due).toBe(
      '2027-02-15',
    );
  });

  test('suspended on its very last day has no day left and ends on the day it goes on', () => {
    const entries: LedgerEntry[] = [{ type: 'suspended', on: '2027-01-04' }, continued];
    expect(derive('settle', 'complaintFirst', ACCEPTED, entries).due).toBe('2027-01-11');
  });

  test('suspended a day before its last day has one day left', () => {
    const entries: LedgerEntry[] = [{ type: 'suspended', on: '2026-12-02' }, continued];
    expect(derive('accept', 'denunciation', '2026-11-23', entries).due).toBe('2027-01-12');
  });

  test('suspended after it had expired stays expired', () => {
    const entries: LedgerEntry[] = [{ type: 'suspended', on: '2027-01-05' }, continued];
    expect(derive('settle', 'complaintFirst', ACCEPTED, entries).due).toBe('2027-01-04');
  });

  test('rests on the decree of 2026 for complaints, on the law for denunciations', () => {
    const source = (procedure: Procedure) =>
      derive('settle', procedure, ACCEPTED, [suspended]).steps.find(({ code }) => code === 'suspended')
        ?.source;
    expect(source('complaintFirst')).toContain('Nghị định 155/2026/NĐ-CP');
    expect(source('denunciation')).toBe('Luật Tố cáo Điều 34');
  });
});

describe('what is not certain is said', () => {
  test('a limit that ends in 2027 rests on a forecast of the days off', () => {
    expect(derive('settle', 'complaintFirst', ACCEPTED).provisional).toBe(true);
    expect(derive('settle', 'complaintFirst', '2026-09-03').provisional).toBe(false);
  });

  test('a petition of 2017 is counted by weekends only, and the step says that the calendar is not held', () => {
    const { due, provisional, steps, certainty } = derive('process', 'feedback', '2017-08-01');
    expect({ due, provisional, certainty }).toEqual({
      due: '2017-09-15',
      provisional: true,
      certainty: 'setting',
    });
    expect(steps).toContainEqual({
      code: 'provisionalCalendar',
      params: { year: 2017, held: 0 },
      source: null,
    });
  });

  test.each<Procedure>(['feedback', 'voterPetition'])(
    'the settlement limit of %s is a setting, not law',
    (procedure) => {
      const derivation = derive('settle', procedure, '2026-11-23');
      expect(derivation.certainty).toBe('setting');
      expect(derivation.steps.map(({ code }) => code)).toContain('setting');
    },
  );

  test('the ten calendar days of the law of 2011 are shown where they end before the seven working days', () => {
    // Friday 27/2/2026 is before the decree; Friday 10/7/2026 is after: 7 working days 21/7, 10 days 20/7.
    expect(derive('accept', 'complaintFirst', '2026-02-27')).toMatchObject({
      due: '2026-03-09',
      limitDays: 10,
    });
    const { due, steps } = derive('accept', 'complaintFirst', '2026-07-10');
    expect(due).toBe('2026-07-21');
    expect(steps.find(({ code }) => code === 'warnEarlier')?.params.date).toBe('2026-07-20');
    const same = derive('accept', 'complaintFirst', '2026-11-23');
    expect(same.steps.map(({ code }) => code)).not.toContain('warnEarlier');
  });
});

describe('a ledger that cannot be read', () => {
  test('without a start it is refused', () => {
    expect(() => replay([], policy, 'feedback')).toThrow('begins with the entry "started"');
  });

  test('under a rule that the policy does not hold it is refused', () => {
    const entry = {
      type: 'started',
      on: '2026-11-23',
      ruleId: 'X1',
      ruleFrom: '2020-01-01',
      calendarEdition: policy.calendar.edition,
    } as const;
    expect(() => replay([entry], policy, 'feedback')).toThrow('holds no limit X1 of 2020-01-01');
  });
});
