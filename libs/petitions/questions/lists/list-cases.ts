import type { CasePage, CaseQuery } from '#contract';
import { type Actor, reachOf } from '#domain';
import type { Office } from '../../office.js';
import { SUMMARY_COLUMNS, SUMMARY_FROM, type SummaryRow, toSummary } from '../case-summary.js';
import { readCursor, writeCursor } from '../cursor.js';
import { reachCondition } from '../reach.js';
import { fitting } from './case-conditions.js';
import { lanesOf, scopeOf } from './lanes.js';
import { searchCases } from './search-cases.js';
import { type Course, type Stretch, walk } from './walk.js';
import { few, walkFew } from './walk-few.js';

/** A list looks at this many cases for one page before it says that there may be more. */
const MOST_LOOKED_AT = 4_000;

const NOTHING: Stretch = { ids: [], goOn: null, partial: false };

/**
 * One page of the cases a person may see. However the filters are combined, a page looks at a bounded number of cases;
 * where they are rare among these, it says that it is partial. An unreadable cursor is answered from the beginning; the
 * API refuses it before.
 */
export async function listCases(office: Office, actor: Actor, query: CaseQuery): Promise<CasePage> {
  const { ids, goOn, partial } = await asked(office, actor, query);
  return {
    items: await summaries(office, actor, ids),
    nextCursor: goOn && writeCursor(goOn),
    partial,
  };
}

async function asked(office: Office, actor: Actor, query: CaseQuery): Promise<Stretch> {
  const scope = scopeOf(query);
  if (scope === null || reachOf(actor) === 'none') return NOTHING;
  const values: unknown[] = [];
  const course: Course = {
    lanes: lanesOf(actor, query, scope),
    fits: fitting(actor, query, values),
    says: null,
    values,
  };
  const start = query.cursor ? readCursor(query.cursor) : null;
  if (query.q) return searchCases(office, actor, course, query.q, start, query.limit);
  const rare = query.attention && (await awaiting(office, query.attention));
  if (rare) return walkFew(office, course, rare, start, query.limit);
  return walk(office, course, start, { limit: query.limit, most: MOST_LOOKED_AT });
}

/** The cases that wait for a decision of a kind, when there are few in the whole register. */
function awaiting(office: Office, kind: string): Promise<string[] | null> {
  const ofKind = kind === 'any' ? '' : 'and kind = $1';
  const statement = `select distinct case_id as id from attention_item where settled_at is null ${ofKind}`;
  return few(office.database.pool, statement, kind === 'any' ? [] : [kind]);
}

/** The lines of a list, in the order of their ids. */
async function summaries(office: Office, actor: Actor, ids: readonly string[]): Promise<CasePage['items']> {
  if (ids.length === 0) return [];
  const values: unknown[] = [ids];
  const rows = await office.database.rows<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from ${SUMMARY_FROM}
     where cases.id = any($1::uuid[]) and ${reachCondition(actor, values)}`,
    values,
  );
  const byId = new Map(rows.map((row) => [row.id, toSummary(row, actor)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
