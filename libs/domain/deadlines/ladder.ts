import { instantAt, workingCalendar } from '../calendar/index.js';
import { wallClockOf } from '../calendar/instants.js';
import { calendarOf, type Ladder, type LadderStep, type Policy } from '../policy/policy.js';
import type { Clock, InstantText, LegalDate } from '../vocabulary.js';
import type { Deadline } from './ledger.js';
import { asCorrected, editionOf } from './read-ledger.js';
import { replay } from './replay.js';

/** A ladder step of one clock with the instant at which it rings. */
export interface Alarm extends LadderStep {
  /** Place of the step in the ladder of its clock, from 0. */
  step: number;
  at: InstantText;
}

/** Length of `YYYY-MM-DDTHH:MM:SS`: alarms are written in the time of Ho Chi Minh City, so this much compares. */
const TO_THE_SECOND = 19;

/** The ladder of a clock. Throws when the policy has none: a clock that tells nobody is no clock. */
export function ladderOf(clock: Clock, policy: Policy): Ladder {
  const ladder = policy.ladders.find((each) => each.clocks.includes(clock));
  if (!ladder) throw new Error(`The policy ${policy.version} holds no ladder for the clock "${clock}"`);
  return ladder;
}

/** The last answer for each clock, which is replaced and never changed: one command asks several times. */
const answers = new WeakMap<Deadline, { policy: Policy; alarms: readonly Alarm[] }>();

/**
 * The alarms of a running clock in the order of its ladder; none for a clock that stands still or is closed.
 * A warning rings at the ladder's hour of the day it falls on; the limit at 24:00 of the due date; an escalation
 * at 24:00 of its day. Warnings on or before the day the clock started are left out. Where the law has an
 * earlier second reading, warnings count back from that one.
 */
export function alarmsOf(deadline: Deadline, policy: Policy): readonly Alarm[] {
  const known = answers.get(deadline);
  if (known?.policy === policy) return known.alarms;
  const alarms = countAlarms(deadline, policy);
  answers.set(deadline, { policy, alarms });
  return alarms;
}

function countAlarms(deadline: Deadline, policy: Policy): Alarm[] {
  const startedOn = asCorrected(deadline.ledger)[0]?.on;
  if (deadline.state !== 'running' || deadline.due === null || startedOn === undefined) return [];
  const { steps, warnAtHour } = ladderOf(deadline.clock, policy);
  const warnDue = earlierReading(deadline, policy) ?? deadline.due;
  const calendar = workingCalendar(calendarOf(policy, editionOf(deadline.ledger)));
  const alarms: Alarm[] = [];
  for (const [step, rung] of steps.entries()) {
    const isWarning = rung.kind === 'warn';
    const day = calendar.add(isWarning ? warnDue : deadline.due, rung.offset, rung.dayKind);
    if (isWarning && day <= startedOn) continue;
    alarms.push({ ...rung, step, at: instantAt(day, isWarning ? warnAtHour : 24) });
  }
  return alarms;
}

function earlierReading(deadline: Deadline, policy: Policy): LegalDate | undefined {
  const { steps } = replay(deadline.ledger, policy, deadline.procedure);
  return steps.find((step) => step.code === 'warnEarlier')?.params.date as LegalDate | undefined;
}

/** The first alarm after a step of the ladder (-1: the first of all); null when none is left. */
export function nextAlarm(deadline: Deadline, policy: Policy, afterStep = -1): Alarm | null {
  return alarmsOf(deadline, policy).find((alarm) => alarm.step > afterStep) ?? null;
}

/**
 * The highest step of the ladder reached by an instant; null when none is, or the clock does not run. A sweep
 * that was silent for days rings this one instead of every step it missed.
 */
export function highestStepReached(deadline: Deadline, now: InstantText, policy: Policy): number | null {
  const clock = wallClockOf(now);
  const reached = alarmsOf(deadline, policy).filter((alarm) => alarm.at.slice(0, TO_THE_SECOND) <= clock);
  return reached.at(-1)?.step ?? null;
}
