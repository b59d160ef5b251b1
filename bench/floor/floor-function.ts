import type { CapturedStep } from './capture.js';
import type { LiteralRow } from './written-rows.js';

/** Whether the function writes the outbox row too; peers hand their notices over otherwise. */
export interface FloorTerms {
  name: string;
  hasOutbox: boolean;
}

/** Columns that are another value in every command; everything else is what the captured command wrote. */
const OWN: Record<string, string> = {
  case_id: 'held.id',
  at: 'now()',
  created_at: 'now()',
  updated_at: 'now()',
  ring_after: 'now()',
};

/**
 * The floor: one plpgsql function that reads a case by id and version and its clocks, writes again, value for value,
 * what the door wrote for each command of the way, and returns the id of the outbox row. It decides nothing, checks
 * nothing and builds no JSON, so no way of giving the same command can cost PostgreSQL less.
 */
export function floorFunction(steps: readonly CapturedStep[], { name, hasOutbox }: FloorTerms): string {
  return `create or replace function ${name}(place bigint, seen int) returns uuid language plpgsql as $floor$
declare
  held record;
  clocks uuid[];
  message uuid := uuidv7();
begin
  select id, number, procedure, procedure_version, state, facts, version, desk_agency_code, agency_code into strict held
  from cases where id = ('01980000-0000-7000-8000-' || lpad(to_hex(place), 12, '0'))::uuid and version = seen;
  select array_agg(id order by id) into clocks from (
    select id, clock, procedure, state, ledger, due, next_step, next_alarm_at, met_in_time
    from deadline where case_id = held.id) as kept;
  case seen
${steps.map((step) => branch(step, hasOutbox)).join('\n')}
  end case;
  return message;
end $floor$`;
}

function branch(step: CapturedStep, hasOutbox: boolean): string {
  const added = step.added.filter(({ table }) => hasOutbox || table !== 'outbox');
  const statements = [
    `update cases set ${settings(step.changed)} where id = held.id and version = seen;`,
    `if not found then raise exception 'overtaken'; end if;`,
    ...step.movedClocks.map(
      ({ place, changed }) =>
        `update deadline set ${settings(changed) || 'state = state'} where id = clocks[${place}];`,
    ),
    ...added.map(({ table, row }) => insertion(table, row)),
  ];
  return [`  when ${step.version} then`, ...statements.map((statement) => `    ${statement}`)].join('\n');
}

function settings(changed: LiteralRow): string {
  return Object.entries(changed)
    .map(([column, literal]) => `${column} = ${OWN[column] ?? literal}`)
    .join(', ');
}

function insertion(table: string, row: LiteralRow): string {
  const own: Record<string, string> = {
    ...OWN,
    id: table === 'outbox' ? 'message' : 'uuidv7()',
    key: 'gen_random_uuid()::text',
  };
  const columns = Object.keys(row);
  const values = columns.map((column) => own[column] ?? row[column]);
  return `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')});`;
}
