import type { Database, Transaction } from '#database';
import type { Policy } from '#domain';

/** What telling people needs to know of the office. */
export interface NoticeOffice {
  database: Database;
  /** The law's numbers in force: a message that names a date tells how it is counted. */
  policies: { current(executor: Pick<Transaction, 'query'>): Promise<Policy> };
  /** Agency whose address is written to when the coordination office has no staff. */
  coordinationAgency: string;
  /** Address under which people reach the web application, without a slash at the end. */
  publicUrl: string;
}
