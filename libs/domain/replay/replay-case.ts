import type { Command } from '../commands.js';
import type { Policy } from '../policy/policy.js';
import type { CaseRecord, RecordedStep } from './case-record.js';
import { beforeRegistration, type Course, draftIds, type Made, make } from './course.js';
import { RecordedIds } from './recorded-ids.js';
import { Trace } from './trace.js';

/** A recorded step with what deciding it again came to. */
export interface ReplayedStep {
  recorded: RecordedStep;
  made: Made;
}

/** A case decided anew from its recorded commands alone. */
export interface Replay extends Course {
  steps: ReplayedStep[];
  trace: Trace;
}

/**
 * Decides every recorded command of a case again, each at its instant and under the policy it names, from nothing but
 * the commands: state, facts and clocks of the record are not looked at, only the names of the clocks. A step that is
 * refused now is passed over and shown as refused.
 * @param policyAt the policy of a version; may throw, which makes the step a failure.
 */
export function replayCase(record: CaseRecord, policyAt: (version: string) => Policy): Replay {
  const ids = new RecordedIds(record.deadlines);
  const newId = draftIds();
  const trace = new Trace();
  let course = beforeRegistration(record);
  const steps = record.steps.map((recorded, index): ReplayedStep => {
    const { actor, at: now, policyVersion } = recorded;
    // The door reads the clocks of a case once in a transaction, in the order of their ids.
    if (record.steps[index - 1]?.at !== now) course = { ...course, deadlines: ids.inOrder(course.deadlines) };
    const command = meant(recorded.command, ids, course);
    const made = make(course, () => ({ command, actor, now, policy: policyAt(policyVersion) }), newId);
    if ('decision' in made) {
      course = { case: made.decision.case, deadlines: made.decision.deadlines };
      ids.meet(course.deadlines);
      trace.note(course, command.type === 'deadlinePassed' ? 0 : recorded.seq);
    }
    return { recorded, made };
  });
  const nameOf = ids.settle(course.deadlines);
  trace.rename(nameOf);
  const deadlines = course.deadlines.map((deadline) => ({ ...deadline, id: nameOf(deadline.id) }));
  return { case: course.case, deadlines, steps, trace };
}

/** A ring names its clock as the record does. */
function meant(command: Command, ids: RecordedIds, { deadlines }: Course): Command {
  if (command.type !== 'deadlinePassed') return command;
  return { ...command, deadlineId: ids.meantBy(command.deadlineId, deadlines) };
}
