/** Where a list goes on: the sort value and the id of the last row that was shown. */
export interface Position {
  value: string | null;
  id: string;
}

/** A position as an opaque word. */
export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify([position.value, position.id])).toString('base64url');
}

/** Reads a cursor back; null when it is not one of ours. */
export function readCursor(cursor: string): Position | null {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isValue = value === null || typeof value === 'string';
    const isId = typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
    return isValue && isId && isDateLike(value) ? { value, id } : null;
  } catch {
    return null;
  }
}

function isDateLike(value: string | null): boolean {
  return value === null || !Number.isNaN(Date.parse(value));
}
