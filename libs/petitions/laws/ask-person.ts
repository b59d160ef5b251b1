import { randomUUIDv7 } from 'node:crypto';
import type { LegalDate } from '#domain';
import type { Office } from '../office.js';
import type { ComparedCase } from './compare-cases.js';

/**
 * Puts a case on the list of what people decide, with the reasons and the agencies that may follow its holder. An item
 * of an earlier version is opened again with the new reasons; one that names this version already stays as it is, also
 * when somebody has dealt with it.
 * @returns true when the list changed.
 */
export async function askPerson(
  { database }: Office,
  version: LegalDate,
  { id, law, comparison }: ComparedCase,
): Promise<boolean> {
  const reasons = comparison.reasons.filter(({ fate }) => fate === 'person').map(({ text }) => text.vi);
  const candidates = law.holder?.successors.map(({ code }) => code) ?? [];
  const rows = await database.rows(
    `insert into attention_item as item (id, case_id, kind, value, candidates)
     values ($1, $2, 'lawTransition', $3, $4)
     on conflict (case_id, kind) do update set value = item.value || E'\\n' || excluded.value,
       candidates = excluded.candidates, settled_at = null, settled_by = null, settled_note = null
     where position($5 in item.value) = 0
     returning item.id`,
    [
      randomUUIDv7(),
      id,
      `${markOf(version)} ${[...new Set(reasons)].join(' ')}`,
      candidates,
      markOf(version),
    ],
  );
  return rows.length > 0;
}

/** How an item names the version it is about: the day, as Vietnamese readers write it. */
function markOf(version: LegalDate): string {
  return `[${version.split('-').reverse().join('/')}]`;
}
