/** Where the page before ended: an instant to the microsecond, and the row that bears it. */
export interface Cursor {
  at: string;
  id: string;
}

/** The same shape as the cursors of cases, which the API checks before it asks. */
export function cursorOf({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @returns null for a cursor that these lists did not give out: the list then begins anew. */
export function readCursor(text: string): Cursor | null {
  const found = /^\["(\d{4}-\d\d-\d\dT[\d:.]{15}Z)","([0-9a-f-]{36})"\]$/.exec(
    Buffer.from(text, 'base64url').toString(),
  );
  const [, at, id] = found ?? [];
  return at && id && isInstant(at) ? { at, id } : null;
}

/** False for 30 February too, which JavaScript would read as 2 March and PostgreSQL would refuse. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text.slice(0, 23));
}
