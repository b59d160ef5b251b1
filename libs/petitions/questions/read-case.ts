import { instantText } from '#database';
import { type Actor, type CaseState, type Deadline, type InstantText, mayRead } from '#domain';
import { DEADLINE_COLUMNS } from '../door/index.js';
import type { Office } from '../office.js';
import { SUMMARY_COLUMNS, SUMMARY_FROM, type SummaryRow } from './case-summary.js';

/** A case with everything a view is made of. */
export interface CaseRecord
  extends SummaryRow,
    Pick<CaseState, 'procedureVersion' | 'state' | 'facts' | 'version'> {
  declaredKind: 'complaint' | 'denunciation' | 'feedback' | 'voterPetition' | null;
  topic: string | null;
  placeCode: string | null;
  agencyNamed: string | null;
  deskAgencyName: string;
  ownerRole: CaseState['deskAgencyCode'] | null;
  outcomeSummary: string | null;
  settledInTime: boolean | null;
  content: string | null;
  sourceUrl: string | null;
  petitionerRef: string | null;
  today: string;
  now: InstantText;
  deadlines: Deadline[];
}

/** Reads one case with its clocks; null when there is none that this person may see. */
export async function readCase(office: Office, actor: Actor, id: string): Promise<CaseRecord | null> {
  const [record] = await office.database.rows<CaseRecord>(
    `select ${SUMMARY_COLUMNS}, cases.procedure_version as "procedureVersion", cases.state, cases.facts,
       cases.version, cases.declared_kind as "declaredKind", cases.topic, cases.place_code as "placeCode",
       cases.agency_named as "agencyNamed", desk.name as "deskAgencyName", cases.owner_role as "ownerRole",
       cases.outcome_summary as "outcomeSummary", cases.settled_in_time as "settledInTime",
       petition.content, petition.source_url as "sourceUrl", petition.petitioner_ref as "petitionerRef",
       to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as today, ${instantText('now()')} as now
     from ${SUMMARY_FROM}
     join agency as desk on desk.code = cases.desk_agency_code
     left join petition on petition.case_id = cases.id
     where cases.id = $1`,
    [id],
  );
  if (!record || !mayRead(actor, record)) return null;
  const deadlines = await office.database.rows<Deadline>(
    `select ${DEADLINE_COLUMNS} from deadline where case_id = $1 order by id`,
    [id],
  );
  return { ...record, deadlines };
}

/** The case as `decide` knows it. */
export function caseStateOf(record: CaseRecord): CaseState {
  const { id, number, procedure, procedureVersion, state, facts, version, deskAgencyCode, agencyCode } =
    record;
  return { id, number, procedure, procedureVersion, state, facts, version, deskAgencyCode, agencyCode };
}
