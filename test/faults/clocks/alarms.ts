import { randomUUIDv7 } from 'node:crypto';
import { type Actor, type Command, legalDateOf } from '#domain';
import { type CommandRequest, runCommands } from '#petitions';
import type { TestOffice } from '../../support/office.js';
import { registrationOf } from '../../support/registrations.js';

/** Far enough back that every step of the ladder has passed. */
const LONG_AGO = '2026-06-01';
const EACH = 2;

/** When the clocks of a case are to ring: at once, seconds after they were set, in an hour, or not for days. */
export type When = 'now' | 'inSeconds' | 'inAnHour' | 'notForDays' | 'setTooEarly';

/**
 * Registers cases through the door and sets when the sweep is to find their clocks. The law knows only alarms at the
 * turn of a day and in the morning, so `inSeconds` and `inAnHour` write the instant of an alarm that the law has long
 * passed: the sweep alone decides then. `setTooEarly` is the other way round: the sweep finds a clock that by law has
 * days left, and the door must refuse.
 * @param soonSeconds how soon `inSeconds` is.
 * @returns the ids of the cases.
 */
export async function setAlarms(
  house: TestOffice,
  desk: Actor,
  soonSeconds: number,
): Promise<Map<string, When>> {
  const today = legalDateOf(new Date().toISOString());
  const plans: [When, string][] = [
    ['now', LONG_AGO],
    ['inSeconds', LONG_AGO],
    ['inAnHour', LONG_AGO],
    ['notForDays', today],
    ['setTooEarly', today],
  ];
  const cases = new Map<string, When>();
  const requests: CommandRequest[] = [];
  for (const [when, receivedOn] of plans) {
    for (let each = 0; each < EACH; each += 1) {
      const request = { ...registrationOf(desk, [register(desk, receivedOn)]), caseId: randomUUIDv7() };
      requests.push(request);
      cases.set(request.caseId, when);
    }
  }
  const outcomes = await runCommands(house.office, requests);
  if (!outcomes.every(({ ok }) => ok)) throw new Error(JSON.stringify(outcomes));
  const move = (when: When, instant: string) =>
    house.office.database.rows(
      `update deadline set next_alarm_at = ${instant} where case_id = any($1) and next_alarm_at is not null`,
      [[...cases].filter(([, each]) => each === when).map(([caseId]) => caseId)],
    );
  await move('inSeconds', `now() + interval '${soonSeconds} seconds'`);
  await move('inAnHour', `now() + interval '1 hour'`);
  await move('setTooEarly', `now() - interval '1 hour'`);
  return cases;
}

function register(desk: Actor, receivedOn: string): Command {
  return {
    type: 'register',
    receivedOn,
    channel: 'inPerson',
    declaredKind: 'feedback',
    deskAgencyCode: desk.agencyCode as string,
    backdatingReason: 'Nhập sổ giấy',
  };
}
