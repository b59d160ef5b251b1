import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#database';
import { addCalendarDays, legalDateOf } from '#domain';
import { AGENCY, type BenchOffice } from '../office/bench-office.js';
import { caseIdAt, makeTemplate, Register } from '../office/seed-cases.js';

/** Cases wait here until they are armed. */
const NOT_YET = `timestamptz '2099-01-01'`;
/** Nobody has accepted the case in time: the next ring is a real step of its ladder. */
const DAYS_AGO = 14;
/** Far from the places of other registers. */
const FIRST_PLACE = 100_000_000;

/** Cases that were assigned two weeks ago and that nobody has accepted. */
export async function openHerdRegister({ office, staff }: BenchOffice): Promise<Register> {
  const on = addCalendarDays(legalDateOf(new Date().toISOString()), -DAYS_AGO);
  const template = await makeTemplate(office, staff.desk, on, [
    { type: 'classify', procedure: 'complaintFirst' },
    { type: 'answerVisitor', on, answer: 'accepted' },
    { type: 'assign', agencyCode: AGENCY, receivedByAgencyOn: on },
  ]);
  await office.database.rows(
    `update deadline set next_alarm_at = ${NOT_YET} where case_id = $1 and next_alarm_at is not null`,
    [template.caseId],
  );
  return new Register(office.database, template, { first: FIRST_PLACE, alarmAt: NOT_YET });
}

/** How many deadlines, and how long before their instant they are armed at least. */
export interface HerdSize {
  count: number;
  leadSeconds: number;
}

/** Deadlines that are due together: the places of their cases and the instant, as PostgreSQL writes it. */
export interface Herd {
  range: readonly [from: number, to: number];
  dueAt: string;
}

/** First and last id of the cases of a herd. */
export const idsOf = ({ range: [from, to] }: Pick<Herd, 'range'>) => [caseIdAt(from), caseIdAt(to - 1)];

/** Adds cases and has their clocks ring all at one instant, some seconds from now. */
export async function armHerd(
  database: Database,
  register: Register,
  { count, leadSeconds }: HerdSize,
): Promise<Herd> {
  const range = await register.grow(count);
  await register.settle();
  for (let seconds = leadSeconds + count / 20_000; ; seconds *= 2) {
    const dueAt = await arm(database, range, seconds);
    if ((await msSinceDue(database, dueAt)) < 0) return { range, dueAt };
  }
}

/** Has the clocks of a range ring in so many seconds. @returns the instant. */
export async function arm(database: Database, range: Herd['range'], seconds: number): Promise<string> {
  const [row] = await database.rows<{ dueAt: string }>(
    'select (now() + make_interval(secs => $1))::text as "dueAt"',
    [seconds],
  );
  const { dueAt } = row!;
  const [first, last] = idsOf({ range });
  await database.rows(
    `update deadline set next_alarm_at = $1
     where case_id between $2 and $3 and state = 'running' and next_alarm_at is not null`,
    [dueAt, first, last],
  );
  return dueAt;
}

/** Waits for the instant, as PostgreSQL sees it. */
export async function untilDue(database: Database, { dueAt }: Herd): Promise<void> {
  await sleep(Math.max(0, -(await msSinceDue(database, dueAt))));
}

/** Milliseconds since the instant, as PostgreSQL sees it. */
export async function msSinceDue(database: Database, dueAt: string): Promise<number> {
  const [row] = await database.rows<{ ms: number }>(
    'select extract(epoch from clock_timestamp() - $1::timestamptz)::float8 * 1000 as ms',
    [dueAt],
  );
  return row!.ms;
}
