import { type LimitRule, type Policy, type PreviewQuestion, previewDeadline, replay } from '#domain';
import { editionsOfVectors, linesOf, vectorOf } from '../oracle/vector-lines.js';
import { ALL_KINDS } from '../oracle/vectors-all-kinds.js';
import { CHANGES } from '../oracle/vectors-changes.js';
import { COMPLAINTS } from '../oracle/vectors-complaints.js';
import { DENUNCIATIONS } from '../oracle/vectors-denunciations.js';
import { WEEKDAY_DATES } from './weekday-dates.js';

const LINES = Object.values({ ...ALL_KINDS, ...COMPLAINTS, ...DENUNCIATIONS, ...CHANGES }).flatMap(linesOf);

const LINE =
  /^(?<clock>\w+) (?<procedure>\w+) (?<variant>\w+) (?<from>[\d-]+)(T(?<at>[\d:]+))? -> (?<due>[\d: -]+) : /;

const FINDINGS: Record<keyof LimitRule['days'], Pick<PreviewQuestion, 'complexity' | 'remote'>> = {
  base: { complexity: 'none', remote: false },
  complex: { complexity: 'complex', remote: false },
  speciallyComplex: { complexity: 'speciallyComplex', remote: false },
  remote: { complexity: 'none', remote: true },
  remoteComplex: { complexity: 'complex', remote: true },
};

/** True when every date that was worked by hand from the articles comes out under this policy. */
export function keepsWorkedDates(policy: Policy): boolean {
  return datesLost(policy).length === 0;
}

/** The lines whose date does not come out under this policy. */
export function datesLost(policy: Policy): string[] {
  const editions = [...policy.editions, ...editionsOfVectors(policy.calendar)];
  const held = { ...policy, editions };
  return [
    ...linesOf(WEEKDAY_DATES).filter((line) => !isOnItsDay(line, policy)),
    ...LINES.filter((line) => !isReplayed(line, held)),
  ];
}

function isOnItsDay(line: string, policy: Policy): boolean {
  const { clock, procedure, variant, from = '', at, due } = LINE.exec(line)?.groups ?? {};
  const finding = FINDINGS[variant as keyof LimitRule['days']];
  const question = { clock, procedure, from, at, ledger: [], ...finding } as PreviewQuestion;
  const answer = previewDeadline(policy, question);
  return 'due' in answer && [answer.due, answer.dueTime].filter(Boolean).join(' ') === due;
}

function isReplayed(line: string, policy: Policy): boolean {
  try {
    const { procedure, ledger, due } = vectorOf(line, policy);
    return replay(ledger, policy, procedure).due === due;
  } catch {
    // A row that the line needs is gone.
    return false;
  }
}
