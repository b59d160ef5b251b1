import { describe, expect, test } from '@jest/globals';
import type { Actor, CommandName } from '../commands.js';
import { ROLES, type Role } from '../vocabulary.js';
import { COMMAND_RIGHTS, mayCommand, mayRead, mayReadContent, petitionerVisibility } from './index.js';

const OFFICES = { deskAgencyCode: 'desk', agencyCode: 'so-xd' };
const person = (role: Role, agencyCode: string | null): Actor => ({ id: role, role, agencyCode });

/** Written out by hand from Luật Tố cáo art. 9, 47, 56 and the duties of each office: what each role, standing to the case as it should, may know of its petitioner. */
const PETITIONER: [Role, string | null, complaint: string, denunciation: string, unclassified: string][] = [
  ['deskOfficer', 'desk', 'identity', 'pseudonym', 'identity'],
  ['agencyOfficer', 'so-xd', 'identity', 'pseudonym', 'hidden'],
  ['agencyHead', 'so-xd', 'identity', 'identity', 'hidden'],
  ['coordinationOffice', 'tcd', 'identity', 'pseudonym', 'hidden'],
  ['supervisor', null, 'hidden', 'pseudonym', 'hidden'],
  ['administrator', null, 'hidden', 'hidden', 'hidden'],
];

describe('the petitioner', () => {
  test.each(PETITIONER)(
    'is for %s of %s: complaint %s, denunciation %s, unclassified %s',
    (role, agency, ...expected) => {
      const kinds = ['complaintFirst', 'denunciation', 'unclassified'] as const;
      expect(kinds.map((kind) => petitionerVisibility(person(role, agency), kind, OFFICES))).toEqual(
        expected,
      );
    },
  );

  test('is hidden from every role of another office', () => {
    for (const role of ['deskOfficer', 'agencyOfficer', 'agencyHead'] as const) {
      expect(petitionerVisibility(person(role, 'so-nv'), 'complaintFirst', OFFICES)).toBe('hidden');
    }
  });
});

describe('a case', () => {
  test('is read by its desk, its holder, the coordination office and the HĐND, and by nobody else', () => {
    const readers = ROLES.filter((role) => mayRead(person(role, 'so-xd'), OFFICES));
    expect(readers).toEqual(['agencyOfficer', 'agencyHead', 'coordinationOffice', 'supervisor']);
    expect(mayRead(person('deskOfficer', 'desk'), OFFICES)).toBe(true);
    expect(mayRead(person('agencyHead', null), { ...OFFICES, agencyCode: null })).toBe(false);
  });

  test('of denunciation keeps its words from the supervisor', () => {
    expect(mayReadContent(person('supervisor', null), 'denunciation', OFFICES)).toBe(false);
    expect(mayReadContent(person('supervisor', null), 'complaintFirst', OFFICES)).toBe(true);
  });
});

describe('rights', () => {
  const commands = Object.keys(COMMAND_RIGHTS) as CommandName[];
  const may = (actor: Actor) => commands.filter((command) => mayCommand(actor, command, OFFICES));

  test('the HĐND urges, escalates and uses its tools, and never decides', () => {
    expect(may(person('supervisor', null))).toEqual(['urge', 'escalate', 'standDown', 'supervise']);
  });

  test('an administrator gives no command to any case', () => {
    expect(may(person('administrator', 'so-xd'))).toEqual([]);
  });

  test('accepting, extending, suspending and settling are the head’s alone', () => {
    for (const command of ['accept', 'refuseAcceptance', 'extend', 'suspend', 'continue'] as const) {
      expect(ROLES.filter((role) => mayCommand(person(role, 'so-xd'), command, OFFICES))).toEqual([
        'agencyHead',
      ]);
    }
  });

  test('time and law are the system’s alone', () => {
    for (const command of ['deadlinePassed', 'calendarChanged', 'lawChanged'] as const)
      expect(ROLES.filter((role) => mayCommand(person(role, 'so-xd'), command, OFFICES))).toEqual([]);
  });

  test('nobody of another office may do anything', () => {
    for (const role of ['agencyOfficer', 'agencyHead'] as const)
      expect(may(person(role, 'so-nv'))).toEqual([]);
  });
});
