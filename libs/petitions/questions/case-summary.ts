import type { CaseSummary } from '#contract';
import { instantText } from '#database';
import { type Actor, mayReadContent } from '#domain';
import { TODAY } from '../today.js';

/** A row of a list with the offices that decide what of it may be shown. */
export type SummaryRow = CaseSummary & { subject: string; deskAgencyCode: string; createdAt: string };

/** Cases whose clock stands still and was past its limit when it was stopped; their date is that of the next review. */
const WAS_LATE = `(cases.handling in ('assigned.suspended', 'assigned.awaitingExpertise')
  and coalesce((cases.facts ->> 'stoppedLate')::boolean, false))`;

/** Open cases that are late: past the limit, or past it when it was stopped, for a pause forgives no lateness. */
export const IS_LATE = `(cases.headline <> 'resolved' and (cases.due < ${TODAY} or ${WAS_LATE}))`;

/** Resolved cases that owe a duty past its limit. */
export const IS_OWING = `(cases.headline = 'resolved' and cases.due < ${TODAY})`;

/** Columns of a list; the statement joins `agency` as holder. Lateness is derived, never stored. */
export const SUMMARY_COLUMNS = `cases.id, cases.number, cases.procedure, cases.headline, cases.handling,
  cases.supervision, cases.level, cases.subject, cases.channel, cases.place_text as "placeText",
  cases.agency_code as "agencyCode", holder.name as "agencyName", cases.received_on as "receivedOn", cases.due,
  cases.due_clock as "dueClock", cases.due_certainty as "dueCertainty", cases.due_provisional as "dueProvisional", cases.due - ${TODAY} as "daysLeft",
  coalesce(cases.headline <> 'resolved' and cases.due < ${TODAY}, false) as "isLate",
  ${WAS_LATE} as "wasLate", coalesce(${IS_OWING}, false) as "isOwing",
  coalesce((cases.facts ->> 'urgent')::boolean, false) as "isUrgent",
  cases.resolved_on as "resolvedOn", cases.outcome, cases.desk_agency_code as "deskAgencyCode",
  ${instantText('cases.created_at')} as "createdAt",
  (select count(*)::int from attention_item as item
    where item.case_id = cases.id and item.settled_at is null) as "attentionCount"`;

export const SUMMARY_FROM = 'cases left join agency as holder on holder.code = cases.agency_code';

/** A row as this reader may see it: the subject of a protected petition is left out. */
export function toSummary(row: SummaryRow, actor: Actor): CaseSummary {
  const { deskAgencyCode: _desk, createdAt: _created, ...summary } = row;
  return { ...summary, subject: mayReadContent(actor, row.procedure, row) ? row.subject : null };
}
