import type { Office } from '../../office.js';
import type { Position } from '../cursor.js';
import { CASTS, type Lane, type Parameter } from './lanes.js';

/** Which cases a list shows of those that its lanes lead past. */
export interface Course {
  lanes: readonly Lane[];
  /** Condition on a row of `cases`; null when every one fits. */
  fits: string | null;
  /** Condition on the words of the entry in the register; null when nothing is searched for. */
  says: string | null;
  /** Values that the conditions name. */
  values: readonly unknown[];
}

/** A part of a list: ids in order, and where to go on; null at the end of the list. */
export interface Stretch {
  ids: string[];
  goOn: Position | null;
  /** True when the walk stopped before it had seen enough: what was found is right, and there may be more. */
  partial: boolean;
}

/** How far a walk goes: cases shown, and cases looked at. */
export interface Bounds {
  limit: number;
  most: number;
}

/**
 * Walks along the lanes in growing windows until enough cases fit. However rare they are, an answer looks at no more
 * than `most` rows: then it says that it is partial, and the next one goes on from there.
 */
export async function walk(
  office: Office,
  course: Course,
  start: Position | null,
  { limit, most }: Bounds,
): Promise<Stretch> {
  const found: Position[] = [];
  let left = most;
  let size = course.fits || course.says ? 4 * (limit + 1) : limit + 1;
  for (const lane of course.lanes) {
    // A place without a value lies on the lane without a date, the second.
    if (start?.value === null && lane.column !== null) continue;
    let position = start && liesOn(lane, start) ? start : null;
    for (;;) {
      size = Math.min(size, left);
      const seen = await readWindow(office, course, lane, position, size);
      found.push(...seen.filter(({ fits }) => fits));
      if (found.length > limit) return stretchOf(found.slice(0, limit), found[limit - 1]!, false);
      if ((seen.at(-1)?.walked ?? 0) < size) break;
      position = seen.at(-1)!;
      left -= size;
      if (left <= 0) return stretchOf(found, position, found.length < limit);
      size *= 4;
    }
  }
  return stretchOf(found, null, false);
}

const DATE = /^\d{4}-\d\d-\d\d/;

/** True for a place of this lane, and false for one of another order. */
function liesOn({ column }: Lane, { value }: Position): boolean {
  if (column === null || value === null) return column === value;
  return (CASTS[column] === 'date') === DATE.test(value);
}

/** What a list shows of what was found, and where it goes on. */
export function stretchOf(found: readonly Position[], end: Position | null, partial: boolean): Stretch {
  return {
    ids: found.map(({ id }) => id),
    goOn: end && { value: end.value, id: end.id },
    partial,
  };
}

interface Seen extends Position {
  fits: boolean;
  walked: number;
}

/** The next rows of a lane: those that fit, and the last one, with how many there were. */
function readWindow(
  office: Office,
  course: Course,
  lane: Lane,
  position: Position | null,
  size: number,
): Promise<Seen[]> {
  const values = [...course.values];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const order = orderOf(lane);
  const columns = columnsOf(course, lane);
  const after = position ? ` and ${afterOf(lane, position, parameter)}` : '';
  const count = parameter(size);
  const missing = lane.missing ? `${lane.missing} desc, ` : '';
  const within = lane.within(parameter);
  const branches = lane.branches.map(
    (branch) =>
      `(select ${columns} from ${lane.table} where ${within} and ${branch}${after} order by ${missing}${order} limit ${count})`,
  );
  return office.database.rows<Seen>(
    `with seen as (select * from (${branches.join(' union all ')}) as branch order by ${order} limit ${count}),
       counted as (select *, row_number() over (order by ${order}) as place, count(*) over () as walked from seen)
     select id, ${lane.column ?? 'null'} as value, fits, walked from counted where fits or place = walked
     order by place`,
    values,
  );
}

/** The order of a lane, on the columns of either table and of what is read from it. */
function orderOf({ column, sign }: Lane): string {
  const direction = sign === '<' ? 'desc' : 'asc';
  return [...(column ? [column] : []), 'id'].map((each) => `${each} ${direction}`).join(', ');
}

function afterOf({ column, sign }: Lane, { value, id }: Position, parameter: Parameter) {
  const row = column ? `(${column}, id)` : 'id';
  const place = `${parameter(id)}::uuid`;
  return column
    ? `${row} ${sign} (${parameter(value)}::${CASTS[column]}, ${place})`
    : `${row} ${sign} ${place}`;
}

/**
 * The id, what orders the lane, and whether the case fits. The other table is looked into row by row, and only where it
 * must be: as a value, because a condition would tempt the planner to read that table whole.
 */
function columnsOf({ fits: asked, says }: Course, { table, column, also }: Lane): string {
  const fits = [asked, also].filter(Boolean).join(' and ') || null;
  const conditions =
    table === 'cases'
      ? [fits, says && `(select ${says} from register_entry where register_entry.id = cases.id)`]
      : [says, fits && `(select ${fits} from cases where cases.id = register_entry.id)`];
  const both = conditions.filter(Boolean).map((condition) => `coalesce(${condition}, false)`);
  return ['id', ...(column ? [column] : []), `${both.join(' and ') || 'true'} as fits`].join(', ');
}
