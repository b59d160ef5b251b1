import type { WhatIfBody } from '#contract';
import { instantText } from '#database';
import { type InstantText, instantAt, type LegalDate, type Refusal } from '#domain';
import type { Executor } from '../policies.js';
import { TODAY } from '../today.js';

/** Most cases that one question replays; the newest are taken. */
export const MOST_CASES = 10_000;

/** Now, and the end of what is replayed: of the last day of the period, or now when that day is not over. */
export interface Span {
  now: InstantText;
  until: InstantText;
}

/** The span of a question by PostgreSQL's clock; refused when it ends before it begins or has not begun. */
export async function spanOf(
  executor: Executor,
  { from, to }: Pick<WhatIfBody, 'from' | 'to'>,
): Promise<{ span: Span } | { refusal: Refusal }> {
  const { rows } = await executor.query<{ now: InstantText; today: LegalDate }>(
    `select ${instantText('now()')} as now, to_char(${TODAY}, 'YYYY-MM-DD') as today`,
  );
  const { now, today } = rows[0]!;
  if (to < from) return { refusal: invalid('whatIf.periodReversed', { from, to }) };
  if (today < from) return { refusal: invalid('whatIf.periodNotBegun', { from, today }) };
  return { span: { now, until: to < today ? instantAt(to, 24) : now } };
}

/** Ids of the cases that stood open on some day of the period and were in the record by its end, the newest first. */
export async function casesOf(
  executor: Executor,
  { from, to, agencyCode }: WhatIfBody,
  { until }: Span,
  most = MOST_CASES,
): Promise<{ ids: string[]; found: number }> {
  const { rows } = await executor.query<{ id: string; found: number }>(
    `select id, (count(*) over ())::int as found from cases
     where created_at <= $1 and coalesce(received_on, (created_at at time zone 'Asia/Ho_Chi_Minh')::date) <= $2
       and (resolved_on is null or resolved_on >= $3)
       and ($4::text is null or $4 in (agency_code, desk_agency_code))
     order by id desc limit $5`,
    [until, to, from, agencyCode ?? null, most],
  );
  return { ids: rows.map(({ id }) => id), found: rows[0]?.found ?? 0 };
}

function invalid(code: string, params: Refusal['params']): Refusal {
  return { code, kind: 'invalid', params, source: null, whoCan: [], pointer: '/from' };
}
