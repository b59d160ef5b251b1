import type { CaseQuery } from '#contract';
import { type Actor, proceduresWithoutContent, reachOf } from '#domain';
import { IS_LATE, IS_OWING } from '../case-summary.js';
import { reachCondition } from '../reach.js';
import type { Parameter } from './lanes.js';

/** What a case must be to stand in a list: within the reader's reach, and as they asked. Null when every case is. */
export function fitting(actor: Actor, query: CaseQuery, values: unknown[]): string | null {
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const conditions = filters(query, parameter);
  if (reachOf(actor) !== 'all') conditions.push(reachCondition(actor, values));
  return conditions.length > 0 ? conditions.join(' and ') : null;
}

function filters(query: CaseQuery, parameter: Parameter): string[] {
  const conditions: string[] = [];
  if (query.headline) conditions.push(`cases.headline = ${parameter(query.headline)}`);
  if (query.procedure) conditions.push(`cases.procedure = ${parameter(query.procedure)}`);
  if (query.agency === 'none') conditions.push('cases.agency_code is null');
  else if (query.agency) conditions.push(`cases.agency_code = ${parameter(query.agency)}`);
  if (query.open !== undefined) conditions.push(`cases.headline ${query.open ? '<>' : '='} 'resolved'`);
  if (query.late !== undefined) conditions.push(only(IS_LATE, query.late));
  if (query.owed !== undefined) conditions.push(only(IS_OWING, query.owed));
  if (query.attention) conditions.push(attentionCondition(query.attention, parameter));
  return conditions;
}

/** Rows for which a condition holds, or those for which it does not: an unknown date is not late. */
function only(condition: string, holds: boolean): string {
  return holds ? condition : `not coalesce(${condition}, false)`;
}

function attentionCondition(kind: string, parameter: Parameter): string {
  const ofKind = kind === 'any' ? '' : `and item.kind = ${parameter(kind)}`;
  return `(select true from attention_item as item
    where item.case_id = cases.id and item.settled_at is null ${ofKind} limit 1)`;
}

/** Nobody finds words in a subject that they may not read. Null when the reader may read every one. */
export function readable(actor: Actor, values: unknown[]): string | null {
  const unread = proceduresWithoutContent(actor);
  return unread.length > 0 ? `cases.procedure <> all($${values.push(unread)}::text[])` : null;
}
