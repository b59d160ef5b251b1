import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import { startDeadline } from '../deadlines/index.js';
import type { Policy } from '../policy/policy.js';
import type { Clock, LegalDate, Procedure } from '../vocabulary.js';
import { compareLaw } from './compare-law.js';
import type { LawCase } from './law-case.js';
import { moveClocks } from './move-clocks.js';

const policy = loadPolicy();

const FEEDBACK: LawCase = {
  procedure: 'feedback',
  handling: 'assigned.studying',
  law: '2026-06-01',
  isAccepted: false,
  dialogueHeld: false,
  urgeIsOpen: false,
  deadlines: [],
  holder: null,
};
const COMPLAINT: LawCase = {
  ...FEEDBACK,
  procedure: 'complaintFirst',
  handling: 'assigned.verifying',
  isAccepted: true,
};

function clock(name: Clock, procedure: Procedure, on: LegalDate, under: Policy = policy) {
  return startDeadline({ id: `${name} ${on}`, clock: name, procedure, on, policy: under })!;
}

const july = (of: LawCase, under = policy) => compareLaw(under, '2026-03-01', '2026-07-01', of);
const march = (of: LawCase) => compareLaw(policy, '2025-07-01', '2026-03-01', of);
const twoTiers = (of: LawCase) => compareLaw(policy, '2021-11-15', '2025-07-01', of);
const names = ({ reasons }: ReturnType<typeof july>, fate: string) =>
  reasons.filter((reason) => reason.fate === fate).map(({ name }) => name);

describe('a complaint accepted before 1 July 2026', () => {
  test('moves on its own: withdrawal, suspension, termination and dialogue follow the new decree', () => {
    const found = july(COMPLAINT);
    expect(found.fate).toBe('movesAutomatically');
    expect(names(found, 'moves').sort()).toEqual([
      'continue',
      'holdDialogue',
      'suspend',
      'terminate',
      'withdraw',
    ]);
    for (const { article } of found.reasons.filter(({ fate }) => fate === 'moves')) {
      expect(article).toBe('Nghị định 155/2026/NĐ-CP Điều 22.1');
    }
  });

  test('says what was and what is, in both languages', () => {
    const withdrawal = july(COMPLAINT).reasons.find(({ name }) => name === 'withdraw')!;
    expect(withdrawal.text.vi).toBe(
      'Từ 01/07/2026 theo Luật Khiếu nại Điều 10; Nghị định 124/2020/NĐ-CP Điều 7a (bổ sung bởi Nghị định 155/2026/NĐ-CP Điều 5); trước đó: Luật Khiếu nại Điều 10.',
    );
    expect(withdrawal.text.en).toBe(
      'Since 2026-07-01 by Law on Complaints art. 10; Decree 124/2020/NĐ-CP art. 7a (added by Decree 155/2026/NĐ-CP art. 5); before: Law on Complaints art. 10.',
    );
    const suspension = july(COMPLAINT).reasons.find(({ name }) => name === 'suspend')!;
    expect(suspension.text.vi).toContain('trước đó: chưa có quy định.');
  });

  test('keeps its finding of complexity under the law of its acceptance', () => {
    expect(names(july(COMPLAINT), 'stays')).toEqual(['recordComplexity']);
  });

  test('meets no dialogue any more once it was held', () => {
    expect(names(july({ ...COMPLAINT, dialogueHeld: true }), 'moves')).not.toContain('holdDialogue');
  });

  test('is unchanged when it already runs under the new law', () => {
    for (const law of ['2026-07-01', '2026-11-23']) {
      expect(july({ ...COMPLAINT, law })).toEqual({ fate: 'unchanged', reasons: [], successor: null });
    }
  });
});

describe('a complaint not yet accepted on 1 July 2026', () => {
  const waiting: LawCase = {
    ...COMPLAINT,
    handling: 'assigned.awaitingAcceptance',
    isAccepted: false,
    deadlines: [clock('accept', 'complaintFirst', '2026-06-29')],
  };

  test('keeps the ten days that were running, and the article of its acceptance', () => {
    const found = july(waiting);
    expect(found.fate).toBe('stays');
    expect(names(found, 'stays').sort()).toEqual(['accept', 'accept']);
    expect(found.reasons[0]!.text.vi).toContain(
      'giữ nguyên 10 ngày (Luật Khiếu nại Điều 27 và Điều 36); 7 ngày làm việc',
    );
  });

  test('is left alone when its limit started under the new law', () => {
    const deadlines = [clock('accept', 'complaintFirst', '2026-07-01')];
    expect(july({ ...waiting, law: '2026-07-01', deadlines }).fate).toBe('unchanged');
  });
});

