import { readCursor } from '#petitions';
import { Problem } from '../problems/problem.js';

/**
 * A query whose cursor, if it has one, was given out by a list.
 * @throws Problem invalidQuery.
 */
export function withReadableCursor<Query extends { cursor?: string | undefined }>(query: Query): Query {
  if (query.cursor === undefined || readCursor(query.cursor)) return query;
  const message = { vi: 'không phải con trỏ trang do hệ thống đưa ra', en: 'is not a cursor of this list' };
  throw new Problem('invalidQuery', { errors: [{ pointer: '/cursor', message }] });
}
