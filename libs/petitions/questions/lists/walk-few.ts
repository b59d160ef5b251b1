import type { Office } from '../../office.js';
import type { Position } from '../cursor.js';
import { CASTS, type Lane, type Parameter } from './lanes.js';
import { type Course, type Stretch, stretchOf } from './walk.js';

/** So many cases are sorted rather than looked for along a lane. */
const FEW = 1_000;

/** Anything that runs a statement. */
interface Statements {
  query<Row extends object>(sql: string, values: unknown[]): Promise<{ rows: Row[] }>;
}

/** The ids that a statement finds, when there are few; null when there are many. */
export async function few(on: Statements, statement: string, values: unknown[]): Promise<string[] | null> {
  const { rows } = await on.query<{ id: string }>(`${statement} limit ${FEW + 1}`, values);
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}

/** The next part of a list of which only these cases can be part; in the same order as along the lanes. */
export async function walkFew(
  office: Office,
  course: Course,
  candidates: readonly string[],
  start: Position | null,
  limit: number,
): Promise<Stretch> {
  const values = [...course.values];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const lane = course.lanes[0]!;
  const conditions = [
    `id = any(${parameter(candidates)}::uuid[])`,
    course.fits ?? 'true',
    start ? afterOf(lane, start, parameter) : 'true',
  ];
  const found = await office.database.rows<Position>(
    `select id, ${lane.column ?? 'null'} as value from cases where ${conditions.join(' and ')}
     order by ${orderOf(lane)} limit ${parameter(limit + 1)}`,
    values,
  );
  const shown = found.slice(0, limit);
  return stretchOf(shown, found.length > limit ? shown.at(-1)! : null, false);
}

/** What has the date first, in its order; then the rest, the newest first. */
function orderOf({ column, sign }: Lane): string {
  if (column === null) return 'id desc';
  const direction = sign === '<' ? 'desc' : 'asc';
  return `${column} ${direction} nulls last, case when ${column} is not null then id end ${direction}, id desc`;
}

function afterOf({ column, sign }: Lane, { value, id }: Position, parameter: Parameter): string {
  const place = `${parameter(id)}::uuid`;
  if (column === null) return `id < ${place}`;
  if (value === null) return `${column} is null and id < ${place}`;
  return `(${column} is null or (${column}, id) ${sign} (${parameter(value)}::${CASTS[column]}, ${place}))`;
}
