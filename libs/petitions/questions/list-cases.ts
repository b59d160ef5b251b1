import type { CasePage, CaseQuery } from '#contract';
import { type Actor, proceduresWithoutContent } from '#domain';
import type { Office } from '../office.js';
import {
  IS_LATE,
  IS_OWING,
  SUMMARY_COLUMNS,
  SUMMARY_FROM,
  type SummaryRow,
  toSummary,
} from './case-summary.js';
import { type Position, readCursor, writeCursor } from './cursor.js';
import { reachCondition } from './reach.js';

type Sort = CaseQuery['sort'];

/** How each order reads and goes on; every order ends in the id, so that no row is shown twice or skipped. */
const ORDERS: Record<
  Sort,
  { by: string; column: string; cast: string; sign: '>' | '<'; value: (row: SummaryRow) => string | null }
> = {
  due: {
    by: 'cases.due asc nulls last, cases.id asc',
    column: 'cases.due',
    cast: 'date',
    sign: '>',
    value: ({ due }) => due,
  },
  received: {
    by: 'cases.received_on desc nulls last, cases.id desc',
    column: 'cases.received_on',
    cast: 'date',
    sign: '<',
    value: ({ receivedOn }) => receivedOn,
  },
  newest: {
    by: 'cases.created_at desc, cases.id desc',
    column: 'cases.created_at',
    cast: 'timestamptz',
    sign: '<',
    value: ({ createdAt }) => createdAt,
  },
};

/**
 * One page of the cases a person may see. An unreadable cursor is answered from the beginning; the API refuses
 * it before.
 */
export async function listCases(office: Office, actor: Actor, query: CaseQuery): Promise<CasePage> {
  const parameters: unknown[] = [];
  const conditions = [reachCondition(actor, parameters), ...filters(query, actor, parameters)];
  const position = query.cursor ? readCursor(query.cursor) : null;
  if (position) conditions.push(after(position, query.sort, parameters));
  parameters.push(query.limit + 1);
  const rows = await office.database.rows<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from ${SUMMARY_FROM}
     where ${conditions.join(' and ')}
     order by ${ORDERS[query.sort].by}
     limit $${parameters.length}`,
    parameters,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return {
    items: shown.map((row) => toSummary(row, actor)),
    nextCursor: hasMore ? writeCursor({ value: ORDERS[query.sort].value(last), id: last.id }) : null,
  };
}

function filters(query: CaseQuery, actor: Actor, parameters: unknown[]): string[] {
  const parameter = (value: unknown) => `$${parameters.push(value)}`;
  const conditions: string[] = [];
  if (query.headline) conditions.push(`cases.headline = ${parameter(query.headline)}`);
  if (query.procedure) conditions.push(`cases.procedure = ${parameter(query.procedure)}`);
  if (query.agency === 'none') conditions.push('cases.agency_code is null');
  else if (query.agency) conditions.push(`cases.agency_code = ${parameter(query.agency)}`);
  if (query.open !== undefined) conditions.push(`cases.headline ${query.open ? '<>' : '='} 'resolved'`);
  if (query.late !== undefined) conditions.push(only(IS_LATE, query.late));
  if (query.owed !== undefined) conditions.push(only(IS_OWING, query.owed));
  if (query.attention) conditions.push(attentionCondition(query.attention, parameter));
  if (query.q) conditions.push(searchCondition(query.q, actor, parameter));
  return conditions;
}

/** Rows for which a condition holds, or those for which it does not: an unknown date is not late. */
function only(condition: string, holds: boolean): string {
  return holds ? condition : `not coalesce(${condition}, false)`;
}

function attentionCondition(kind: string, parameter: (value: unknown) => string): string {
  const ofKind = kind === 'any' ? '' : `and item.kind = ${parameter(kind)}`;
  return `exists (select from attention_item as item
    where item.case_id = cases.id and item.settled_at is null ${ofKind})`;
}

/** Numbers match from the start, words anywhere, but never in a subject that the reader may not see. */
function searchCondition(q: string, actor: Actor, parameter: (value: unknown) => string): string {
  const words = parameter(`%${escapeLike(q)}%`);
  const number = parameter(`${escapeLike(q)}%`);
  const unread = parameter(proceduresWithoutContent(actor));
  return `(cases.number ilike ${number}
    or (cases.procedure <> all(${unread}::text[]) and fold(cases.subject) like fold(${words})))`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Rows after a position: later values, the same value with a later id, and the rows without a value last. */
function after({ value, id }: Position, sort: Sort, parameters: unknown[]): string {
  const { column, cast, sign } = ORDERS[sort];
  const idParameter = `$${parameters.push(id)}::uuid`;
  if (value === null) return `(${column} is null and cases.id ${sign} ${idParameter})`;
  const valueParameter = `$${parameters.push(value)}::${cast}`;
  return `(${column} ${sign} ${valueParameter} or ${column} is null
    or (${column} = ${valueParameter} and cases.id ${sign} ${idParameter}))`;
}
