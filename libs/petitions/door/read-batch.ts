import type { CommandResult } from '#contract';
import { alarmText, instantText } from '#database';
import type { CaseState, Deadline, InstantText, LegalDate } from '#domain';
import type { CommandRequest } from '../command-request.js';
import { EDITION_IN_FORCE, type Executor } from '../policies.js';
import { TODAY } from '../today.js';

/** A case and its clocks as the record has them. */
export interface LoadedCase {
  case: CaseState;
  deadlines: readonly Deadline[];
}

/** An answer that is recorded under a key. */
export interface Answer {
  actorId: string;
  key: string;
  requestHash: string;
  response: CommandResult;
}

export interface KnownAgency {
  code: string;
  validTo: LegalDate | null;
  hasEnded: boolean;
}

/** All that a batch is judged by, as it was at one moment. */
export interface BatchRead {
  now: InstantText;
  /** Calendar edition in force; null in a record that has none yet. */
  edition: string | null;
  cases: Map<string, LoadedCase>;
  answers: readonly Answer[];
  agencies: readonly KnownAgency[];
}

const CASE_COLUMNS = `id, number, procedure, procedure_version as "procedureVersion", state, facts, version,
  desk_agency_code as "deskAgencyCode", agency_code as "agencyCode"`;

/** Columns of a clock under the names of the domain. */
export const DEADLINE_COLUMNS = `id, clock, procedure, state, ledger, due, next_step as "nextStep",
  ${alarmText('next_alarm_at')} as "nextAlarmAt",
  met_in_time as "metInTime"`;

/**
 * Cases and clocks come from one statement, so they are of one moment without being locked. The time is that of the
 * statement: a transaction may have begun before the one that it waited for, and history would run backwards.
 */
const READ = `
  select ${instantText('statement_timestamp()')} as now, ${EDITION_IN_FORCE} as edition,
    (select coalesce(json_agg(found), '[]') from (
      select ${CASE_COLUMNS},
        (select coalesce(json_agg(kept), '[]') from (
          select ${DEADLINE_COLUMNS} from deadline where case_id = cases.id order by id) as kept) as deadlines
      from cases where id = any($1)) as found) as cases,
    (select coalesce(json_agg(answer), '[]') from (
      select actor_id as "actorId", key, request_hash as "requestHash", response
      from idempotency_key
      join unnest($2::text[], $3::text[]) as asked(actor_id, key) using (actor_id, key)) as answer) as answers,
    (select coalesce(json_agg(known), '[]') from (
      select code, valid_to as "validTo", coalesce(valid_to < ${TODAY}, false) as "hasEnded"
      from agency where code = any($4)) as known) as agencies`;

interface Row extends Omit<BatchRead, 'cases'> {
  cases: (CaseState & { deadlines: Deadline[] })[];
}

/** Reads, in one statement, what a batch of requests is judged by. */
export async function readBatch(executor: Executor, requests: readonly CommandRequest[]): Promise<BatchRead> {
  const keyed = requests.filter(({ idempotency }) => idempotency);
  const ids = requests.filter(({ registration }) => !registration).map(({ caseId }) => caseId);
  const { rows } = await executor.query<Row>({
    name: 'door-read',
    text: READ,
    values: [
      [...new Set(ids)],
      keyed.map(({ actor }) => actor.id),
      keyed.map(({ idempotency }) => idempotency?.key),
      requests.flatMap(({ agencies }) => (agencies ?? []).map(({ code }) => code)),
    ],
  });
  const { cases, ...read } = rows[0]!;
  return {
    ...read,
    cases: new Map(cases.map(({ deadlines, ...found }) => [found.id, { case: found, deadlines }])),
  };
}
