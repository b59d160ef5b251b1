import { describe, expect, test } from '@jest/globals';
import { type CaseView, COMMAND_BODIES } from '#contract';
import { CASE_COMMANDS, type Clock } from '#domain';
import { bodyOf, emptyValues, type FieldValues, isRequired, settledBy } from './body';
import { type FieldKind, fieldsOf } from './fields';
import { OFFERS } from './offers';

const FILLED: Record<FieldKind, FieldValues[string]> = {
  agency: 'so-xd',
  answer: 'accepted',
  correctableAct: 'acceptance',
  criteria: ['severalPlaces'],
  date: '2026-11-23',
  duty: 'sendDecision',
  flag: true,
  furtherStep: 'court',
  line: 'Ủy ban nhân dân xã',
  outcome: 'decidedRight',
  paragraph: 'Đã kiểm tra hồ sơ.',
  place: 'xa-tan-thuan',
  procedure: 'complaintFirst',
  recordedDate: '2026-11-20',
  scope: 'part',
  terminationGround: 'personDied',
  tool: 'demand',
  verdict: false,
  visitGround: 'disorder',
};

const aCase = {
  receivedOn: null,
  procedure: 'complaintFirst',
  deadlines: [] as CaseView['deadlines'],
  correctable: [
    { act: 'receipt', on: '2026-11-02' },
    { act: 'suspension', on: '2026-11-09' },
    { act: 'suspension', on: '2026-11-16' },
  ],
} as CaseView;
const withClock = (clock: Clock, state: 'running' | 'met') =>
  ({ ...aCase, deadlines: [{ clock, state }] }) as CaseView;

describe('The dialog of a command', () => {
  test.each(CASE_COMMANDS)('%s, filled in, is what the contract takes', (command) => {
    const values = Object.fromEntries(fieldsOf(command).map(([name, kind]) => [name, FILLED[kind]]));
    expect(COMMAND_BODIES[command].safeParse(bodyOf(command, values)).error).toBeUndefined();
  });

  test.each(CASE_COMMANDS)('%s opens with nothing but today, and marks what it still needs', (command) => {
    const result = COMMAND_BODIES[command].safeParse(bodyOf(command, emptyValues(command, aCase)));
    const missing = result.error?.issues.map((issue) => String(issue.path[0])) ?? [];
    expect(missing.filter((name) => !isRequired(command, name))).toEqual([]);
  });

  test('offers only the duties whose clocks run, and takes the only one', () => {
    expect(emptyValues('fulfil', withClock('sendDecision', 'running')).duty).toBe('sendDecision');
    expect(emptyValues('fulfil', withClock('sendDecision', 'met')).duty).toBe('');
    expect(emptyValues('fulfil', withClock('settle', 'running')).duty).toBe('');
  });

  test('offers to correct what stands in the record, and fills in a date that stands there once', () => {
    expect(OFFERS.correctableAct(aCase)).toEqual(['receipt', 'suspension']);
    expect(settledBy('act', 'receipt', aCase)).toEqual({ was: '2026-11-02' });
    expect(settledBy('act', 'suspension', aCase)).toEqual({ was: '' });
    expect(emptyValues('correctDate', aCase)).toEqual({ act: '', was: '', is: '', reason: '' });
  });

  test('offers a complainant the court and a denouncer a further denunciation', () => {
    expect(OFFERS.furtherStep({ ...aCase, procedure: 'complaintFirst' })).toContain('court');
    expect(OFFERS.furtherStep({ ...aCase, procedure: 'denunciation' })).toEqual(['furtherDenunciation']);
  });

  test('keeps a "no" that a person has said', () => {
    expect(bodyOf('decideProtection', { granted: false, on: '2026-11-23', documentNumber: '' })).toEqual({
      granted: false,
      on: '2026-11-23',
    });
  });

  test('leaves out what was left empty, and says null where the contract asks for an answer', () => {
    const values = { reason: 'Không thuộc thẩm quyền', rightAgencyCode: '' };
    expect(bodyOf('refuseAssignment', values)).toEqual({ ...values, rightAgencyCode: null });
    expect(bodyOf('accept', { on: '2026-11-23', documentNumber: '' })).toEqual({ on: '2026-11-23' });
  });
});
