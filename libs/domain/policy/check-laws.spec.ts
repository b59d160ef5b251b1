import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { ACTS_OF_LAW, checkLaws } from './check-laws.js';
import type { ActRow, LawTransition, LawVersion } from './law.js';
import type { Policy } from './policy.js';

const policy = loadPolicy();

function withVersion(change: Partial<LawVersion>): Policy {
  const laws = policy.laws.map((law) => (law.version === '2026-07-01' ? { ...law, ...change } : law));
  return { ...policy, laws };
}

function withTransition(change: Partial<LawTransition>): Policy {
  const transitions = policy.laws
    .at(-1)!
    .transitions.map((each, index) => (index === 0 ? { ...each, ...change } : each));
  return withVersion({ transitions });
}

function withAct(command: string, from: string, change: Partial<ActRow>): Policy {
  const acts = policy.acts.map((row) =>
    row.command === command && row.effectiveFrom === from ? { ...row, ...change } : row,
  );
  return { ...policy, acts };
}

describe('the law of the house', () => {
  test('has no problems', () => {
    expect(checkLaws(policy)).toEqual([]);
  });
});

describe('a version of the law', () => {
  test.each<[Partial<LawVersion>, string]>([
    [{ version: '2026-02-30' }, 'laws.json: 2026-02-30 has no date of effect (version)'],
    [{ source: '' }, 'laws.json: 2026-07-01 has no source in Vietnamese and English'],
    [{ source: 'Luật 136/2025/QH15' }, 'laws.json: 2026-07-01 has no source in Vietnamese and English'],
    [{ title: { vi: 'Luật', en: '' } }, 'laws.json: 2026-07-01 has no title and summary in both languages'],
    [{ laws: [] }, 'laws.json: 2026-07-01 names no law'],
    [{ certainty: 'rumour' as never }, 'laws.json: 2026-07-01 has an unknown certainty "rumour"'],
    [{ version: '2020-01-01' }, 'laws.json: 2020-01-01 does not come after the version before it'],
  ])('%j is found at fault', (change, problem) => {
    expect(checkLaws(withVersion(change)).join()).toContain(problem);
  });

  test('that is missing is found by the numbers that change on its day', () => {
    const laws = policy.laws.filter(({ version }) => version !== '2026-07-01');
    expect(checkLaws({ ...policy, laws })).toEqual([
      'acts.json changes on 2026-07-01, when laws.json names no version',
      'limits.json changes on 2026-07-01, when laws.json names no version',
    ]);
  });

  test('of no law at all is found', () => {
    expect(checkLaws({ ...policy, laws: [] })).toEqual(['laws.json holds no version of the law']);
  });
});

describe('a transition rule', () => {
  const name = 'laws.json: 2026-07-01: the transition "complaintsAccepted"';
  test.each<[Partial<LawTransition>, string]>([
    [{ procedures: [] }, `${name} names no or an unknown procedure`],
    [{ matter: { acts: ['dance' as never], clocks: [] } }, `${name} names an unknown act`],
    [{ matter: { acts: [], clocks: ['teatime' as never] } }, `${name} names an unknown clock`],
    [{ matter: { acts: [], clocks: [] } }, `${name} is about nothing`],
    [{ fate: 'waits' as never }, `${name} has an unknown fate "waits"`],
    [{ article: null }, `${name} cites no article and is no setting`],
    [{ certainty: 'setting' }, `${name} cites no article and is no setting, or is a setting with an article`],
    [{ note: { vi: '', en: 'x' } }, `${name} has no note in both languages`],
    [{ id: 'clocksRunning' }, 'the transition "clocksRunning" has no name of its own'],
  ])('%j is found at fault', (change, problem) => {
    expect(checkLaws(withTransition(change)).join()).toContain(problem);
  });
});

describe('the article of an act', () => {
  test.each<[Partial<ActRow>, string]>([
    [{ source: ' ' }, 'acts.json: withdraw (2019-01-01) has no source in Vietnamese and English'],
    [{ article: null }, 'acts.json: withdraw (2019-01-01) cites no article and is no setting'],
    [{ follows: 'mood' as never }, 'acts.json: withdraw (2019-01-01) does not say which day picks it'],
    [{ procedures: [] }, 'acts.json: withdraw (2019-01-01) names no or an unknown procedure'],
    [{ effectiveTo: '2018-01-01' }, 'acts.json: withdraw (2019-01-01) ends on no date after'],
    [{ effectiveTo: '2019-05-26' }, 'acts.json: withdraw (2019-01-01) leaves a gap for denunciation'],
    [{ effectiveTo: '2019-05-28' }, 'acts.json: withdraw (2019-01-01) overlaps for denunciation'],
    [{ effectiveTo: null }, 'acts.json: withdraw (2019-01-01) overlaps for denunciation'],
    [{ effectiveFrom: '2019-01-02' }, 'acts.json changes on 2019-01-02, when laws.json names no version'],
    [{ command: 'setPlace' }, 'acts.json: setPlace (2019-01-01) is about no act of the law'],
  ])('%j is found at fault', (change, problem) => {
    expect(checkLaws(withAct('withdraw', '2019-01-01', change)).join()).toContain(problem);
  });

  test('that ends with nothing after it is found', () => {
    expect(checkLaws(withAct('takeOver', '2019-05-28', { effectiveTo: '2026-06-30' }))).toEqual([
      'acts.json: takeOver (2019-05-28) ends and nothing follows it for denunciation',
    ]);
  });

  test.each(ACTS_OF_LAW.map((act) => [act] as const))('that is missing is found: %s', (act) => {
    const acts = policy.acts.filter(({ command }) => command !== act);
    expect(checkLaws({ ...policy, acts }).join()).toContain(`acts.json holds no row for ${act}`);
  });
});
