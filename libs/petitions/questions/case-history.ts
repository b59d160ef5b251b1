import type { HistoryEntry } from '#contract';
import { instantText } from '#database';
import { type Actor, mayReadContent } from '#domain';
import type { Office } from '../office.js';
import { readCase } from './read-case.js';

/** Parts of a payload that say where a case went, not what it is about: shown to every reader. */
const NEUTRAL = [
  'clock',
  'kind',
  'level',
  'due',
  'procedure',
  'agencyCode',
  'outcome',
  'scope',
  'answer',
  'duty',
  'tool',
  'act',
  'was',
  'is',
  'edition',
  'version',
  'moved',
];

/** The timeline of a case, oldest first; null when the person may not see it. */
export async function caseHistory(
  office: Office,
  actor: Actor,
  id: string,
): Promise<{ items: HistoryEntry[] } | null> {
  const record = await readCase(office, actor, id);
  if (!record) return null;
  const items = await office.database.rows<HistoryEntry>(
    `select seq, command, ${instantText('at')} as at,
       legal_on as "legalOn", actor_role as "actorRole", staff.name as "actorName",
       history.agency_code as "agencyCode", agency.name as "agencyName", handling_from as "handlingFrom",
       handling_to as "handlingTo", headline, payload, source
     from history
     left join staff on staff.id = history.actor_id
     left join agency on agency.code = history.agency_code
     where case_id = $1 order by seq`,
    [id],
  );
  if (mayReadContent(actor, record.procedure, record)) return { items };
  return { items: items.map((item) => ({ ...item, payload: neutralPart(item.payload) })) };
}

function neutralPart(payload: HistoryEntry['payload']): HistoryEntry['payload'] {
  return Object.fromEntries(Object.entries(payload).filter(([key]) => NEUTRAL.includes(key)));
}