describe('other kinds on 1 July 2026', () => {
  test('a denunciation that was accepted moves: withdrawal and expertise', () => {
    const found = july({ ...COMPLAINT, procedure: 'denunciation' });
    expect(names(found, 'moves').sort()).toEqual(['requestExpertise', 'withdraw']);
    expect(found.reasons[0]!.article).toBe('Nghị định 156/2026/NĐ-CP Điều 10.1');
  });

  test('a denunciation that was not accepted is unchanged', () => {
    const of: LawCase = { ...FEEDBACK, procedure: 'denunciation', handling: 'assigned.awaitingAcceptance' };
    expect(july(of).fate).toBe('unchanged');
  });

  test('a proposal being studied is unchanged', () => {
    expect(july({ ...FEEDBACK, deadlines: [clock('settle', 'feedback', '2026-06-01')] }).fate).toBe(
      'unchanged',
    );
  });

  test('an old paper at the desk keeps the clock it runs under', () => {
    const of: LawCase = {
      ...FEEDBACK,
      procedure: 'unclassified',
      handling: 'received.classifying',
      deadlines: [clock('process', 'unclassified', '2026-06-01')],
    };
    expect(july(of)).toMatchObject({
      fate: 'stays',
      reasons: [{ matter: 'clock', name: 'process', fate: 'stays' }],
    });
  });

  test('a clock that has had its verdict is no reason', () => {
    const met = { ...clock('process', 'feedback', '2026-06-01'), state: 'met' as const };
    expect(july({ ...FEEDBACK, deadlines: [met] }).fate).toBe('unchanged');
  });

  test('what another version changed is left to that version', () => {
    const deadlines = [clock('reportToCouncil', 'feedback', '2026-01-05')];
    expect(july({ ...FEEDBACK, deadlines }).fate).toBe('unchanged');
    expect(march({ ...FEEDBACK, law: '2026-01-02', deadlines }).fate).toBe('needsPerson');
  });
});

describe('a request of a supervising body across 1 March 2026', () => {
  test('is for a person: the transition rule was not read', () => {
    expect(march({ ...FEEDBACK, law: '2026-01-02', urgeIsOpen: true })).toMatchObject({
      fate: 'needsPerson',
      reasons: [{ matter: 'request', name: null, article: null }],
    });
  });

  test('made under the new law is unchanged', () => {
    const deadlines = [clock('answerUrge', 'feedback', '2026-03-02')];
    expect(march({ ...FEEDBACK, law: '2026-01-02', urgeIsOpen: true, deadlines }).fate).toBe('unchanged');
  });
});

describe('the holder of a case on 1 July 2025', () => {
  const holder = (successors: string[], validTo: LegalDate | null = '2025-06-30'): LawCase => ({
    ...FEEDBACK,
    law: '2025-05-05',
    holder: {
      code: 'ubnd-huyen-cu',
      name: 'UBND huyện cũ',
      validTo,
      successors: successors.map((code) => ({ code, name: code })),
    },
  });

  test('that is no more hands the case to its one successor', () => {
    expect(twoTiers(holder(['xa-moi']))).toMatchObject({
      fate: 'movesAutomatically',
      successor: { code: 'xa-moi' },
      reasons: [{ matter: 'holder', name: 'ubnd-huyen-cu' }],
    });
  });

  test.each([[[]], [['xa-moi', 'xa-khac']]])('with the successors %j is for a person', (successors) => {
    expect(twoTiers(holder(successors))).toMatchObject({ fate: 'needsPerson', successor: null });
  });

  test('that goes on is no reason', () => {
    expect(twoTiers(holder(['xa-moi'], null)).fate).toBe('unchanged');
    expect(twoTiers(holder(['xa-moi'], '2027-01-01')).fate).toBe('unchanged');
  });
});

describe('a transition rule that moves a clock', () => {
  /** The same law with a rule that lets the running limit of acceptance follow the new decree. */
  const moving: Policy = {
    ...policy,
    laws: policy.laws.map((law) => ({
      ...law,
      transitions: law.transitions.map((rule) =>
        rule.id === 'clocksRunning' ? { ...rule, fate: 'moves', article: 'Điều 99', certainty: 'law' } : rule,
      ),
    })),
  };
  const deadline = clock('accept', 'complaintFirst', '2026-06-29');
  const of = { procedure: 'complaintFirst' as const, isAccepted: false, deadlines: [deadline] };

  test('is told with the old number and the new one', () => {
    const waiting: LawCase = { ...COMPLAINT, ...of, handling: 'assigned.awaitingAcceptance' };
    const [reason] = july(waiting, moving).reasons;
    expect(reason).toMatchObject({ fate: 'moves', name: 'accept', article: 'Điều 99' });
    expect(reason!.text.en).toContain('before: 10 days (Law on Complaints art. 27 and art. 36).');
  });

  test('is carried out as an entry of the ledger that names the article', () => {
    const [moved] = moveClocks(moving, '2026-07-01', of, '2026-07-01');
    expect(moved!.ledger.at(-1)).toMatchObject({
      type: 'ruleChanged',
      ruleId: 'K2',
      ruleFrom: '2026-07-01',
      article: 'Điều 99',
    });
    // 29 June 2026 is a Monday: 7 working days from it end on Wednesday 8 July; 10 days on Thursday 9 July.
    expect([deadline.due, moved!.due]).toEqual(['2026-07-09', '2026-07-08']);
  });

  test('is not carried out where the law says that the clock stays', () => {
    expect(moveClocks(policy, '2026-07-01', of, '2026-07-01')).toEqual([deadline]);
  });
});
