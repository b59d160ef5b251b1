import { compareReplay, differenceText, type Phrase, replayCase } from '#domain';
import type { Office } from '../office.js';
import { KnownPolicies } from '../replay/known-policies.js';
import type { ReadRecord } from '../replay/read-records.js';
import { walkRecords } from '../replay/walk-records.js';
import { BALANCES } from './balances.js';

/** Cases named at a time; their rows are read in smaller portions. */
const PAGE = 1_000;
/** Faults of one balance that are told; a record that is this wrong needs no longer list. */
const MOST_FAULTS = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Something that does not come out. */
export interface RecordFault {
  /** The case it is about; null when it is about no single one. */
  caseNumber: string | null;
  message: Phrase;
}

/** What was looked at, and how many faults there were. */
export interface RecordSummary {
  cases: number;
  steps: number;
  clocks: number;
  messages: number;
  faults: number;
}

/**
 * Proves the record: every case is decided again from its recorded commands and must come to the same state, dates,
 * ledgers and alarms, and every balance must come out. Reads only, in memory of one portion of cases, beside whatever
 * else runs.
 * @param tell called for each fault as it is found; texts name cases by number and no person.
 */
export async function verifyRecord(
  office: Office,
  tell: (fault: RecordFault) => void,
): Promise<RecordSummary> {
  const summary = { cases: 0, steps: 0, clocks: 0, messages: 0, faults: 0 };
  const found = (fault: RecordFault) => {
    summary.faults += 1;
    tell(fault);
  };
  await checkBalances(office, found);
  const policies = new KnownPolicies(office);
  for await (const ids of pagesOfCases(office)) {
    await walkRecords(office, ids, policies, (record) => {
      summary.cases += 1;
      summary.steps += record.steps.length;
      summary.clocks += record.deadlines.length;
      for (const fault of faultsOf(record, policies)) found(fault);
      return true;
    });
  }
  const [counted] = await office.database.rows<{ messages: number }>(
    'select count(*) as messages from outbox',
  );
  return { ...summary, messages: counted!.messages };
}

async function checkBalances(office: Office, found: (fault: RecordFault) => void): Promise<void> {
  for (const { sql, fault } of BALANCES) {
    const rows = await office.database.rows<{ number: string | null; recorded: string; counted: string }>(
      `${sql} limit ${MOST_FAULTS}`,
    );
    for (const { number, recorded, counted } of rows) {
      found({ caseNumber: number, message: fault(recorded, counted) });
    }
  }
}

async function* pagesOfCases({ database }: Office): AsyncGenerator<string[]> {
  let last = BEFORE_ALL;
  for (;;) {
    const rows = await database.rows<{ id: string }>(
      'select id from cases where id > $1 order by id limit $2',
      [last, PAGE],
    );
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)!.id;
  }
}

function faultsOf(record: ReadRecord, policies: KnownPolicies): RecordFault[] {
  const caseNumber = record.case.number;
  const differences = compareReplay(record, replayCase(record, policies.at));
  return differences.map((difference) => ({ caseNumber, message: differenceText(difference) }));
}
