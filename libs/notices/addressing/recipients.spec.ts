import { describe, expect, test } from '@jest/globals';
import type { Audience, NoticeOrder, Role } from '#domain';
import { type Directory, recipientsOf } from './recipients.js';

const person = (id: string, role: Role, agencyCode: string | null = null) => ({
  id,
  email: `${id}@test.example`,
  role,
  agencyCode,
});

const OFFICER = person('officer', 'agencyOfficer', 'so-xd');
const HEAD = person('head', 'agencyHead', 'so-xd');
const DESK = person('desk', 'deskOfficer', 'ban-tcd');
const ABOVE = person('above', 'agencyHead', 'ubnd-tinh');
const COORDINATION = person('coordination', 'coordinationOffice', 'tru-so-tcd');
const SUPERVISOR = person('supervisor', 'supervisor');
const ADMINISTRATOR = person('administrator', 'administrator');

const EVERYBODY = [OFFICER, HEAD, DESK, ABOVE, COORDINATION, SUPERVISOR, ADMINISTRATOR];

function directory(staff = EVERYBODY, emails: Record<string, string> = {}): Directory {
  const agency = (code: string, parentCode: string | null) =>
    [code, { parentCode, email: emails[code] ?? null }] as const;
  return {
    coordinationAgency: 'tru-so-tcd',
    agencies: new Map([
      agency('so-xd', 'ubnd-tinh'),
      agency('ubnd-tinh', null),
      agency('ban-tcd', 'tru-so-tcd'),
      agency('tru-so-tcd', null),
    ]),
    staff,
  };
}

function told(audience: Audience[], options: { agencyCode?: string | null; directory?: Directory } = {}) {
  const order: NoticeOrder = {
    template: 'deadlineOverdue',
    audience,
    agencyCode: options.agencyCode === undefined ? 'so-xd' : options.agencyCode,
    deskAgencyCode: 'ban-tcd',
    params: {},
  };
  return recipientsOf(order, options.directory ?? directory());
}

const names = (recipients: ReturnType<typeof told>) =>
  recipients.map(({ staffId, email }) => staffId ?? email);

describe('the people a message reaches', () => {
  test.each<[Audience, string[]]>([
    ['desk', ['desk']],
    ['holder', ['officer', 'head']],
    ['holderHead', ['head']],
    ['superior', ['above']],
    ['coordinationOffice', ['coordination']],
    ['supervisor', ['supervisor']],
  ])('of the audience %s are %j', (audience, expected) => {
    expect(names(told([audience]))).toEqual(expected);
  });

  test('of the holding agency include its own address', () => {
    const withAddress = directory(EVERYBODY, { 'so-xd': 'so-xd@test.example' });
    expect(names(told(['holder'], { directory: withAddress }))).toContain('so-xd@test.example');
  });

  test('are each listed once', () => {
    const shared = directory(EVERYBODY, { 'so-xd': HEAD.email });
    expect(names(told(['holder', 'holderHead'], { directory: shared }))).toEqual(['officer', 'head']);
  });

  test('of a higher agency without staff are those who read its address', () => {
    const alone = directory(
      EVERYBODY.filter((one) => one !== ABOVE),
      { 'ubnd-tinh': 'ubnd@test.example' },
    );
    expect(names(told(['superior'], { directory: alone }))).toEqual(['ubnd@test.example']);
  });
});

describe('somebody is always told:', () => {
  const coordination = (fallback: string) => [
    { staffId: 'coordination', email: COORDINATION.email, fallback },
  ];

  test('an unassigned case falls to the coordination office', () => {
    expect(told(['holder', 'holderHead', 'superior'], { agencyCode: null })).toEqual(
      coordination('unassigned'),
    );
  });

  test('the top of the tree falls to the coordination office', () => {
    expect(told(['superior'], { agencyCode: 'ubnd-tinh' })).toEqual(coordination('topOfTree'));
  });

  test('an agency with neither officer nor address falls to the coordination office', () => {
    const empty = directory([COORDINATION]);
    expect(told(['holder'], { directory: empty })).toEqual(coordination('nobodyThere'));
  });

  test('an agency with only an address is told there', () => {
    const address = directory([COORDINATION], { 'so-xd': 'so-xd@test.example' });
    expect(names(told(['holder'], { directory: address }))).toEqual(['so-xd@test.example']);
  });

  test('a missing coordination office falls to its address and the administrators', () => {
    const none = directory([ADMINISTRATOR], { 'tru-so-tcd': 'tru-so@test.example' });
    expect(names(told(['coordinationOffice'], { directory: none }))).toEqual([
      'tru-so@test.example',
      'administrator',
    ]);
  });
});
