import { describe, expect, test } from '@jest/globals';
import { pathsWith, sourcesOf } from './sources.js';

const DOOR = ['libs/petitions/door/write-batch.ts'];
const SOURCES = sourcesOf(['apps', 'libs']);

function writersOf(table: string): string[] {
  const write = new RegExp(
    `\\b(insert\\s+into|update(\\s+only)?|delete\\s+from|merge\\s+into|truncate(\\s+table)?|copy)\\s+(public\\.)?"?${table}\\b` +
      // How the door puts its statement together.
      `|\\binsertion\\(\\s*'${table}'`,
    'i',
  );
  return pathsWith(write, SOURCES);
}

describe('state is written through the one door', () => {
  test.each(['cases', 'history', 'deadline', 'outbox'])('rows of %s are made by nobody else', (table) => {
    const others = table === 'outbox' ? /^libs\/notices\// : /^$/;
    expect(writersOf(table).filter((path) => !others.test(path))).toEqual(DOOR);
  });

  test('no entity of the ORM gives a second way to a case', () => {
    expect(pathsWith(/tableName: '(cases|history|deadline|outbox)'/, SOURCES)).toEqual([]);
  });
});
