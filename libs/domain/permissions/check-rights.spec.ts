import { describe, expect, test } from '@jest/globals';
import { checkRights } from './check-rights.js';
import { COMMAND_RIGHTS } from './rights.js';

type Rights = typeof COMMAND_RIGHTS;

const withRight = (change: object) => ({ ...COMMAND_RIGHTS, ...change }) as Rights;

describe('the table of rights', () => {
  test('has no problems', () => {
    expect(checkRights(COMMAND_RIGHTS)).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'lets the council settle',
      { resolve: { ...COMMAND_RIGHTS.resolve, supervisor: 'any' } },
      'when it supervises',
    ],
    [
      'lets an officer accept',
      { accept: { ...COMMAND_RIGHTS.accept, agencyOfficer: 'holder' } },
      'signs in person nobody else',
    ],
    ['lets nobody assign', { assign: {} }, 'assign breaks the rule "somebody may give it"'],
    [
      'lets the system close a file',
      { archive: { ...COMMAND_RIGHTS.archive, system: 'any' } },
      'the system may give it',
    ],
    [
      'lets a person ring a clock',
      { deadlinePassed: { system: 'any', agencyHead: 'holder' } },
      'clock’s own',
    ],
    [
      'lets any agency suspend',
      { suspend: { agencyHead: 'any' } },
      'lets agencyHead stand to a case as "any"',
    ],
    ['knows a command that there is not', { forget: {} }, 'there is no command forget'],
    [
      'lets the administrator act',
      { archive: { ...COMMAND_RIGHTS.archive, administrator: 'any' } },
      'administrator',
    ],
  ])('that %s is found at fault', (_, change, problem) => {
    expect(checkRights(withRight(change)).join('; ')).toContain(problem);
  });
});
