import type { LegalDate } from '#domain';
import type { Office } from './office.js';

/** Today in Asia/Ho_Chi_Minh by PostgreSQL's clock, as SQL; a query of its own, so that a statement works it out once. */
export const TODAY = `(select (now() at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** Today in Asia/Ho_Chi_Minh by PostgreSQL's clock, the only one that counts. */
export async function today({ database }: Office): Promise<LegalDate> {
  const [row] = await database.rows<{ today: LegalDate }>(`select to_char(${TODAY}, 'YYYY-MM-DD') as today`);
  return row!.today;
}
