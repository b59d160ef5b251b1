import { alarmText, type Transaction } from '#database';
import type { CaseState, Deadline } from '#domain';

/** A case and its clocks as the record has them, locked until the transaction ends. */
export interface LoadedCase {
  case: CaseState;
  deadlines: Deadline[];
}

const CASE_COLUMNS = `id, number, procedure, procedure_version as "procedureVersion", state, facts, version,
  desk_agency_code as "deskAgencyCode", agency_code as "agencyCode"`;

/** Columns of a clock under the names of the domain. */
export const DEADLINE_COLUMNS = `id, clock, procedure, state, ledger, due, next_step as "nextStep",
  ${alarmText('next_alarm_at')} as "nextAlarmAt",
  met_in_time as "metInTime"`;

/** Locks and reads cases in the order of their ids, so that two batches never wait for each other in a ring. */
export async function loadCases(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, LoadedCase>> {
  const loaded = new Map<string, LoadedCase>();
  if (ids.length === 0) return loaded;
  const cases = await transaction.query<CaseState>(
    `select ${CASE_COLUMNS} from cases where id = any($1) order by id for update`,
    [ids],
  );
  const deadlines = await transaction.query<Deadline & { caseId: string }>(
    `select case_id as "caseId", ${DEADLINE_COLUMNS} from deadline where case_id = any($1) order by id`,
    [cases.rows.map(({ id }) => id)],
  );
  for (const row of cases.rows) loaded.set(row.id, { case: row, deadlines: [] });
  for (const { caseId, ...deadline } of deadlines.rows) loaded.get(caseId)?.deadlines.push(deadline);
  return loaded;
}
