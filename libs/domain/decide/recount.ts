import type { CaseFacts, RecountingName } from '../charts/index.js';
import type { Command } from '../commands.js';
import {
  alarmsOf,
  asCorrected,
  changeCalendar,
  correctDeadline,
  type Deadline,
  highestStepReached,
  type LedgerEntry,
} from '../deadlines/index.js';
import { moveClocks } from '../laws/index.js';
import type { Clock, CorrectableAct, LegalDate } from '../vocabulary.js';
import type { MovedDate, Situation } from './case-state.js';
import { isOpen } from './clock-acts.js';
import type { Refusal } from './refusal.js';

type Recounting = Extract<Command, { type: RecountingName }>;

/** The clocks of a case counted anew, and those that are no longer late or near because of it. */
export type Recount = { deadlines: Deadline[]; calmed: Clock[] } | { refusal: Refusal };

/** Counts the clocks of a case anew: under another calendar, from a date put right, or as a new law's transition rules say. */
export function recount(situation: Situation, command: Recounting, today: LegalDate): Recount {
  if (command.type === 'lawChanged') return underLaw(situation, command.version, today);
  const deadlines =
    command.type === 'calendarChanged'
      ? underCalendar(situation, command.edition, today)
      : withDate(situation, command, today);
  return 'code' in deadlines ? { refusal: deadlines } : { deadlines, calmed: calmed(situation, deadlines) };
}

/** Most new laws leave the clocks that run as they are: nothing is counted anew then. */
function underLaw(situation: Situation, version: LegalDate, today: LegalDate): Recount {
  const { policy, case: before, deadlines } = situation;
  const of = { procedure: before.procedure, isAccepted: before.facts.acceptedOn !== null, deadlines };
  const moved = moveClocks(policy, version, of, today);
  const isMoved = moved.some((deadline, index) => deadline !== deadlines[index]);
  return { deadlines: moved, calmed: isMoved ? calmed(situation, moved) : [] };
}

function underCalendar(
  { deadlines, policy }: Situation,
  edition: string,
  today: LegalDate,
): Deadline[] | Refusal {
  if (edition !== policy.calendar.edition) {
    return refused('calendar.notInForce', { edition, inForce: policy.calendar.edition });
  }
  const moved = deadlines.map((deadline) => changeCalendar(deadline, today, policy));
  const isMoved = moved.some((deadline, index) => deadline !== deadlines[index]);
  return isMoved ? moved : refused('calendar.nothingMoves', { edition });
}

/** The clocks whose last day a recount moved, with the day before and after. */
export function movedDates(before: readonly Deadline[], after: readonly Deadline[]): MovedDate[] {
  return after.flatMap(({ clock, due }, index) => {
    const was = before[index]?.due ?? null;
    return was === due ? [] : [{ clock, was, is: due }];
  });
}

/** The entries of the ledgers that tell of an act; null stands for every clock. */
const TOLD_BY: Record<CorrectableAct, readonly [readonly Clock[] | null, LedgerEntry['type']][]> = {
  receipt: [[['answerVisitor', 'process', 'transfer', 'answerForwarder'], 'started']],
  agencyReceipt: [[['accept', 'settle'], 'started']],
  acceptance: [[['settle', 'notifyAcceptance'], 'started']],
  suspension: [
    [null, 'suspended'],
    [['review', 'sendSuspension'], 'started'],
  ],
  continuation: [
    [null, 'continued'],
    [['sendSuspension'], 'started'],
  ],
  extension: [[null, 'extended']],
  complexity: [[null, 'complexityFound']],
  expertiseRequest: [
    [null, 'expertiseRequested'],
    [['review'], 'started'],
  ],
  expertiseReturn: [[null, 'expertiseReturned']],
  urge: [[['answerUrge'], 'started']],
};

/** The entry of an open clock that tells of the act on that day. */
function entryOf(deadline: Deadline, act: CorrectableAct, was: LegalDate): LedgerEntry['type'] | null {
  if (!isOpen(deadline)) return null;
  const entries = asCorrected(deadline.ledger);
  const told = TOLD_BY[act].find(
    ([clocks, type]) =>
      (clocks === null || clocks.includes(deadline.clock)) &&
      entries.some((entry) => entry.type === type && entry.on === was),
  );
  return told?.[1] ?? null;
}

function withDate(
  { deadlines, policy, case: { facts } }: Situation,
  { act, was, is, reason }: Extract<Recounting, { type: 'correctDate' }>,
  today: LegalDate,
): Deadline[] | Refusal {
  const isTold = deadlines.some((deadline) => entryOf(deadline, act, was) !== null);
  if (!isTold || was === is || !isAct(act, facts)) return refused('correction.nothingToCorrect', { was });
  const corrected = deadlines.map((deadline) => {
    const type = entryOf(deadline, act, was);
    return type === null ? deadline : correctDeadline(deadline, { on: today, type, was, is, reason }, policy);
  });
  const isWhole = (list: (Deadline | null)[]): list is Deadline[] => !list.includes(null);
  return isWhole(corrected) ? corrected : refused('correction.outOfOrder', { was, is });
}

/** The settlement of what is answered counts from the agency's receipt, of what is accepted from the acceptance. */
function isAct(act: CorrectableAct, { acceptedOn }: CaseFacts): boolean {
  if (act === 'acceptance') return acceptedOn !== null;
  return act !== 'agencyReceipt' || acceptedOn === null;
}

/** Clocks that had rung and, as now counted, have not reached what they rang. */
function calmed({ case: before, now, policy }: Situation, deadlines: readonly Deadline[]): Clock[] {
  const { alarms } = before.facts;
  const isCalm = (deadline: Deadline) => {
    if (deadline.state === 'paused') return false;
    const step = highestStepReached(deadline, now, policy);
    const kind = alarmsOf(deadline, policy).find((alarm) => alarm.step === step)?.kind;
    return kind === undefined || (kind === 'warn' && alarms[deadline.clock] === 'overdue');
  };
  return (Object.keys(alarms) as Clock[]).filter((clock) =>
    deadlines.filter((each) => each.clock === clock && isOpen(each)).every(isCalm),
  );
}

/** Every date that can be put right in this case: the acts that its open clocks tell of, with the days they stand under. */
export function correctableDates(
  deadlines: readonly Deadline[],
  facts: CaseFacts,
): { act: CorrectableAct; on: LegalDate }[] {
  const acts = (Object.keys(TOLD_BY) as CorrectableAct[]).filter((act) => isAct(act, facts));
  const days = [...new Set(deadlines.flatMap(({ ledger }) => asCorrected(ledger).map(({ on }) => on)))];
  return acts.flatMap((act) =>
    days
      .filter((day) => deadlines.some((deadline) => entryOf(deadline, act, day) !== null))
      .map((on) => ({ act, on })),
  );
}

function refused(code: string, params: Refusal['params']): Refusal {
  return { code, kind: 'illegal', params, source: null, whoCan: [] };
}
