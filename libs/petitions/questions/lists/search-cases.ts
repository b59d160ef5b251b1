import type { Actor } from '#domain';
import type { Office } from '../../office.js';
import type { Position } from '../cursor.js';
import { readable } from './case-conditions.js';
import { numberLane } from './lanes.js';
import { type Course, type Stretch, walk } from './walk.js';
import { few, walkFew } from './walk-few.js';

/** Common words are found among the newest cases of a lane, within so many. */
const NEWEST = 1_000;
/**
 * Words that are neither common nor rare are looked for in so many cases: of the whole register, whose entries lie side
 * by side, or of one office, whose entries lie apart.
 */
const MOST_SEARCHED = { whole: 8_000, office: 1_500 };
/** Rare words are found at once by their index, common ones would take seconds: it is asked for so many milliseconds. */
const PATIENCE_MS = 15;
const TIMED_OUT = '57014';

/** How numbers of cases begin: `CM-2`. */
const NUMBER = /^\p{L}[\p{L}\d]*-\d/u;

/**
 * Searches the subjects for words, in any order, with or without marks, the last one perhaps unfinished; or the numbers
 * for one that begins so. The newest come first. An answer that could not look at everything says that it is partial.
 */
export async function searchCases(
  office: Office,
  actor: Actor,
  course: Course,
  q: string,
  start: Position | null,
  limit: number,
): Promise<Stretch> {
  if (isNumber(office, q)) {
    const lanes = [numberLane(`${q.toUpperCase().replace(/[\\%_]/g, '\\$&')}%`)];
    return walk(office, { ...course, lanes }, start, { limit, most: MOST_SEARCHED.office });
  }
  const legible = onlyReadable(actor, course);
  const values = [...legible.values, q];
  const search: Course = { ...legible, values, says: `words @@ words_query($${values.length})` };
  const newest = await walk(office, search, start, { limit, most: NEWEST });
  if (!newest.partial) return newest;
  const rare = await saying(office, q);
  if (rare) return walkFew(office, legible, rare, start, limit);
  const most = course.lanes[0]!.isWhole ? MOST_SEARCHED.whole : MOST_SEARCHED.office;
  const older = await walk(office, search, newest.goOn, { limit: limit - newest.ids.length, most });
  return { ...older, ids: [...newest.ids, ...older.ids] };
}

/** The course past the cases whose subject this person may read. */
function onlyReadable(actor: Actor, course: Course): Course {
  const values = [...course.values];
  const fits = [course.fits, readable(actor, values)].filter(Boolean).join(' and ') || null;
  return { ...course, fits, values };
}

function isNumber({ registerCode }: Office, q: string): boolean {
  return NUMBER.test(q) || [registerCode, `${registerCode}-`].includes(q.toUpperCase());
}

/** The cases whose subject holds the words, when they are few and quickly found. */
async function saying(office: Office, q: string): Promise<string[] | null> {
  try {
    return await office.database.transaction(async (transaction) => {
      await transaction.query(`set local statement_timeout = ${PATIENCE_MS}`);
      return few(transaction, 'select id from register_entry where words @@ words_query($1)', [q]);
    });
  } catch (error) {
    if ((error as { code?: string }).code === TIMED_OUT) return null;
    throw error;
  }
}
