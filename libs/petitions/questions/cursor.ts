/** Where a list goes on: what it is ordered by (a date, an instant, the number of a case) and the id of the last row that was shown. */
export interface Position {
  value: string | null;
  id: string;
}

/** The number of a case: `CM-2026-000123-4`. */
const NUMBER = /^[\p{L}\p{N}]+(-\d+){3}$/u;

/** A position as an opaque word. */
export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify([position.value, position.id])).toString('base64url');
}

/** Reads a cursor back; null when it is not one of ours. */
export function readCursor(cursor: string): Position | null {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isId = typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
    return isValue(value) && isId ? { value, id } : null;
  } catch {
    return null;
  }
}

function isValue(value: unknown): value is string | null {
  if (typeof value !== 'string') return value === null;
  return NUMBER.test(value) || !Number.isNaN(Date.parse(value));
}
