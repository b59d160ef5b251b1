import { instantText } from '#database';
import type { Clock, DeadlineState, InstantText, LegalDate } from '#domain';
import type { Office } from '../office.js';
import { TODAY } from '../today.js';
import { deskClocks } from './duty-office.js';

/** A running clock of an agency as its calendar shows it: no content, no people. */
export interface AgencyDeadline {
  id: string;
  caseNumber: string;
  clock: Clock;
  state: DeadlineState;
  due: LegalDate;
  isLate: boolean;
}

export interface AgencyDeadlines {
  agencyName: string;
  /** Latest change of one of the cases; of the agency itself when it has none. */
  changedAt: InstantText;
  items: AgencyDeadline[];
}

/** The running clocks that are an agency's duty, the earliest due first; null when there is no such agency. */
export async function agencyDeadlines(office: Office, code: string): Promise<AgencyDeadlines | null> {
  const { database, policies } = office;
  const [agency] = await database.rows<{ name: string; createdAt: InstantText }>(
    `select name, ${instantText('created_at')} as "createdAt" from agency where code = $1`,
    [code],
  );
  if (!agency) return null;
  const desk = deskClocks(await policies.current(database.pool));
  const rows = await database.rows<AgencyDeadline & { changedAt: InstantText }>(
    `select deadline.id, cases.number as "caseNumber", deadline.clock, deadline.state, deadline.due,
       deadline.due < ${TODAY} as "isLate", ${instantText('cases.updated_at')} as "changedAt"
     from deadline join cases on cases.id = deadline.case_id
     where deadline.state = 'running' and deadline.due is not null and (cases.agency_code = $1
         and deadline.clock <> all($2) or cases.desk_agency_code = $1
         and (deadline.clock = any($2) or cases.agency_code is null))
     order by deadline.due, cases.number`,
    [code, desk],
  );
  const changes = [agency.createdAt, ...rows.map(({ changedAt }) => changedAt)].sort();
  return {
    agencyName: agency.name,
    changedAt: changes.at(-1) as InstantText,
    items: rows.map(({ changedAt: _, ...row }) => row),
  };
}
