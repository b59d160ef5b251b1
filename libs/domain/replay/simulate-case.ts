import { wallClockOf } from '../calendar/instants.js';
import type { Actor, CommandName } from '../commands.js';
import type { Deadline } from '../deadlines/index.js';
import type { Refusal } from '../decide/index.js';
import type { Policy } from '../policy/policy.js';
import type { InstantText } from '../vocabulary.js';
import type { CaseRecord, RecordedStep } from './case-record.js';
import { beforeRegistration, type Course, draftIds, make } from './course.js';
import { Trace } from './trace.js';

/** What follows from the ladders and the calendar: under other ones it happens at other times, or not at all. */
const CONSEQUENCES: readonly CommandName[] = ['deadlinePassed', 'calendarChanged'];

/** The clocks' own actor: it has no office and no name. */
const CLOCK: Actor = { id: 'clock', role: 'system', agencyCode: null };

/** An act that people did and the supposed rules would have refused. */
export interface RefusedAct {
  step: RecordedStep;
  refusal: Pick<Refusal, 'code' | 'params'>;
}

/** How a case would have gone. */
export interface Simulation extends Course {
  refused: RefusedAct[];
  trace: Trace;
}

/**
 * Lets a case run again under one policy: what people did stays at its instant, what followed from the clocks is rung
 * anew, each alarm at the moment it is reached, between the acts and up to the end. An act that the policy refuses is
 * passed over and reported.
 * @param until nothing happens after this instant.
 */
export function simulateCase(record: CaseRecord, policy: Policy, until: InstantText): Simulation {
  const run = new Run(record, policy);
  const end = wallClockOf(until);
  for (const step of actsOf(record, end)) {
    run.ringBefore(wallClockOf(step.at));
    run.give(step);
  }
  run.ringBefore(end);
  return run.simulation;
}

function actsOf({ steps }: CaseRecord, end: string): RecordedStep[] {
  return steps.filter(({ command, at }) => !CONSEQUENCES.includes(command.type) && wallClockOf(at) <= end);
}

/** One case on its way; times are those on the wall in Ho Chi Minh City. */
class Run {
  readonly simulation: Simulation;
  readonly #policy: Policy;
  readonly #newId = draftIds();
  /** Nothing rings before the latest act: a case that is recorded late is late from then on. */
  #latest: InstantText = '';

  constructor(record: CaseRecord, policy: Policy) {
    this.#policy = policy;
    this.simulation = { ...beforeRegistration(record), refused: [], trace: new Trace() };
  }

  give(step: RecordedStep): void {
    const { command, actor, at: now } = step;
    const made = make(this.simulation, () => ({ command, actor, now, policy: this.#policy }), this.#newId);
    this.#latest = inHoChiMinh(now);
    if ('decision' in made) this.#goOn(made.decision, step.seq);
    else if (command.type !== 'lawChanged') this.simulation.refused.push({ step, refusal: refusalOf(made) });
  }

  ringBefore(end: string): void {
    const stuck = new Set<string>();
    for (let next = this.#nextAlarm(end, stuck); next; next = this.#nextAlarm(end, stuck)) {
      const { id, clock, nextStep, nextAlarmAt } = next;
      const command = { type: 'deadlinePassed' as const, clock, deadlineId: id, step: nextStep ?? 0 };
      const now = laterOf(nextAlarmAt ?? '', this.#latest);
      const made = make(
        this.simulation,
        () => ({ command, actor: CLOCK, now, policy: this.#policy }),
        this.#newId,
      );
      if ('decision' in made) this.#goOn(made.decision, 0);
      else stuck.add(id);
    }
  }

  /** The alarm that is reached first before the end; an act of the same instant comes before it. */
  #nextAlarm(end: string, stuck: ReadonlySet<string>): Deadline | undefined {
    const reached = this.simulation.deadlines.filter(
      ({ id, state, nextAlarmAt }) =>
        state === 'running' &&
        nextAlarmAt !== null &&
        !stuck.has(id) &&
        wallTime(laterOf(nextAlarmAt, this.#latest)) < end,
    );
    return reached.reduce<Deadline | undefined>(
      (first, each) =>
        first && wallTime(first.nextAlarmAt as string) <= wallTime(each.nextAlarmAt as string) ? first : each,
      undefined,
    );
  }

  #goOn(decision: { case: Course['case']; deadlines: Deadline[] }, seq: number): void {
    this.simulation.case = decision.case;
    this.simulation.deadlines = decision.deadlines;
    this.simulation.trace.note(decision, seq);
  }
}

/** An instant in the notation of alarms, so that it is read once and compares as text from then on. */
function inHoChiMinh(instant: InstantText): InstantText {
  return `${wallClockOf(instant)}+07:00`;
}

/** What the wall shows at an instant in the notation of alarms. */
function wallTime(instant: InstantText): string {
  return instant.slice(0, instant.lastIndexOf('+'));
}

function laterOf(one: InstantText, other: InstantText): InstantText {
  return other !== '' && wallTime(one) < wallTime(other) ? other : one;
}

function refusalOf(made: { refusal: Refusal } | { failure: string }): RefusedAct['refusal'] {
  return 'refusal' in made ? made.refusal : { code: 'deadline.notDue', params: {} };
}
