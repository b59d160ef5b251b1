import { wallClockOf } from '../calendar/instants.js';
import type { Policy } from '../policy/policy.js';
import type { InstantText } from '../vocabulary.js';
import type { CaseRecord } from './case-record.js';
import { type ClockStanding, clockStanding } from './clock-standing.js';
import type { Course } from './course.js';
import { replayCase } from './replay-case.js';
import { Trace } from './trace.js';

/** What a course came to: who was late, how high it climbed, and every clock by the act that started it. */
export interface Fate {
  /** Offices of which some clock was late. */
  late: string[];
  level: number;
  clocks: Map<string, ClockStanding>;
}

/** What a course came to at an instant. */
export function fateOf(course: Course & { trace: Trace }, when: { at: InstantText; policy: Policy }): Fate {
  const clocks = new Map<string, ClockStanding>();
  for (const deadline of course.deadlines) {
    const name = `${deadline.clock} ${course.trace.startedBy.get(deadline.id) ?? deadline.id}`;
    clocks.set(name, clockStanding(deadline, course.case, when));
  }
  const late = [...clocks.values()].filter(({ isLate }) => isLate).map(({ agencyCode }) => agencyCode);
  return { late: [...new Set(late)], level: course.trace.level, clocks };
}

/**
 * What the record came to at an instant. A case that the changes do not concern, that never climbed and that nothing
 * happened to since, is taken as it lies there; any other is replayed up to the instant.
 */
export function recordedFate(
  record: CaseRecord,
  asked: {
    until: InstantText;
    current: Policy;
    policyAt: (version: string) => Policy;
    concerns: (record: CaseRecord) => boolean;
  },
): { course: Course; fate: Fate } {
  const { until, current } = asked;
  const end = wallClockOf(until);
  const steps = record.steps.filter(({ at }) => wallClockOf(at) <= end);
  const isPlain = steps.length === record.steps.length && !steps.some(climbs) && !asked.concerns(record);
  const course = isPlain
    ? { case: record.case, deadlines: [...record.deadlines], trace: new Trace() }
    : replayCase({ ...record, steps }, asked.policyAt);
  return { course, fate: fateOf(course, { at: until, policy: current }) };
}

function climbs({ command }: CaseRecord['steps'][number]): boolean {
  if (command.type === 'deadlinePassed') return (command as { kind?: string }).kind === 'escalate';
  return command.type === 'escalate' || command.type === 'supervise';
}
