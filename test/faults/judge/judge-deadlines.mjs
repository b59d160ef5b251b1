/** What the promise allows beside the backlog: 15 s, and a second for every thousand alarms that waited. */
const ALLOWED_MS = 15_000;
const PER_SECOND = 1_000;

/**
 * Follows every clock through the states the witness saw, and every ring through the history.
 * @param troubles spans of time `{ from, to }` in which something a sweep needs was away.
 */
export async function judgeDeadlines(database, troubles) {
  const findings = { missed: [], rungTwice: [], early: [], late: [], unexplained: [] };
  const armed = await readArmed(database);
  const rings = await database.query(
    `select case_id as "caseId", payload ->> 'deadlineId' as id, (payload ->> 'step')::int as step,
       payload ->> 'due' as due, (extract(epoch from at) * 1000)::float8 as at
     from history where command = 'deadlinePassed' order by at`,
  );
  const answered = new Set();
  const lateness = [];
  for (const ring of rings.rows) {
    const name = `${ring.id} step ${ring.step} due ${ring.due}`;
    const alarm = alarmOf(ring, armed.get(ring.id) ?? []);
    if (!alarm) findings.unexplained.push(name);
    else {
      // A clock that was suspended and goes on is armed anew, and may ring the same step for the same day again.
      if (answered.has(alarm)) findings.rungTwice.push(name);
      answered.add(alarm);
      if (alarm.alarm > ring.at) findings.early.push(`${name} by ${alarm.alarm - ring.at} ms`);
      lateness.push({ name, dueAt: Math.min(ring.at, Math.max(alarm.alarm, alarm.at)), at: ring.at });
    }
  }
  const { rows } = await database.query(
    `select id, extract(epoch from now() - next_alarm_at)::int as seconds from deadline
     where state = 'running' and next_alarm_at <= now()`,
  );
  for (const { id, seconds } of rows) findings.missed.push(`${id} due for ${seconds} s`);
  const late = judgeLateness(lateness, troubles);
  findings.late.push(...late.beyond);
  return { findings, rings: rings.rows.length, raw: spread(late.raw), late: spread(late.late) };
}

/**
 * The state that a ring answers. A sweep's transaction may have begun a moment before the clock was armed: it reads
 * what was committed meanwhile, and dates its ring by its own beginning.
 */
function alarmOf(ring, states) {
  const fitting = states.filter(({ step }) => step <= ring.step);
  return fitting.findLast(({ at }) => at <= ring.at) ?? fitting[0];
}

/** The running states of each clock, in order. */
async function readArmed(database) {
  const { rows } = await database.query(
    `select deadline_id as id, next_step as step, (extract(epoch from alarm) * 1000)::float8 as alarm,
       (extract(epoch from at) * 1000)::float8 as at
     from judge.clock where state = 'running' and alarm is not null order by judge.clock.id`,
  );
  const armed = new Map();
  for (const { id, ...state } of rows) {
    if (!armed.has(id)) armed.set(id, []);
    armed.get(id).push(state);
  }
  return armed;
}

function judgeLateness(lateness, troubles) {
  const raw = [];
  const late = [];
  const beyond = [];
  for (const { name, dueAt, at } of lateness) {
    const back = troubles
      .filter(({ from, to }) => from <= at && to >= dueAt)
      .reduce((latest, { to }) => Math.max(latest, Math.min(to, at)), dueAt);
    const waiting = lateness.filter((other) => other.dueAt <= at && other.at >= back).length;
    raw.push(at - dueAt);
    late.push(at - back);
    if (at - back > ALLOWED_MS + (waiting / PER_SECOND) * 1_000) {
      beyond.push(`${name}: ${Math.round(at - back)} ms with ${waiting} waiting`);
    }
  }
  return { raw, late, beyond };
}

/** Median, 99th of a hundred and largest, in whole milliseconds. */
function spread(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}
