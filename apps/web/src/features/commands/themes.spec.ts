import { describe, expect, test } from '@jest/globals';
import { CASE_COMMANDS } from '#domain';
import { menusOf, PRIMARY, THEMES } from './themes';

describe('The actions of a case page', () => {
  test.each(CASE_COMMANDS)('%s has one place: a button of its own or one menu', (command) => {
    const places = [PRIMARY, ...Object.values(THEMES)].filter((commands) =>
      (commands as readonly string[]).includes(command),
    );
    expect(places).toHaveLength(1);
  });

  test('a menu holds what is allowed, and is not there when nothing of it is', () => {
    expect(menusOf(['accept', 'extend', 'correctDate', 'succeed'])).toEqual([
      ['timing', ['extend', 'correctDate']],
      ['other', ['succeed']],
    ]);
  });
});
