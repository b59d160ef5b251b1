import type { PlantedBug } from '../planted-bug.js';

const SWEEP = 'libs/petitions/commands/sweep-deadlines.ts';
const IS_DUE = 'deadline.next_alarm_at <= now() and';
const WRONG_DATE = 'test/faults/clocks/wrong-date.spec.ts';
const AHEAD = 'rings what PostgreSQL says is due, and nothing else (a year ahead)';
const BEHIND = 'rings what PostgreSQL says is due, and nothing else (a day behind)';
const CLAIMS = 'test/planted/safeguards/claims.spec.ts';

/** Mistakes about time: who says that a deadline is reached, and what the sweep looks at. */
export const TIME_BUGS: readonly PlantedBug[] = [
  {
    name: 'the sweep goes by the clock of its machine',
    file: SWEEP,
    find: IS_DUE,
    replace: `deadline.next_alarm_at <= '\${new Date().toISOString()}' and`,
    why: 'A worker whose date is wrong would mark offices as late that are not, or leave late ones alone.',
    caughtBy: { spec: WRONG_DATE, title: BEHIND },
  },
  {
    name: 'the door judges by the clock of its machine',
    file: 'libs/petitions/door/read-batch.ts',
    find: '    ...read,\n',
    replace: '    ...read,\n    now: new Date().toISOString(),\n',
    why: 'The second lock on a deadline would be as wrong as the first.',
    caughtBy: { spec: WRONG_DATE, title: AHEAD },
  },
  {
    name: 'the bell is taken for the deadline',
    file: SWEEP,
    find: IS_DUE,
    replace: 'deadline.next_alarm_at is not null and',
    why: 'As with a delayed job, a deadline would ring whenever the queue rings.',
    caughtBy: { spec: WRONG_DATE, title: AHEAD },
  },
  {
    name: 'the sweep asks for the time anew for each row',
    file: SWEEP,
    find: IS_DUE,
    replace: 'deadline.next_alarm_at <= clock_timestamp() and',
    why: 'A clock that does not stand still uses no index: a million deadlines would be read each time.',
    caughtBy: { spec: CLAIMS, title: 'is found by its index, at one moment' },
  },
  {
    name: 'the sweep looks at clocks that stand still',
    file: SWEEP,
    find: "deadline.state = 'running' and deadline.next_alarm_at <=",
    replace: 'deadline.next_alarm_at <=',
    why: 'Old alarms of suspended cases would stand before those that are due.',
    caughtBy: {
      spec: CLAIMS,
      title: 'does not look at clocks that stand still, however long ago they would have rung',
    },
  },
  {
    name: 'the sweep waits for cases that others hold',
    file: SWEEP,
    find: 'for update of cases skip locked',
    replace: 'for update of cases',
    why: 'One case that somebody works on would keep every deadline waiting.',
    caughtBy: { spec: CLAIMS, title: 'passes over a case that another worker holds, and rings the others' },
  },
  {
    name: 'a step of the ladder that has rung stays where it is',
    file: 'libs/domain/decide/passed-alarm.ts',
    find: 'return step === null ? deadline : rung(deadline, step, situation.policy);',
    replace: 'return step === null ? deadline : deadline;',
    why: 'Each sweep would tell everybody again.',
    caughtBy: { spec: WRONG_DATE, title: BEHIND },
  },
  {
    name: 'a jump of the clock is believed',
    file: 'libs/database/clock/judge-clock.ts',
    find: 'if (gained > FORWARD_SECONDS)',
    replace: 'if (gained > Number.POSITIVE_INFINITY)',
    why: 'A server set to the wrong year would mark every open case as late within a minute.',
    caughtBy: {
      spec: 'test/integration/clock-watch.spec.ts',
      title: 'that jumps forward is doubted by every worker until it is put back',
    },
  },
];
