import { describe, expect, test } from '@jest/globals';
import type { Call } from './calls.js';
import { type Evidence, judge } from './judge.js';

/* The judge is judged: one short history that is right, and every way of spoiling it that the judge is there to see. */

const CASE = 'case-1';
const MARK = (letter: string) => letter.repeat(36);

const call = (fields: Partial<Call>): Call => ({
  name: 'reportRisk',
  caseId: CASE,
  actorId: 'desk',
  role: 'deskOfficer',
  mark: MARK('r'),
  acts: 1,
  seen: null,
  key: null,
  sentAt: 0,
  answeredAt: 1,
  status: 200,
  text: '',
  ...fields,
});
const at = (from: number, to: number) => ({ sentAt: from, answeredAt: to });
const version = (number: number) => ({ text: JSON.stringify({ version: number }) });

/** Registered, sorted twice under one key, given to an agency; one was too late, one looked. */
function sound(): Evidence & { calls: Call[]; history: Record<string, unknown>[] } {
  const row = (seq: number, command: string, handling: string, payload: object) => ({
    caseId: CASE,
    seq,
    command,
    payload,
    actorId: 'desk',
    role: 'deskOfficer',
    handling,
    headline: handling.split('.')[0]!,
  });
  const classify = { name: 'classify', mark: MARK('c'), seen: 1, key: 'key-2', ...version(2) };
  const history = [
    row(1, 'register', 'received.registered', {}),
    row(2, 'classify', 'received.classified', { procedure: 'feedback', reason: MARK('c') }),
    row(3, 'assign', 'assigned.studying', { agencyCode: 'so-a', note: MARK('a') }),
  ];
  const receipt = JSON.stringify({ caseId: CASE, number: 'CM-2026-000001-0', version: 1 });
  return {
    history: history as never,
    cases: [
      {
        id: CASE,
        number: 'CM-2026-000001-0',
        version: 3,
        handling: 'assigned.studying',
        headline: 'assigned',
        subject: MARK('p'),
      },
    ],
    calls: [
      call({ name: 'register', mark: MARK('p'), key: 'key-1', status: 201, text: receipt, ...at(0, 10) }),
      call({ ...classify, ...at(11, 20) }),
      call({ ...classify, ...at(12, 30) }),
      call({ name: 'assign', mark: MARK('a'), seen: 2, ...version(3), ...at(25, 40) }),
      call({ status: 412, seen: 2, text: '{"currentVersion":3}', ...at(28, 45) }),
      call({ name: 'read', mark: '', text: '{"version":3}', ...at(41, 50) }),
    ],
  };
}

type Evil = [what: string, fault: string, spoil: (evidence: ReturnType<typeof sound>) => void];

const EVILS: Evil[] = [
  ['an act that was acknowledged and is not there', 'lost: assign', ({ history }) => void history.pop()],
  [
    'an act whose place another has taken',
    'lost: assign',
    ({ history }) => void Object.assign(history[2]!, { payload: { note: MARK('x') } }),
  ],
  ['an act that nobody sent', 'nobody sent assign', ({ calls }) => void calls.splice(3, 1)],
  [
    'an act that was done although it was refused as stale',
    'nobody sent assign',
    ({ calls }) => void Object.assign(calls[3]!, { status: 412, text: '{"currentVersion":3}' }),
  ],
  [
    'a gap in the versions',
    'with the acts 1,2,4',
    ({ history }) => void Object.assign(history[2]!, { seq: 4 }),
  ],
  [
    'a number that two acts have',
    'with the acts 1,2,2',
    ({ history }) => void Object.assign(history[2]!, { seq: 2 }),
  ],
  [
    'an act that cannot follow',
    'illegal: accept',
    ({ history }) => void Object.assign(history[2]!, { command: 'accept' }),
  ],
  [
    'an act of somebody who may not',
    'illegal: assign',
    ({ history }) => void Object.assign(history[2]!, { role: 'agencyHead' }),
  ],
  [
    'an act that led elsewhere',
    'assign led to assigned.verifying',
    ({ history }) => void Object.assign(history[2]!, { handling: 'assigned.verifying' }),
  ],
  [
    'an act on a version that nobody had seen',
    'lost: assign on version 1',
    ({ calls }) => void Object.assign(calls[3]!, { seen: 1 }),
  ],
  [
    'a look at what was over before it began',
    'read (200) at 2.5 was sent after assign (200) at 3 was answered',
    ({ calls }) => void Object.assign(calls[5]!, { text: '{"version":2}' }),
  ],
  [
    'a look into the future',
    'assign (200) at 3 was sent after read (200) at 3.5 was answered',
    ({ calls }) => void Object.assign(calls[5]!, at(12, 22)),
  ],
  [
    'a refusal that names a version of the past',
    'reportRisk (412) at 1.5 was sent after classify (200) at 2 was answered',
    ({ calls }) => void Object.assign(calls[4]!, { text: '{"currentVersion":1}' }),
  ],
  [
    'a repeat that is answered otherwise',
    'answered in 2 ways under one key',
    ({ calls }) => void Object.assign(calls[2]!, { text: '{"version":2,"headline":"received"}' }),
  ],
  [
    'a repeat that is refused',
    'done and refused (412) under one key',
    ({ calls }) => void Object.assign(calls[2]!, { status: 412, text: '{"currentVersion":2}' }),
  ],
  [
    'a double click that made two cases',
    'key',
    ({ calls }) =>
      void calls.push(
        call({ ...calls[0]!, text: '{"caseId":"case-2","number":"CM-2026-000002-0"}', ...at(1, 9) }),
      ),
  ],
  [
    'a registration that is gone',
    'lost: the registration of case-3',
    ({ calls }) => void calls.push(call({ ...calls[0]!, key: 'key-3', caseId: 'case-3' })),
  ],
  [
    'a registration that made two cases',
    'one registration made two cases',
    ({ cases }) => void (cases as object[]).push({ ...cases[0]!, id: 'case-4', number: 'CM-2026-000002-0' }),
  ],
  [
    'a fault of the server',
    'was answered 500',
    ({ calls }) => void Object.assign(calls[4]!, { status: 500 }),
  ],
];

describe('the judge of the hot cases', () => {
  test('has nothing to say of a history that is right', () => {
    expect(judge(sound())).toEqual([]);
  });

  test('lets pass what nobody answered, done or not', () => {
    const { calls, ...rest } = sound();
    const unanswered = { status: 503, text: '{}', answeredAt: 99 };
    Object.assign(calls[3]!, unanswered);
    const undone = call({ mark: MARK('u'), seen: 3, ...unanswered });
    expect(judge({ ...rest, calls: [...calls, undone] })).toEqual([]);
  });

  test.each(EVILS)('sees %s', (_what, fault, spoil) => {
    const evidence = sound();
    spoil(evidence);
    expect(judge(evidence).join('\n')).toContain(fault);
  });
});
