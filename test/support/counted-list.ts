import type { CaseQuery } from '#contract';
import type { Actor } from '#domain';
import type { Office } from '#petitions';

const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
const IS_LATE = `(headline <> 'resolved' and (due < ${TODAY} or (handling in ('assigned.suspended', 'assigned.awaitingExpertise')
  and coalesce((facts ->> 'stoppedLate')::boolean, false))))`;

const ORDERS = {
  due: 'due asc nulls last, case when due is not null then id end asc, id desc',
  received: 'received_on desc nulls last, id desc',
  newest: 'id desc',
};

/** A list read whole, by a look at every case: what the pages of `listCases` are compared with. */
export async function wholeList(
  { database }: Office,
  { role, agencyCode }: Actor,
  query: Omit<CaseQuery, 'limit' | 'cursor' | 'q'>,
): Promise<string[]> {
  const conditions = [reachOf(role)];
  const is = (condition: string, holds: boolean | undefined) =>
    holds !== undefined && conditions.push(`coalesce(${condition}, false) = ${holds}`);
  if (query.headline) conditions.push(`headline = '${query.headline}'`);
  if (query.procedure) conditions.push(`procedure = '${query.procedure}'`);
  if (query.agency === 'none') conditions.push('agency_code is null');
  else if (query.agency) conditions.push(`agency_code = '${query.agency}'`);
  is("headline <> 'resolved'", query.open);
  is(IS_LATE, query.late);
  is(`headline = 'resolved' and due < ${TODAY}`, query.owed);
  if (query.attention) {
    const kind = query.attention === 'any' ? 'true' : `kind = '${query.attention}'`;
    conditions.push(`id in (select case_id from attention_item where settled_at is null and ${kind})`);
  }
  const rows = await database.rows<{ id: string }>(
    `select id from cases where $1::text is not distinct from $1 and ${conditions.join(' and ')}
     order by ${ORDERS[query.sort]}`,
    [agencyCode],
  );
  return rows.map(({ id }) => id);
}

function reachOf(role: Actor['role']): string {
  if (role === 'administrator') return 'false';
  if (role === 'deskOfficer') return 'desk_agency_code = $1';
  return role === 'agencyOfficer' || role === 'agencyHead' ? 'agency_code = $1' : 'true';
}
