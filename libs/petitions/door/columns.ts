/** Columns of a table with their types, in the order in which they are written. */
export type Columns = Readonly<Record<string, string>>;

/** What every command may change of a case. */
const CHANGING = {
  procedure: 'text',
  procedure_version: 'int',
  state: 'jsonb',
  facts: 'jsonb',
  handling: 'text',
  supervision: 'text',
  headline: 'text',
  level: 'smallint',
  owner_role: 'text',
  version: 'int',
  agency_code: 'text',
  received_on: 'date',
  due: 'date',
  due_clock: 'text',
  due_certainty: 'text',
  due_provisional: 'boolean',
  policy_version: 'text',
} as const satisfies Columns;

/** How a case ended: stands while it is resolved. */
const ENDING = {
  outcome: 'text',
  outcome_summary: 'text',
  resolved_on: 'date',
  settled_in_time: 'boolean',
} as const satisfies Columns;

/** What a batch writes: each row as JSON, each column of it under the name of the table's. */
export const COLUMNS = {
  changing: CHANGING,
  ending: ENDING,
  cases: {
    id: 'uuid',
    number: 'text',
    tracking_hash: 'bytea',
    desk_agency_code: 'text',
    ...CHANGING,
    ...ENDING,
    declared_kind: 'text',
    channel: 'text',
    subject: 'text',
    topic: 'text',
    place_text: 'text',
    place_code: 'text',
    agency_named: 'text',
  },
  deadline: {
    id: 'uuid',
    case_id: 'uuid',
    clock: 'text',
    procedure: 'text',
    state: 'text',
    ledger: 'jsonb',
    due: 'date',
    next_step: 'smallint',
    next_alarm_at: 'timestamptz',
    met_in_time: 'boolean',
    policy_version: 'text',
  },
  history: {
    case_id: 'uuid',
    seq: 'int',
    command: 'text',
    payload: 'jsonb',
    actor_id: 'text',
    actor_role: 'text',
    agency_code: 'text',
    at: 'timestamptz',
    legal_on: 'date',
    handling_from: 'text',
    handling_to: 'text',
    headline: 'text',
    source: 'text',
    policy_version: 'text',
  },
  outbox: { id: 'uuid', case_id: 'uuid', seq: 'int', kind: 'text', payload: 'jsonb', trace: 'text' },
  idempotency_key: { actor_id: 'text', key: 'text', request_hash: 'text', response: 'json' },
  petition: {
    id: 'uuid',
    case_id: 'uuid',
    received_on: 'date',
    channel: 'text',
    declared_kind: 'text',
    content: 'text',
    petitioner_ref: 'uuid',
    source_key: 'text',
    source_hash: 'text',
    source_url: 'text',
  },
  attention_item: {
    id: 'uuid',
    case_id: 'uuid',
    kind: 'text',
    column_name: 'text',
    value: 'text',
    candidates: 'text[]',
    settled_at: 'timestamptz',
    settled_by: 'text',
  },
} as const satisfies Record<string, Columns>;

/** `a, b, c` of the columns. */
export const namesOf = (columns: Columns): string => Object.keys(columns).join(', ');

/** A parameter that holds rows as JSON, as a table named `next`. */
export function rowsOf(parameter: string, columns: Columns): string {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `json_to_recordset(${parameter}) as next(${typed.join(', ')})`;
}
