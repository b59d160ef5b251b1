import { alarmText, instantText } from '#database';
import type { CaseRecord, CaseState, Command, Deadline, RecordedStep, Standing } from '#domain';
import type { Executor } from '../policies.js';

/** A case as it lies in the record, with the name of the agency that holds it. */
export interface ReadRecord extends CaseRecord {
  agencyName: string | null;
}

type StepRow = Omit<RecordedStep, 'command' | 'actor'> & {
  command: string;
  payload: object;
  actorId: string;
  actorRole: RecordedStep['actor']['role'];
  agencyCode: string | null;
};

type Row = Omit<CaseState, 'state'> &
  Omit<Standing, 'receivedOn'> & {
    state: CaseState['state'];
    receivedOn: string | null;
    agencyName: string | null;
    steps: StepRow[];
    deadlines: Deadline[];
  };

const STEPS = `(select json_agg(json_build_object('seq', seq, 'command', command, 'payload', payload,
    'actorId', actor_id, 'actorRole', actor_role, 'agencyCode', history.agency_code, 'at', ${instantText('at')},
    'legalOn', legal_on, 'handlingFrom', handling_from, 'handlingTo', handling_to,
    'headline', history.headline, 'policyVersion', history.policy_version) order by seq)
  from history where case_id = cases.id)`;

const DEADLINES = `(select json_agg(json_build_object('id', deadline.id, 'clock', clock, 'procedure', deadline.procedure,
    'state', deadline.state, 'ledger', ledger, 'due', deadline.due, 'nextStep', next_step,
    'nextAlarmAt', ${alarmText('next_alarm_at')}, 'metInTime', met_in_time) order by deadline.id)
  from deadline where case_id = cases.id)`;

/**
 * Reads everything the record holds of some cases, the newest first, in one statement: what a sweep writes meanwhile
 * is seen of a case as a whole or not at all.
 */
export async function readRecords(executor: Executor, ids: readonly string[]): Promise<ReadRecord[]> {
  const { rows } = await executor.query<Row>(
    `select cases.id, cases.number, cases.procedure, procedure_version as "procedureVersion", state, facts, version,
       desk_agency_code as "deskAgencyCode", cases.agency_code as "agencyCode", handling, supervision, headline, level,
       owner_role as "ownerRole", received_on as "receivedOn", cases.due, due_clock as "dueClock", outcome,
       resolved_on as "resolvedOn", settled_in_time as "settledInTime", agency.name as "agencyName",
       coalesce(${STEPS}, '[]') as steps, coalesce(${DEADLINES}, '[]') as deadlines
     from cases left join agency on agency.code = coalesce(cases.agency_code, cases.desk_agency_code)
     where cases.id = any($1) order by cases.id desc`,
    [ids],
  );
  return rows.map(recordOf);
}

function recordOf(row: Row): ReadRecord {
  const { id, number, procedure, procedureVersion, state, facts, version, deskAgencyCode, agencyCode } = row;
  const { steps, deadlines, agencyName, ...rest } = row;
  const { handling, supervision, headline, level, ownerRole, receivedOn, due, dueClock } = rest;
  const { outcome, resolvedOn, settledInTime } = rest;
  return {
    case: { id, number, procedure, procedureVersion, state, facts, version, deskAgencyCode, agencyCode },
    standing: {
      handling,
      supervision,
      headline,
      level,
      ownerRole,
      receivedOn,
      due,
      dueClock,
      outcome,
      resolvedOn,
      settledInTime,
    },
    deadlines,
    steps: steps.map(stepOf),
    agencyName,
  };
}

function stepOf({ command, payload, actorId, actorRole, agencyCode, ...step }: StepRow): RecordedStep {
  return {
    ...step,
    command: { type: command, ...payload } as Command,
    actor: { id: actorId, role: actorRole, agencyCode },
  };
}
