import { describe, expect, test } from '@jest/globals';
import { type CaseView, COMMAND_BODIES } from '#contract';
import { CASE_COMMANDS } from '#domain';
import { bodyOf, emptyValues, type FieldValues, isRequired } from './body';
import { type FieldKind, fieldsOf } from './fields';

const FILLED: Record<FieldKind, FieldValues[string]> = {
  agency: 'so-xd',
  answer: 'accepted',
  criteria: ['severalPlaces'],
  date: '2026-11-23',
  flag: true,
  line: 'Ủy ban nhân dân xã',
  outcome: 'decidedRight',
  paragraph: 'Đã kiểm tra hồ sơ.',
  place: 'xa-tan-thuan',
  procedure: 'complaintFirst',
  scope: 'part',
};

const aCase = { receivedOn: null } as CaseView;

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

  test('leaves out what was left empty, and says null where the contract asks for an answer', () => {
    const values = { reason: 'Không thuộc thẩm quyền', rightAgencyCode: '' };
    expect(bodyOf('refuseAssignment', values)).toEqual({ ...values, rightAgencyCode: null });
    expect(bodyOf('accept', { on: '2026-11-23', documentNumber: '' })).toEqual({ on: '2026-11-23' });
  });
});
