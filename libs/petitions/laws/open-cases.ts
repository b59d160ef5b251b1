import { type Deadline, type LawCase, lawOfCase, type NamedAgency, type Procedure } from '#domain';
import type { Office } from '../office.js';

/** Rows read at once: a case brings the ledgers of its open clocks along. */
const PAGE = 1000;

/** An open case beside what a change of law looks at. */
export interface OpenCase {
  id: string;
  number: string;
  version: number;
  agency: NamedAgency | null;
  law: LawCase;
}

interface Row {
  id: string;
  number: string;
  version: number;
  procedure: Procedure;
  handling: string;
  facts: {
    law?: string | null;
    acceptedOn: string | null;
    receivedOn: string | null;
    dialogueHeld: boolean;
    urgeIsOpen: boolean;
  };
  agencyCode: string | null;
  agencyName: string | null;
  agencyValidTo: string | null;
  deadlines: Pick<Deadline, 'clock' | 'procedure' | 'state' | 'ledger'>[];
}

/**
 * Every open case in the order of ids, page by page.
 * @param successors of agencies that are no more, by code.
 * @param after id of the last case that was read; null begins with the first.
 */
export async function* openCases(
  { database }: Office,
  successors: ReadonlyMap<string, readonly NamedAgency[]>,
  after: string | null,
): AsyncGenerator<OpenCase> {
  let last = after;
  for (;;) {
    const rows = await database.rows<Row>(
      `select cases.id, cases.number, cases.version, cases.procedure, cases.handling, cases.facts,
         cases.agency_code as "agencyCode", holder.name as "agencyName",
         to_char(holder.valid_to, 'YYYY-MM-DD') as "agencyValidTo",
         coalesce((select jsonb_agg(jsonb_build_object('clock', deadline.clock, 'procedure', deadline.procedure,
             'state', deadline.state, 'ledger', deadline.ledger) order by deadline.id)
           from deadline where deadline.case_id = cases.id and deadline.state in ('running', 'paused')), '[]')
           as deadlines
       from cases left join agency as holder on holder.code = cases.agency_code
       where cases.headline <> 'resolved' and ($1::uuid is null or cases.id > $1)
       order by cases.id limit ${PAGE}`,
      [last],
    );
    for (const row of rows) yield toOpenCase(row, successors);
    last = rows.at(-1)?.id ?? last;
    if (rows.length < PAGE) return;
  }
}

function toOpenCase(row: Row, successors: ReadonlyMap<string, readonly NamedAgency[]>): OpenCase {
  const { id, number, version, procedure, handling, facts, agencyCode, deadlines } = row;
  const agency = agencyCode === null ? null : { code: agencyCode, name: row.agencyName ?? agencyCode };
  const law: LawCase = {
    procedure,
    handling,
    law: lawOfCase(facts),
    isAccepted: facts.acceptedOn !== null,
    dialogueHeld: facts.dialogueHeld,
    urgeIsOpen: facts.urgeIsOpen,
    deadlines,
    holder: agency && {
      ...agency,
      validTo: row.agencyValidTo,
      successors: successors.get(agency.code) ?? [],
    },
  };
  return { id, number, version, agency, law };
}
